import { FormHelperText } from '@mui/material';
import type { ReactElement } from 'react';
import type { Refusal } from '../../../src-main/domain/apply-tracking-rules.ts';

/** Id of the line that says why a field was refused. */
export function refusalId(prefix: string, path: string): string {
  return `${prefix}-refused-${path}`;
}

/** What the API refused in a section, said where the field is. */
export function RefusalLines(props: {
  readonly prefix: string;
  readonly refusals: readonly Refusal[];
  readonly inSection: (path: string) => boolean;
}): ReactElement {
  const { prefix, refusals, inSection } = props;
  return (
    <>
      {refusals
        .filter(({ path }) => inSection(path))
        .map(({ path, sentence }) => (
          <FormHelperText key={path} error id={refusalId(prefix, path)}>
            {sentence}
          </FormHelperText>
        ))}
    </>
  );
}
