import { TextField } from '@mui/material';
import type { ReactElement } from 'react';
import { MAX_DIMENSION_LENGTH } from '../../src-main/domain/on-hand.ts';

/** Props of `StepField`. */
export interface StepFieldProps {
  readonly label: string;
  /** Name of the field in the API's problems; see `enterGoesOn`. */
  readonly name: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  /** What is wrong with it; undefined where nothing is. */
  readonly problem?: string | undefined;
  /** Shown below the field while nothing is wrong. */
  readonly help?: string | undefined;
  readonly numeric?: boolean;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
}

/** A text field of a step in the warehouse. */
export function StepField(props: StepFieldProps): ReactElement {
  const { label, name, value, onText, problem, help = ' ', numeric = false, autoFocus = false } = props;
  return (
    <TextField
      label={label}
      value={value}
      onChange={({ target }) => onText(target.value)}
      error={problem !== undefined}
      helperText={problem === undefined ? help : <span role="alert">{problem}</span>}
      // A dialog's first field, or one that the user has just asked for.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
      autoComplete="off"
      fullWidth
      slotProps={{
        inputLabel: { shrink: true },
        formHelperText: { component: 'div', sx: { mx: 0.5 } },
        htmlInput: {
          spellCheck: false,
          'data-field': name,
          maxLength: MAX_DIMENSION_LENGTH,
          ...(numeric && { inputMode: 'decimal' }),
        },
      }}
    />
  );
}
