import { cleanText } from './blank.ts';
import { onHandFileColumns } from './dynamics-columns.ts';
import { onHandColumns, stockDimensions, type StockDimension } from './on-hand.ts';

/** What the columns of a pasted block mean, from left to right; undefined for one that is not read. */
export type GapColumns = readonly (StockDimension | undefined)[];

/** Signs between the cells of a line: a spreadsheet copies tabs, files have commas or semicolons. */
const delimiters = ['\t', ';', ','] as const;

/** See `delimiters`. */
export type Delimiter = (typeof delimiters)[number];

/** Lines that are looked at to find out what the columns of a block without a heading mean. */
const SAMPLE_LINES = 50;

/** Most columns of a block without a heading. */
const MOST_COLUMNS = 8;

const named: ReadonlyMap<string, StockDimension> = new Map([
  ...onHandColumns.flatMap(({ key, label }) =>
    stockDimensions
      .filter((dimension) => dimension === key)
      .map((dimension) => [keyOf(label), dimension] as const),
  ),
  ...onHandFileColumns.flatMap(({ field, names }) =>
    stockDimensions
      .filter((dimension) => dimension === field)
      .flatMap((dimension) => names.map((name) => [keyOf(name), dimension] as const)),
  ),
]);

/** The cells of a line; a cell in quotes may hold the delimiter, a quote in it is doubled. */
export function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let index = 0; index < line.length; index += 1) {
    const sign = line.charAt(index);
    if (quoted && sign === '"' && line.charAt(index + 1) === '"') {
      cell += sign;
      index += 1;
    } else if (sign === '"' && (quoted || cleanText(cell) === '')) quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell];
}

/** The heading of a block: what stands between its cells, and what its columns mean. */
export interface GapHeading {
  readonly delimiter: Delimiter;
  readonly columns: GapColumns;
  /** Names of columns that are not read. */
  readonly ignored: readonly string[];
  /** Why the block cannot be read by it; empty where it can. */
  readonly problem: string;
}

/** Reads a line as the heading of a block, in any case and order; undefined where it is none. */
export function headingOf(line: string): GapHeading | undefined {
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, names: cellsOf(line, delimiter).map(cleanText) }))
    .map((one) => ({ ...one, columns: one.names.map((name) => named.get(keyOf(name))) }))
    .map((one) => ({ ...one, found: one.columns.filter((column) => column !== undefined) }))
    .toSorted((one, other) => other.found.length - one.found.length);
  if (best === undefined || (best.found.length < 2 && !best.found.includes('serialNumber'))) return undefined;
  const { delimiter, names, columns, found } = best;
  const ignored = names.filter((name, index) => name !== '' && columns[index] === undefined);
  const twice = found.find((column, index) => found.indexOf(column) !== index);
  const problem = !found.includes('serialNumber')
    ? 'The heading names no column Serial number.'
    : twice === undefined
      ? ''
      : `The heading names the column ${labelOf(twice)} twice.`;
  return { delimiter, columns, ignored, problem };
}

/** The first lines of a block that may have columns but has no heading. */
export interface GapSample {
  readonly delimiter: Delimiter;
  /** The values of each column. */
  readonly values: readonly (readonly string[])[];
}

/** Looks at the first lines of a block; undefined where they are not of equally many cells. */
export function sampleOf(lines: readonly string[]): GapSample | undefined {
  const sample = lines.filter((line) => cleanText(line) !== '').slice(0, SAMPLE_LINES);
  for (const delimiter of delimiters) {
    const rows = sample.map((line) => cellsOf(line, delimiter).map(cleanText));
    const width = rows[0]?.length ?? 0;
    if (width < 2 || width > MOST_COLUMNS || rows.some(({ length }) => length !== width)) continue;
    const values = Array.from({ length: width }, (_, column) => [
      ...new Set(rows.map((row) => row[column] ?? '').filter((value) => value !== '')),
    ]);
    return { delimiter, values };
  }
  return undefined;
}

/** Dimensions that a column without a name can be recognised as, the most telling first. */
export const recognisable = [
  'itemNumber',
  'warehouse',
  'location',
  'licensePlate',
  'batchNumber',
  'inventoryStatus',
] as const satisfies readonly StockDimension[];

/** The values of each dimension that are known to the desk, as `keyOfValue` writes them. */
export type KnownValues = ReadonlyMap<StockDimension, ReadonlySet<string>>;

/** The key under which two spellings of a dimension's value are the same. */
export const keyOfValue = (value: string): string => value.toUpperCase();

/**
 * Recognises the columns of a block without a heading by their values: a column is the dimension most of its values are
 * known as, and the one that is left is the serial number. Undefined where none is recognised: it is a list then.
 */
export function columnsOfSample(
  { values }: GapSample,
  known: KnownValues,
): GapColumns | 'unclear' | undefined {
  const columns: (StockDimension | undefined)[] = values.map(() => undefined);
  for (const dimension of recognisable) {
    const knownAs = known.get(dimension);
    if (knownAs === undefined) continue;
    const shares = values.map((column, index) =>
      columns[index] === undefined && column.length > 0
        ? column.filter((value) => knownAs.has(keyOfValue(value))).length / column.length
        : 0,
    );
    const best = Math.max(...shares);
    if (best > 0.5) columns[shares.indexOf(best)] = dimension;
  }
  if (columns.every((column) => column === undefined)) return undefined;
  const left = columns.flatMap((column, index) =>
    column === undefined && (values[index]?.length ?? 0) > 0 ? [index] : [],
  );
  const [serial] = left;
  if (serial === undefined || left.length > 1) return 'unclear';
  columns[serial] = 'serialNumber';
  return columns;
}

/** The name of a dimension as the user reads it. */
export function labelOf(dimension: StockDimension): string {
  return onHandColumns.find(({ key }) => key === dimension)?.label ?? dimension;
}

function keyOf(name: string): string {
  return name.toUpperCase().replace(/[\s_]/g, '');
}
