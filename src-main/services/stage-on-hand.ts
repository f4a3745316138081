import { cleanText } from '../domain/blank.ts';
import { invalidReasons } from '../domain/invalid-reasons.ts';
import { MAX_DIMENSION_LENGTH, stockDimensions, type StockDimension } from '../domain/on-hand.ts';
import { readQuantity } from '../domain/quantity.ts';
import { shortened } from '../domain/shortened.ts';
import { serialKey } from '../domain/serial-number.ts';
import { createHashBag, hashTexts, type HashBag } from '../domain/text-hash.ts';
import { readSpreadsheetText } from '../files/csv-writer.ts';
import type { TrackingSettings } from '../domain/tracking-settings.ts';
import type { CsvRecord } from '../files/csv-reader.ts';
import { createPlaceStager, createRowStager, keepStock } from '../store/staging.ts';
import type { Store } from '../store/store.ts';
import { columnName, malformed, type OpenedFile } from './inspection.ts';

/** An item that on-hand may name. */
export interface StockedItem {
  readonly itemNumber: string;
  readonly settings: TrackingSettings | undefined;
  readonly serialMask: string;
}

/** What is collected over all on-hand files of an import. */
export interface OnHandCollection {
  /** The item there will be under a number in any case: the spelling under which its stock is kept, its settings and mask. */
  readonly findItem: (text: string) => StockedItem | undefined;
  readonly serialLength: number;
  /** Numbers of the items that the files name. */
  readonly items: Set<string>;
  /** Staged rows so far, over all files. */
  staged: number;
  /** Ids of staged rows that are Invalid whatever the other rows say. */
  readonly suspects: number[];
  /** Name of the file that named each warehouse last. */
  readonly warehouses: Map<string, string>;
  readonly rowHashes: HashBag;
  readonly serialHashes: HashBag;
}

/** Begins the collection of an import. */
export function createOnHandCollection(
  findItem: OnHandCollection['findItem'],
  serialLength: number,
): OnHandCollection {
  return {
    findItem,
    serialLength,
    items: new Set(),
    warehouses: new Map(),
    staged: 0,
    suspects: [],
    rowHashes: createHashBag(),
    serialHashes: createHashBag(),
  };
}

/**
 * Stages the good rows of one on-hand file and reports the others. The items and warehouses that it names count only
 * once it is read to its end, so that a file that fails half way replaces no stock.
 */
export function stageOnHand(
  store: Store,
  file: OpenedFile,
  fileName: string,
  collected: OnHandCollection,
): { readonly rows: number; readonly zero: number } {
  const { header } = file;
  const indexOf = new Map(header.columns.map(({ column, index }) => [column.field, index]));
  const present = stockDimensions.filter((dimension) => indexOf.has(dimension));
  const indexes = present.map((dimension) => indexOf.get(dimension) ?? -1);
  const places = present.map((dimension) => stockDimensions.indexOf(dimension));
  const at = (dimension: StockDimension): number => present.indexOf(dimension);
  const [item, warehouse, serial] = [at('itemNumber'), at('warehouse'), at('serialNumber')];
  const location = at('location');
  const quantityIndex = indexOf.get('quantity') ?? -1;
  const stager = createRowStager(store, file.index, present);
  const placeStager = createPlaceStager(store, file.index);
  const spelled = new Map<string, StockedItem>();
  const warehouses = new Set<string>();
  let rows = 0;
  let zero = 0;

  const refuse = (line: number, field: string, value: string, reason: string): void =>
    file.report({ row: line, column: columnName(header, field), value, outcome: 'Refused', reason });

  const findItem = (text: string): StockedItem | undefined => {
    const known = spelled.get(text);
    if (known !== undefined) return known;
    const found = collected.findItem(text);
    if (found !== undefined) spelled.set(text, found);
    return found;
  };

  const stageRecord = ({ line, fields }: CsvRecord): void => {
    const dimensions = indexes.map((index) => cleanField(fields[index] ?? ''));
    const itemText = dimensions[item] ?? '';
    const found = findItem(itemText);
    if (found === undefined) {
      const reason =
        itemText === ''
          ? 'The item number is missing.'
          : `There is no item ${shortened(itemText)}. Import the released products first.`;
      return refuse(line, 'itemNumber', itemText, reason);
    }
    const { itemNumber, settings, serialMask } = found;
    dimensions[item] = itemNumber;
    const warehouseName = dimensions[warehouse] ?? '';
    if (warehouseName === '') return refuse(line, 'warehouse', '', 'The warehouse is missing.');
    const long = dimensions.findIndex((text) => text.length > MAX_DIMENSION_LENGTH);
    if (long >= 0) {
      const reason = `This text is longer than ${MAX_DIMENSION_LENGTH} characters.`;
      return refuse(line, present[long] ?? '', dimensions[long] ?? '', reason);
    }
    warehouses.add(warehouseName);
    const quantityText = cleanText(fields[quantityIndex] ?? '');
    const quantity = readQuantity(quantityText);
    if ('problem' in quantity) {
      keepStock(store, file.index, line, allDimensions(present, dimensions));
      const reason = quantityText === '' ? 'The quantity is missing.' : quantity.problem;
      return refuse(line, 'quantity', quantityText, reason);
    }
    if (quantity.value === 0) {
      zero += 1;
      return undefined;
    }
    const serialNumber = dimensions[serial] ?? '';
    collected.rowHashes.add(hashTexts(dimensions, places));
    collected.serialHashes.add(
      serialNumber === '' ? undefined : hashTexts([itemNumber, serialKey(serialNumber)]),
    );
    placeStager.stage(warehouseName, dimensions[location] ?? '');
    collected.staged += 1;
    const unit = { serialNumber, quantity: quantity.value, duplicate: false };
    if (invalidReasons(unit, settings, collected.serialLength, serialMask).length > 0)
      collected.suspects.push(collected.staged);
    return stager.stage({
      id: collected.staged,
      line,
      dimensions,
      quantity: quantity.value,
    });
  };

  /** Of a row with a field too many or too few, what stands in its columns is all there is to go by. */
  const keepWhatIsNamed = ({ line, fields }: CsvRecord): void => {
    const dimensions = indexes.map((index) => cleanField(fields[index] ?? ''));
    const found = findItem(dimensions[item] ?? '');
    if (found === undefined || dimensions[warehouse] === '') return;
    dimensions[item] = found.itemNumber;
    keepStock(store, file.index, line, allDimensions(present, dimensions));
  };

  for (const batch of file.batches)
    for (const record of batch) {
      rows += 1;
      const problem = malformed(header, record);
      if (problem === undefined) stageRecord(record);
      else {
        keepWhatIsNamed(record);
        refuse(record.line, '', '', problem);
      }
    }
  stager.flush();
  placeStager.flush();
  for (const { itemNumber } of spelled.values()) collected.items.add(itemNumber);
  for (const name of warehouses) collected.warehouses.set(name, fileName);
  return { rows, zero };
}

function cleanField(text: string): string {
  const clean = cleanText(text);
  return clean.startsWith("'") ? readSpreadsheetText(clean) : clean;
}

function allDimensions(
  present: readonly StockDimension[],
  values: readonly string[],
): Readonly<Record<StockDimension, string>> {
  const entries = stockDimensions.map((dimension) => {
    const index = present.indexOf(dimension);
    return [dimension, index < 0 ? '' : (values[index] ?? '')] as const;
  });
  return Object.fromEntries(entries) as Record<StockDimension, string>;
}
