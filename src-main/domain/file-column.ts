/** A column that is read from a file: the names Dynamics gives it, and the field it fills. */
export interface FileColumn<Field extends string = string> {
  readonly field: Field;
  /** As the preview shows the field. */
  readonly label: string;
  /** In capitals; the first one is written, all are read. */
  readonly names: readonly [string, ...string[]];
  readonly required?: boolean;
}
