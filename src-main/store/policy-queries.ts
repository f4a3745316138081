import type { TrackingSettings } from '../domain/tracking-settings.ts';
import type { Store } from './store.ts';

/** What is stored of an item that its capture depends on. */
export interface StoredItemPolicy {
  readonly itemNumber: string;
  readonly name: string;
  /** Undefined where the item has no group. */
  readonly settings: TrackingSettings | undefined;
  readonly groupName: string;
  readonly warehouseProcesses: boolean;
  readonly serialMask: string;
  readonly gtin: string;
  readonly inventoryUnit: string;
  /** Code of its tracking number group for serials; it may name none. */
  readonly serialNumberGroup: string;
  readonly catchWeight: boolean;
}

type Row = Omit<StoredItemPolicy, 'settings' | 'warehouseProcesses' | 'catchWeight'> & {
  settings: string | null;
  warehouseProcesses: 0 | 1;
  catchWeight: 0 | 1;
};

const selected = `SELECT i.item_number AS "itemNumber", i.name, g.settings, coalesce(g.name, '') AS "groupName",
    coalesce(w.warehouse_processes, 1) AS "warehouseProcesses", i.serial_mask AS "serialMask", i.gtin,
    i.inventory_unit AS "inventoryUnit", i.serial_number_group AS "serialNumberGroup",
    i.catch_weight_unit <> '' AS "catchWeight"
  FROM items i LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
    LEFT JOIN storage_dimension_groups w ON w.name = i.storage_dimension_group`;

const policyOf = (row: Row): StoredItemPolicy => ({
  ...row,
  settings: row.settings === null ? undefined : (JSON.parse(row.settings) as TrackingSettings),
  warehouseProcesses: row.warehouseProcesses === 1,
  catchWeight: row.catchWeight === 1,
});

/** Reads what an item's capture depends on; an item number is found in any case. */
export function storedItemPolicy(store: Store, itemKey: string): StoredItemPolicy | undefined {
  const [row] = store.allSql<Row>(`${selected} WHERE i.item_key = ?`, [itemKey]);
  return row && policyOf(row);
}

/** Reads the same of several items, by their keys (see `nameKey`). Keys that no item has are left out. */
export function storedItemPolicies(
  store: Store,
  itemKeys: readonly string[],
): ReadonlyMap<string, StoredItemPolicy> {
  const rows = store.allSql<Row & { readonly itemKey: string }>(
    `${selected.replace('SELECT', 'SELECT i.item_key AS "itemKey",')}
     WHERE i.item_key IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(itemKeys)],
  );
  return new Map(rows.map(({ itemKey, ...row }) => [itemKey, policyOf(row)]));
}
