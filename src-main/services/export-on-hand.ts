import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { itemColumns, onHandFileColumns } from '../domain/dynamics-columns.ts';
import type { FileColumn } from '../domain/file-column.ts';
import type { JobControl } from '../domain/job.ts';
import { stockDimensions } from '../domain/on-hand.ts';
import type { OnHandFilter, OnHandSort } from '../domain/on-hand-query.ts';
import { writeQuantity } from '../domain/quantity.ts';
import { settingFields } from '../domain/tracking-fields.ts';
import { csvLine, spreadsheetText } from '../files/csv-writer.ts';
import { dropItemList, fillItemList } from '../store/item-list-queries.ts';
import { exportRows, totalsOf } from '../store/on-hand-queries.ts';
import type { Store } from '../store/store.ts';
import { createOutgoing, type Download } from './outgoing.ts';

/** Characters collected before they are written to the disk. */
const BLOCK = 1024 * 1024;

/** Rows between two looks at whether the user cancelled. */
const STEP = 5000;

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
  const { path, ...download } = createOutgoing(
    dataFolder,
    'warehouse-on-hand.csv',
    'text/csv; charset=utf-8',
  );
  const file = openSync(path, 'w');
  try {
    let block = `${csvLine(written.map((column) => headings[column] ?? column))}\r\n`;
    let rows = 0;
    for (const values of exportRows(store, filter, sort, written)) {
      const fields = values.map((value, index) =>
        index === quantity ? writeQuantity(Number(value)) : spreadsheetText(String(value)),
      );
      block += `${csvLine(fields)}\r\n`;
      rows += 1;
      if (block.length > BLOCK) {
        writeSync(file, block);
        block = '';
      }
      if (rows % STEP === 0) control.progress(rows);
    }
    writeSync(file, block);
    control.progress(rows);
    return download;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    if (filter.list !== undefined) dropItemList(store, filter.list);
    closeSync(file);
  }
}
