import type { ReactElement } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useFormField, type FormFieldProps } from './form-field.ts';
import { HeldCheckbox } from './held-checkbox.tsx';

/** A yes-or-no of the form. */
export interface FormCheckboxProps<Values extends FieldValues> extends FormFieldProps<Values> {
  /** Id of the element that says more, or what is wrong. */
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

/** A checkbox bound to the form. */
export function FormCheckbox<Values extends FieldValues>(props: FormCheckboxProps<Values>): ReactElement {
  const { label, describedBy, invalid = false } = props;
  const { field } = useFormField(props);
  return (
    <HeldCheckbox
      label={label}
      checked={field.value}
      onChange={field.onChange}
      describedBy={describedBy}
      invalid={invalid}
    />
  );
}
