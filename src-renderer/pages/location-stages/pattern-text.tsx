import { TextField } from '@mui/material';
import type { ReactElement } from 'react';
import { useController, type Control } from 'react-hook-form';
import type { StagesValues } from './use-stages-form.ts';

/** Props of `PatternText`. */
export interface PatternTextProps {
  readonly control: Control<StagesValues>;
  readonly name: `patterns.${number}.${'warehouse' | 'pattern'}`;
  /** Its accessible name; the column's heading says the rest to who sees it. */
  readonly label: string;
  readonly placeholder?: string;
}

/** A text of a pattern in its cell of the table. */
export function PatternText({ control, name, label, placeholder }: PatternTextProps): ReactElement {
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <TextField
      name={field.name}
      value={field.value}
      inputRef={field.ref}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={error !== undefined}
      helperText={error}
      placeholder={placeholder}
      autoComplete="off"
      fullWidth
      slotProps={{
        htmlInput: { 'aria-label': label, spellCheck: false },
        formHelperText: { sx: { mx: 0.5 } },
      }}
    />
  );
}
