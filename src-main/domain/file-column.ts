/** A column that is read from a file: the names Dynamics gives it, and the field it fills. */
export interface FileColumn<Field extends string = string> {
  readonly field: Field;
  /** As the preview shows the field, and as a workbook for people heads it; no two of a list are the same. */
  readonly label: string;
  /** In capitals; the first one is written, all are read. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
  /** Dynamics' entity has no such column: only files for this app and for people have it. */
  readonly own?: boolean;
  /** The values there can be, where they are few. */
  readonly choices?: readonly string[];
}

/** The values of a column that says yes or no. */
export const YES_NO: readonly string[] = ['Yes', 'No'];
