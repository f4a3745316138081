import { readFile, stat } from 'node:fs/promises';
import type { CellValue } from 'hucre';
import { streamXlsxRows } from 'hucre/xlsx';
import { DomainError } from '../domain/problem.ts';
import type { CsvRecord } from './csv-reader.ts';
import { childrenOf, readXml } from './xml-reader.ts';
import { readZipped, type ZippedFile } from './zip-archive.ts';

/** Largest workbook that is taken, in bytes: its packed form is held in memory. */
const MAX_WORKBOOK = 256 * 1024 * 1024;

/** Most that a part of a workbook other than a sheet may hold, unpacked, in bytes: those are held in memory. */
const MAX_PART = 256 * 1024 * 1024;

/** Most columns of a list. */
const MAX_COLUMNS = 1000;

/** Largest whole number of which Excel has kept every digit. */
const FIFTEEN_DIGITS = 1e15;

const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** Whether files of a zip file are those of an Excel workbook. */
export const isWorkbook = (files: readonly ZippedFile[]): boolean => files.some(isWorkbookPart);

const isWorkbookPart = ({ name }: ZippedFile): boolean => name.toLowerCase() === 'xl/workbook.xml';

/**
 * The sheets of a workbook, in its order, after a look at the size of all its parts.
 * @throws DomainError `unreadable-file`.
 */
export async function workbookSheets(files: readonly ZippedFile[]): Promise<readonly WorkbookSheet[]> {
  // Read to their end, because only then a part that says a wrong size is known.
  for (const part of files)
    if (!/^xl\/worksheets\/[^/]*\.xml$/i.test(part.name)) await readZipped(part, MAX_PART);
  const part = files.find(isWorkbookPart);
  if (part === undefined) return [];
  const text = new TextDecoder().decode(await readZipped(part, MAX_PART));
  return childrenOf(readXml(part.name, text), 'sheets').flatMap((sheets) =>
    childrenOf(sheets, 'sheet').map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      hidden: /hidden/i.test(attributes['state'] ?? ''),
    })),
  );
}

/**
 * Reads the rows of a sheet as texts, blank ones left out, all as wide as the first one at least. Formulas give the value
 * that Excel has computed last. A row with a value that Excel itself has lost says so.
 * @throws DomainError `unreadable-file`.
 */
export async function* readSheet(path: string, sheet: string): AsyncGenerator<CsvRecord, void, undefined> {
  if ((await stat(path)).size > MAX_WORKBOOK)
    throw new DomainError(
      'unreadable-file',
      `The workbook is larger than ${MAX_WORKBOOK / 1024 ** 2} MiB. Save the sheet as CSV (UTF-8) and choose that file.`,
    );
  const workbook = await readFile(path);
  let width = 0;
  try {
    for await (const { index, values } of streamXlsxRows(workbook, { sheet })) {
      if (values.length > MAX_COLUMNS)
        throw new DomainError(
          'unreadable-file',
          `Row ${index + 1} of the sheet ${sheet} has more than ${MAX_COLUMNS.toLocaleString('en')} columns. Delete the columns beside the list.`,
        );
      const fields = values.map(textOf);
      while (fields.length > width && fields.at(-1) === '') fields.pop();
      if (fields.every((field) => field === '')) continue;
      if (width === 0) width = fields.length;
      while (fields.length < width) fields.push('');
      const problem = lost(values);
      yield problem === undefined ? { line: index + 1, fields } : { line: index + 1, fields: [], problem };
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      'unreadable-file',
      `The sheet ${sheet} cannot be read: the workbook is damaged. Open it in Excel, save it again and choose it anew.`,
    );
  }
}

/** A cell as a list of texts has it: Yes and No, dates as yyyy-MM-dd, numbers with a point and without Excel's noise. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
  }
  return value;
}

/** What Excel has lost of a row, or undefined. */
function lost(values: readonly CellValue[]): string | undefined {
  for (const [column, value] of values.entries()) {
    if (typeof value === 'number' && Math.abs(value) >= FIFTEEN_DIGITS)
      return `Column ${column + 1} holds a number of more than 15 digits, of which Excel keeps 15. Format the column as Text and enter the value again.`;
    if (typeof value === 'string' && FORMULA_ERROR.test(value))
      return `Column ${column + 1} holds the error ${value} of a formula. Mend it in Excel and save the file again.`;
  }
  return undefined;
}
