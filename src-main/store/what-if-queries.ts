import type { ItemStock } from '../domain/what-if.ts';
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

/** A row of stock, to show as an example. */
export interface StockExample {
  readonly itemNumber: string;
  readonly productName: string;
  readonly warehouse: string;
  readonly location: string;
  readonly quantity: number;
}

/**
 * The first rows of an item's stock that stays at a stage or came to another one, with or without a serial number.
 * @param stagesMoved `moveStages` has moved places in this transaction.
 */
export function stockExamples(
  store: Store,
  { itemNumber, from, to }: ItemStock,
  blank: boolean,
  stagesMoved: boolean,
  limit: number,
): readonly StockExample[] {
  const moved =
    'SELECT m.from_stage FROM temp.moved_places m WHERE m.warehouse = o.warehouse AND m.location = o.location';
  return store.allSql(
    `SELECT o.item_number AS "itemNumber", i.name AS "productName", o.warehouse, o.location, o.quantity
     FROM on_hand o JOIN items i ON i.item_number = o.item_number
       JOIN places p ON p.warehouse = o.warehouse AND p.location = o.location
     WHERE o.item_number = ? AND o.serial_number ${blank ? '=' : '<>'} '' AND p.stage = ?
       AND ${stagesMoved ? `coalesce((${moved}), p.stage)` : 'p.stage'} = ?
     ORDER BY o.warehouse, o.location LIMIT ?`,
    [itemNumber, to, from, limit],
  );
}
