import type { ImportProblem } from '../domain/import-preview.ts';
import type { JobControl } from '../domain/job.ts';
import type { RecognisedHeader } from '../files/recognise.ts';
import type { CsvRecord } from '../files/csv-reader.ts';
import { cleanText } from '../domain/blank.ts';

/** A delimited file whose header is recognised, ready to be read. */
export interface OpenedFile {
  readonly index: number;
  readonly header: RecognisedHeader;
  /** Its records after the header. */
  readonly batches: Iterable<readonly CsvRecord[]>;
  readonly report: (problem: ImportProblem) => void;
  readonly control: JobControl;
}

/** What a reader of one kind of list says of a file. */
export interface ReadCounts {
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** A row as a look-up of its fields. Missing columns are undefined, present ones are cleaned. */
export type RowReader = (field: string) => string | undefined;

/** Makes the look-up of a record, or says why the record is malformed. */
export function readRow(header: RecognisedHeader, record: CsvRecord): RowReader | string {
  const problem = malformed(header, record);
  if (problem !== undefined) return problem;
  return (field) => {
    const found = header.columns.find(({ column }) => column.field === field);
    return found === undefined ? undefined : cleanText(record.fields[found.index] ?? '');
  };
}

/** Why a record does not fit its header, or undefined where it does. Empty fields at the end do not count. */
export function malformed(header: RecognisedHeader, record: CsvRecord): string | undefined {
  if (record.problem !== undefined) return record.problem;
  const { length } = record.fields;
  if (length === header.width) return undefined;
  if (length > header.width && record.fields.slice(header.width).every((field) => cleanText(field) === ''))
    return undefined;
  return `The row has ${length} fields where the header has ${header.width}.`;
}

/** The file's spelling of a field's column. */
export function columnName(header: RecognisedHeader, field: string): string {
  return header.columns.find(({ column }) => column.field === field)?.name ?? '';
}

const YES = new Set(['yes', 'true', '1']);
const NO = new Set(['no', 'false', '0']);

/** Reads Yes or No as Dynamics and spreadsheets write it, or says what to write. */
export function readYesNo(text: string): { readonly value: boolean } | { readonly problem: string } {
  const key = text.toLowerCase();
  if (YES.has(key)) return { value: true };
  return NO.has(key) ? { value: false } : { problem: 'Write Yes or No.' };
}
