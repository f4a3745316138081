import { TextField } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import type { FieldValues, UseControllerReturn } from 'react-hook-form';

/** Props of `FormTextInput`. */
export interface FormTextInputProps<Values extends FieldValues> {
  readonly label: string;
  readonly bound: UseControllerReturn<Values>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly required?: boolean;
  readonly numeric?: boolean;
  readonly helperText: ReactNode;
  /** Width as CSS has it. */
  readonly width: number | string;
}

/** The input of a text or number field, bound to the form. */
export function FormTextInput<Values extends FieldValues>(props: FormTextInputProps<Values>): ReactElement {
  const { label, bound, text, onText, required = false, numeric = false, helperText, width } = props;
  const { field, fieldState } = bound;
  return (
    <TextField
      label={label}
      name={field.name}
      value={text}
      inputRef={field.ref}
      onChange={(event) => onText(event.target.value)}
      onBlur={field.onBlur}
      required={required}
      error={fieldState.error !== undefined}
      autoComplete="off"
      sx={{ width }}
      slotProps={{
        // An asterisk would be part of the label's text.
        inputLabel: { shrink: true, required: false },
        htmlInput: { spellCheck: false, ...(numeric && { inputMode: 'decimal' }) },
        formHelperText: { sx: { mx: 0.5 } },
      }}
      helperText={helperText}
    />
  );
}
