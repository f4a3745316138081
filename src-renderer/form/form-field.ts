import {
  useController,
  type Control,
  type FieldPath,
  type FieldValues,
  type UseControllerReturn,
} from 'react-hook-form';

/** What every field of a form is bound by. */
export interface FormFieldProps<Values extends FieldValues> {
  readonly control: Control<Values>;
  readonly name: FieldPath<Values>;
  readonly label: string;
  /** Fields whose errors hang on this one; they are checked again when it changes. */
  readonly rechecks?: readonly FieldPath<Values>[];
}

/** Binds a field to its form. */
export function useFormField<Values extends FieldValues>({
  control,
  name,
  rechecks = [],
}: FormFieldProps<Values>): UseControllerReturn<Values> {
  return useController({ control, name, rules: { deps: [...rechecks] } });
}
