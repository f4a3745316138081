import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { FieldValues } from 'react-hook-form';
import { cleanText } from '../../src-main/domain/blank.ts';
import { useFormField, type FormFieldProps } from './form-field.ts';
import { FormTextInput } from './form-text-input.tsx';

/** A text of the form. */
export interface FormTextFieldProps<Values extends FieldValues> extends FormFieldProps<Values> {
  readonly required?: boolean;
  /** In characters. The field counts along and lets the user see what is too much, rather than cutting it off. */
  readonly maxLength: number;
  /** Width as CSS has it. */
  readonly width: number | string;
}

/** A text field bound to the form: its value, its error, and how many characters are left. */
export function FormTextField<Values extends FieldValues>(props: FormTextFieldProps<Values>): ReactElement {
  const { label, required = false, maxLength, width } = props;
  const bound = useFormField(props);
  const text: string = bound.field.value;
  return (
    <FormTextInput
      label={label}
      bound={bound}
      text={text}
      onText={bound.field.onChange}
      required={required}
      width={width}
      helperText={
        <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
          <span>{bound.fieldState.error?.message ?? ''}</span>
          <Box component="span" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
            {`${cleanText(text).length} / ${maxLength}`}
          </Box>
        </Box>
      }
    />
  );
}
