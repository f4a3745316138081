import { useState, type ReactElement } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useFormField, type FormFieldProps } from './form-field.ts';
import { FormTextInput } from './form-text-input.tsx';

/** How a number is written and read. What cannot be read is NaN, and the form's schema says what is wrong. */
export interface NumberFormat {
  readonly write: (value: number) => string;
  readonly read: (text: string) => number;
}

/** Whole numbers as plain digits. */
export const wholeNumbers: NumberFormat = {
  write: String,
  read: (text) => (/^\s*-?\d+\s*$/.test(text) ? Number(text) : Number.NaN),
};

/** A number of the form. */
export interface FormNumberFieldProps<Values extends FieldValues> extends FormFieldProps<Values> {
  readonly format?: NumberFormat;
  /** Shown below the field while nothing is wrong. */
  readonly help?: string;
  /** Width as CSS has it. */
  readonly width: number | string;
  /** Told of a change by the user, with the number before it. */
  readonly onNumber?: (value: number, before: number) => void;
}

/** A number field bound to the form. What is typed stays as it is, even where it is no number yet. */
export function FormNumberField<Values extends FieldValues>(
  props: FormNumberFieldProps<Values>,
): ReactElement {
  const { label, format = wholeNumbers, help, width, onNumber } = props;
  const bound = useFormField(props);
  const value: number = bound.field.value;
  const [text, setText] = useState(format.write(value));
  // The form has another value than the one typed here: it was loaded anew.
  if (!Number.isNaN(value) && format.read(text) !== value) setText(format.write(value));
  return (
    <FormTextInput
      label={label}
      bound={bound}
      text={text}
      onText={(typed) => {
        const read = format.read(typed);
        setText(typed);
        bound.field.onChange(read);
        onNumber?.(read, value);
      }}
      numeric
      width={width}
      helperText={bound.fieldState.error?.message ?? help}
    />
  );
}
