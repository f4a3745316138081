import type { AlikeUnits, ItemStock } from '../domain/what-if-stock.ts';
import { readAppSettings } from './setting-queries.ts';
import { isInvalid } from './settle-invalid.ts';
import type { Store } from './store.ts';

/** What governs an item's stock. */
export interface StoredPolicy {
  readonly itemNumber: string;
  readonly groupId: number | null;
  readonly warehouseProcesses: 0 | 1;
}

/** What governs each item, by item number. */
export function storedPolicies(store: Store): readonly StoredPolicy[] {
  return store.allSql(
    `SELECT i.item_number AS "itemNumber", i.group_id AS "groupId",
       coalesce(w.warehouse_processes, 1) AS "warehouseProcesses"
     FROM items i LEFT JOIN storage_dimension_groups w ON w.name = i.storage_dimension_group`,
  );
}

/** The stock of some items, stage by stage; what they have no stock of is left out. */
export function stockOf(store: Store, itemNumbers: readonly string[]): readonly ItemStock[] {
  return store.allSql(
    `SELECT item_number AS "itemNumber", stage AS "from", stage AS "to",
       coalesce(sum(rows) FILTER (WHERE blank), 0) AS "blankRows",
       coalesce(sum(quantity) FILTER (WHERE blank), 0) AS "blankQuantity",
       coalesce(sum(rows) FILTER (WHERE NOT blank), 0) AS "serialRows",
       coalesce(sum(quantity) FILTER (WHERE NOT blank), 0) AS "serialQuantity"
     FROM on_hand_sums WHERE item_number IN (SELECT value FROM json_each(?))
     GROUP BY item_number, stage`,
    [JSON.stringify(itemNumbers)],
  );
}

/** As `AlikeUnits` of the domain, with what SQLite has for true and false. */
type StoredUnits = Omit<AlikeUnits, 'blank'> & { readonly blank: 0 | 1 };

const unitsOf = (rows: readonly StoredUnits[]): readonly AlikeUnits[] =>
  rows.map((row) => ({ ...row, blank: row.blank === 1 }));

/** The stage of a place `p` before the change, where `moveStages` may have moved it in this transaction. */
const stageBefore = (stagesMoved: boolean): string =>
  stagesMoved
    ? `coalesce((SELECT m.from_stage FROM temp.moved_places m
        WHERE m.warehouse = p.warehouse AND m.location = p.location), p.stage)`
    : 'p.stage';

/**
 * What is marked among the stock of some items: held, not readable, Invalid, or waited for by open pick work.
 * @param stagesMoved `moveStages` has moved places in this transaction.
 */
export function markedStockOf(
  store: Store,
  itemNumbers: readonly string[],
  stagesMoved: boolean,
): readonly AlikeUnits[] {
  const grouped = (mark: string, blank: string, sums: string, from: string): string =>
    `SELECT s.item_number AS "itemNumber", ${stageBefore(stagesMoved)} AS "from", p.stage AS "to", ${blank} AS blank,
       ${mark} AS mark, ${mark} AS becomes, ${sums}, sum(s.quantity) AS quantity
     FROM ${from} s JOIN places p ON p.warehouse = s.warehouse AND p.location = s.location
     WHERE s.item_number IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3, 4, 5`;
  const items = JSON.stringify(itemNumbers);
  return unitsOf(
    store.allSql<StoredUnits>(
      `${grouped('s.mark', 's.blank', 'sum(s.rows) AS rows, sum(s.rows) AS whole', 'on_hand_marks')}
       UNION ALL ${grouped("'Awaited'", '1', 'count(*) AS rows, sum(s.whole) AS whole', 'awaited_stock')}`,
      [items, items],
    ),
  );
}

const holdingMark = `CASE WHEN o.exception_id <> 0 THEN 'Exception' WHEN o.in_transit THEN 'In transit'
  WHEN o.container_id <> 0 THEN 'Packed' WHEN o.order_line_id <> 0 THEN 'Picked' END`;

/**
 * The rows of some items that the rules as they are now judge otherwise than before. Looks only at those that are Invalid,
 * and at those whose quantity alone can make them so.
 */
export function turnedStockOf(
  store: Store,
  itemNumbers: readonly string[],
  stagesMoved: boolean,
): readonly AlikeUnits[] {
  const candidates = (condition: string): string =>
    `SELECT o.id FROM json_each(?) j CROSS JOIN main.on_hand o ON o.item_number = j.value WHERE ${condition}`;
  const items = JSON.stringify(itemNumbers);
  return unitsOf(
    store.allSql<StoredUnits>(
      `SELECT o.item_number AS "itemNumber", ${stageBefore(stagesMoved)} AS "from", p.stage AS "to",
         o.serial_number = '' AS blank, CASE WHEN o.invalid THEN 'Invalid' ELSE ${holdingMark} END AS mark,
         CASE WHEN o.invalid THEN ${holdingMark} ELSE 'Invalid' END AS becomes,
         count(*) AS rows, count(*) AS whole, sum(o.quantity) AS quantity, min(o.id) AS "firstId"
       FROM (${candidates('o.invalid')}
         UNION ${candidates("o.quantity % 1000 <> 0 OR o.quantity > 1000 AND o.serial_number <> ''")}) c
         CROSS JOIN main.on_hand o ON o.id = c.id
         JOIN places p ON p.warehouse = o.warehouse AND p.location = o.location
         JOIN items i ON i.item_number = o.item_number LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
       WHERE o.invalid <> ${isInvalid} GROUP BY 1, 2, 3, 4, 5, 6`,
      [items, items, readAppSettings(store).serialLength],
    ),
  );
}

/** A row of stock, to show as an example. */
export interface StockExample {
  readonly itemNumber: string;
  readonly productName: string;
  readonly warehouse: string;
  readonly location: string;
  readonly quantity: number;
}

const isFree = 'o.order_line_id = 0 AND o.container_id = 0 AND NOT o.in_transit';

/** Where the rows are found that have a mark, and what else must hold of them. */
function markedRows({ mark, blank }: AlikeUnits): { readonly from: string; readonly condition: string } {
  if (mark === null)
    return {
      from: 'on_hand o LEFT JOIN awaited_stock a ON a.stock_id = o.id',
      // What is not whole is Invalid, or becomes so.
      condition: `NOT o.invalid AND o.exception_id = 0 AND ${isFree} AND o.quantity % 1000 = 0
        AND coalesce(a.whole, 0) = 0`,
    };
  if (mark === 'Awaited')
    return { from: 'awaited_stock a CROSS JOIN on_hand o ON o.id = a.stock_id', condition: 'TRUE' };
  return {
    from: `on_hand_marks a CROSS JOIN on_hand o ON o.item_number = a.item_number AND o.warehouse = a.warehouse
      AND o.location = a.location`,
    condition: `a.mark = '${mark}' AND a.blank = ${blank ? 1 : 0}
      AND CASE WHEN o.invalid THEN 'Invalid' ELSE ${holdingMark} END = a.mark`,
  };
}

/**
 * The first rows of units that stand alike.
 * @param stagesMoved `moveStages` has moved places in this transaction.
 */
export function stockExamples(
  store: Store,
  units: AlikeUnits,
  stagesMoved: boolean,
  limit: number,
): readonly StockExample[] {
  const selected = (quantity: string): string =>
    `SELECT o.item_number AS "itemNumber", i.name AS "productName", o.warehouse, o.location, ${quantity} AS quantity`;
  if (units.firstId !== undefined)
    return store.allSql(
      `${selected('o.quantity')} FROM on_hand o JOIN items i ON i.item_number = o.item_number WHERE o.id = ?`,
      [units.firstId],
    );
  const { itemNumber, from, to, blank, mark } = units;
  const rows = markedRows(units);
  const quantity =
    mark === null ? 'o.quantity - coalesce(a.quantity, 0)' : mark === 'Awaited' ? 'a.quantity' : 'o.quantity';
  return store.allSql(
    `${selected(quantity)} FROM ${rows.from} JOIN items i ON i.item_number = o.item_number
       JOIN places p ON p.warehouse = o.warehouse AND p.location = o.location
     WHERE ${mark === null ? 'o' : 'a'}.item_number = ? AND o.serial_number ${blank ? '=' : '<>'} ''
       AND p.stage = ? AND ${stageBefore(stagesMoved)} = ? AND ${rows.condition}
     ORDER BY o.warehouse, o.location LIMIT ?`,
    [itemNumber, to, from, limit],
  );
}
