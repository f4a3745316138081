import { gtinKey } from '../domain/gtin.ts';
import { nameKey } from '../domain/name-key.ts';
import { takenGtin } from '../domain/item.ts';
import type { ImportPlan } from './import-plan.ts';
import type { PlannedItem } from './planned.ts';

/** A row of a file of items that is good so far. */
export interface GoodItemRow {
  readonly row: number;
  readonly item: PlannedItem;
  /** What the item is without this row: stored, or planned by an earlier file; undefined where it is new. */
  readonly before: PlannedItem | undefined;
}

/** An item as it will be, and the row of this file that makes it so, if one does. */
interface Carrier {
  readonly item: PlannedItem;
  readonly row: GoodItemRow | undefined;
}

const keyOf = (item: PlannedItem | undefined): string =>
  item === undefined || item.gtin === '' ? '' : gtinKey(item.gtin);

/**
 * The rows that give an item a GTIN which another one has, or gets by another row, and why each of them is refused. What
 * is stored twice already is let be.
 */
export function rowsOfTakenGtins<Row extends GoodItemRow>(
  rows: readonly Row[],
  { storedItems, items }: Pick<ImportPlan, 'storedItems' | 'items'>,
): ReadonlyMap<Row, string> {
  const inFile = new Set(rows.map(({ item }) => nameKey(item.itemNumber)));
  const others = [...new Map([...storedItems, ...items])]
    .filter(([key]) => !inFile.has(key))
    .map(([, item]) => ({ item, row: undefined }));
  const refused = new Map<Row, string>();
  // A row that is refused leaves its item with the GTIN it had, which another row may have counted on.
  for (let before = -1; refused.size > before;) {
    before = refused.size;
    const carriers = byGtin([...others, ...rows.flatMap((row) => carrierOf(row, refused.has(row)))]);
    for (const row of rows) {
      const gtin = keyOf(row.item);
      if (gtin === '' || gtin === keyOf(row.before) || refused.has(row)) continue;
      const other = carriers.get(gtin)?.find((one) => one.row !== row);
      if (other !== undefined) refused.set(row, reasonOf(other));
    }
  }
  return refused;
}

function carrierOf(row: GoodItemRow, isRefused: boolean): readonly Carrier[] {
  if (!isRefused) return [{ item: row.item, row }];
  return row.before === undefined ? [] : [{ item: row.before, row }];
}

function byGtin(carriers: readonly Carrier[]): ReadonlyMap<string, readonly Carrier[]> {
  const found = new Map<string, Carrier[]>();
  for (const carrier of carriers) {
    const gtin = keyOf(carrier.item);
    if (gtin === '') continue;
    const known = found.get(gtin);
    if (known === undefined) found.set(gtin, [carrier]);
    else known.push(carrier);
  }
  return found;
}

function reasonOf({ item, row }: Carrier): string {
  return row?.item === item
    ? `Row ${row.row} gives ${item.itemNumber} this GTIN as well. Two items cannot have the same one.`
    : takenGtin(item);
}
