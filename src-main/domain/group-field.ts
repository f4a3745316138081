/** A field of a group, however deep it lies. */
export interface GroupField<Input> {
  readonly label: string;
  /** The value as a comparison shows it; a dash where it is empty. */
  readonly show: (group: Input) => string;
  /** A copy of `onto` in which this field is as in `from`. */
  readonly copy: (from: Input, onto: Input) => Input;
}

/** What stands for a value that there is none of. */
export const NOTHING = '–';
