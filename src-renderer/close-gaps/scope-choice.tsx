import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CloseScope } from '../../src-main/domain/close-gaps.ts';
import { apiClient, problemOf } from '../api/client.ts';
import { formatCount, formatQuantity } from '../app/format.ts';
import { LabelledToggle } from '../form/labelled-toggle.tsx';

/** Whether the selected rows are meant, or all that match the filter. */
export type ScopeKind = 'selected' | 'matching';

/** Which units are closed, and how many of them are blank. */
export function ScopeChoice(props: {
  readonly kind: ScopeKind;
  readonly onKind: (kind: ScopeKind) => void;
  readonly scope: CloseScope;
  /** Selected rows; without any there is no choice. */
  readonly selected: number;
}): ReactElement {
  const { kind, onKind, scope, selected } = props;
  const { data, error } = useQuery({
    queryKey: ['closeGaps', 'blanks', scope],
    queryFn: () => apiClient.closeGaps.blanks.mutate(scope),
  });
  const words =
    error !== null
      ? problemOf(error).sentence
      : data === undefined
        ? 'Adding up…'
        : `${formatQuantity(data.quantity)} blank units` +
          (data.exceptions === 0
            ? '.'
            : `; ${formatQuantity(data.exceptions)} more are recorded as not readable.`);
  return (
    <>
      {selected > 0 && (
        <LabelledToggle
          label="Units"
          value={kind}
          choices={[
            { value: 'selected', label: `Selected rows (${formatCount(selected)})` },
            { value: 'matching', label: 'All that match' },
          ]}
          onChange={onKind}
        />
      )}
      <Typography variant="body2" role="status">
        {words}
      </Typography>
    </>
  );
}
