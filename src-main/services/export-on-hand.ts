import { itemColumns, onHandFileColumns } from '../domain/dynamics-columns.ts';
import type { FileColumn } from '../domain/file-column.ts';
import type { JobControl } from '../domain/job.ts';
import { stockDimensions } from '../domain/on-hand.ts';
import type { OnHandFilter, OnHandSort } from '../domain/on-hand-query.ts';
import { writeQuantity } from '../domain/quantity.ts';
import { settingFields } from '../domain/tracking-fields.ts';
import { spreadsheetText } from '../files/csv-writer.ts';
import { dropItemList, fillItemList } from '../store/item-list-queries.ts';
import { exportRows, totalsOf } from '../store/on-hand-queries.ts';
import type { Store } from '../store/store.ts';
import { writeCsvDownload } from './csv-download.ts';
import type { Download } from './outgoing.ts';

/** Which rows and columns to write. */
export interface OnHandExport {
  readonly filter: OnHandFilter;
  /** The items of the filter's list. */
  readonly listed?: readonly string[] | undefined;
  readonly sort: OnHandSort;
  readonly columns: readonly string[];
}

const fileColumns: readonly FileColumn[] = [...onHandFileColumns, ...itemColumns];

const captureColumn = settingFields.find(({ path }) => path === 'captureSerialNumber')?.column ?? '';

/** Dynamics' name of a column of the grid. */
const headings: Readonly<Record<string, string>> = {
  ...Object.fromEntries(fileColumns.map(({ field, names }) => [field, names[0]])),
  productName: 'PRODUCTNAME',
  trackingDimensionGroup: 'TRACKINGDIMENSIONGROUPNAME',
  capture: captureColumn,
  verdict: 'VERDICT',
  age: 'AGEINDAYS',
};

/**
 * Writes on-hand as filtered and sorted to a CSV file with Dynamics' column names: the columns shown, in their order,
 * then the other dimensions and the quantity, so that every row says which stock it is and the file can be imported again.
 */
export function exportOnHand(
  store: Store,
  dataFolder: string,
  { filter, listed, sort, columns }: OnHandExport,
  control: JobControl,
): Download {
  const written = [...new Set([...columns, ...stockDimensions, 'quantity'])];
  const quantity = written.indexOf('quantity');
  if (filter.list !== undefined) fillItemList(store, filter.list, listed ?? []);
  control.phase('Writing on-hand', totalsOf(store, filter).rows);
  function* fields(): Generator<readonly string[], void, undefined> {
    for (const values of exportRows(store, filter, sort, written))
      yield values.map((value, index) =>
        index === quantity ? writeQuantity(Number(value)) : spreadsheetText(textOf(value)),
      );
  }
  try {
    const header = written.map((column) => headings[column] ?? column);
    return writeCsvDownload(dataFolder, 'warehouse-on-hand.csv', header, fields(), control);
  } finally {
    if (filter.list !== undefined) dropItemList(store, filter.list);
  }
}

/** An empty value of the data file is an empty field. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
