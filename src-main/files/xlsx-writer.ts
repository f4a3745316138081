import { closeSync, openSync, writeSync } from 'node:fs';
import { writeXlsxStream } from 'hucre/xlsx';

/** A sheet of a workbook. Texts stay texts, also where they look like a formula; numbers are numbers. */
export interface Sheet {
  /** At most 31 characters. */
  readonly name: string;
  /** Headings with their widths in characters. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  /** Read one after the other, and closed where writing fails. More than a sheet can hold go on in a next one. */
  readonly rows: Iterable<readonly (string | number)[]>;
}

/** Writes a workbook of one sheet to a path, without holding its rows. */
export async function writeXlsx(path: string, { name, columns, rows }: Sheet): Promise<void> {
  const workbook = writeXlsxStream(copied(rows), {
    name,
    columns: columns.map(({ heading, width }) => ({ header: heading, width })),
    freezePane: { rows: 1 },
  });
  const file = openSync(path, 'w');
  try {
    for await (const bytes of workbook) writeSync(file, bytes);
  } finally {
    closeSync(file);
  }
}

/** The library wants rows it may change. */
function* copied(rows: Sheet['rows']): Generator<(string | number)[], void, undefined> {
  for (const row of rows) yield [...row];
}
