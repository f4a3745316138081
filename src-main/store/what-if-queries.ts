import { query, type Store } from './store.ts';

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

/** An item's stock, added up. Quantities in thousandths. */
export interface StoredStock {
  readonly itemNumber: string;
  readonly blankRows: number;
  readonly blankQuantity: number;
  readonly serialRows: number;
  readonly serialQuantity: number;
}

/** The stock of some items; items without stock are left out. */
export function stockOf(store: Store, itemNumbers: readonly string[]): readonly StoredStock[] {
  return store.allSql(
    `SELECT item_number AS "itemNumber",
       coalesce(sum(rows) FILTER (WHERE blank), 0) AS "blankRows",
       coalesce(sum(quantity) FILTER (WHERE blank), 0) AS "blankQuantity",
       coalesce(sum(rows) FILTER (WHERE NOT blank), 0) AS "serialRows",
       coalesce(sum(quantity) FILTER (WHERE NOT blank), 0) AS "serialQuantity"
     FROM on_hand_sums WHERE item_number IN (SELECT value FROM json_each(?)) GROUP BY item_number`,
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

/** The first rows of an item's stock, with or without a serial number. */
export function stockExamples(
  store: Store,
  itemNumber: string,
  blank: boolean,
  limit: number,
): readonly StockExample[] {
  return store.all(
    query
      .selectFrom('on_hand as o')
      .innerJoin('items as i', 'i.item_number', 'o.item_number')
      .select([
        'o.item_number as itemNumber',
        'i.name as productName',
        'o.warehouse',
        'o.location',
        'o.quantity',
      ])
      .where('o.item_number', '=', itemNumber)
      .where('o.serial_number', blank ? '=' : '<>', '')
      .orderBy('o.warehouse')
      .orderBy('o.location')
      .limit(limit),
  );
}
