import type { Item, ItemUnit } from '../domain/item.ts';
import { nameKey } from '../domain/name-key.ts';
import { query, type Store } from './store.ts';

/** An item as it is stored, without its units. */
export type StoredItem = Omit<Item, 'units'>;

const columns = [
  'item_number as itemNumber',
  'name',
  'group_id as groupId',
  'storage_dimension_group as storageDimensionGroup',
  'reservation_hierarchy as reservationHierarchy',
  'serial_number_group as serialNumberGroup',
  'batch_number_group as batchNumberGroup',
  'inventory_unit as inventoryUnit',
  'catch_weight_unit as catchWeightUnit',
  'serial_mask as serialMask',
  'version',
] as const;

const select = query.selectFrom('items').select(columns);

/** All items. */
export function listItems(store: Store): readonly StoredItem[] {
  return store.all(select.orderBy('item_number'));
}

/** An item by its number, in any case. */
export function itemByNumber(store: Store, itemNumber: string): Item | undefined {
  const item = store.first(select.where('item_key', '=', nameKey(itemNumber)));
  return item && { ...item, units: unitsOf(store, item.itemNumber) };
}

/** The items of some numbers, spelled as they are stored, by number. */
export function itemsByNumbers(store: Store, itemNumbers: readonly string[]): readonly Item[] {
  const named = JSON.stringify(itemNumbers);
  const units = new Map<string, ItemUnit[]>();
  for (const { itemNumber, unit, quantity } of store.allSql<ItemUnit & { readonly itemNumber: string }>(
    `SELECT item_number AS "itemNumber", unit, quantity FROM item_units
     WHERE item_number IN (SELECT value FROM json_each(?)) ORDER BY item_number, quantity, unit`,
    [named],
  )) {
    const known = units.get(itemNumber);
    if (known === undefined) units.set(itemNumber, [{ unit, quantity }]);
    else known.push({ unit, quantity });
  }
  return store
    .allSql<StoredItem>(
      `${select.compile().sql} WHERE item_number IN (SELECT value FROM json_each(?)) ORDER BY item_number`,
      [named],
    )
    .map((item) => ({ ...item, units: units.get(item.itemNumber) ?? [] }));
}

function unitsOf(store: Store, itemNumber: string): readonly ItemUnit[] {
  return store.all(
    query
      .selectFrom('item_units')
      .select(['unit', 'quantity'])
      .where('item_number', '=', itemNumber)
      .orderBy('quantity')
      .orderBy('unit'),
  );
}

/** Stores an item under a version, new or changed. Its number keeps the spelling it was first stored with. */
export function saveItem(store: Store, item: Item): void {
  const values = {
    name: item.name,
    group_id: item.groupId,
    storage_dimension_group: item.storageDimensionGroup,
    reservation_hierarchy: item.reservationHierarchy,
    serial_number_group: item.serialNumberGroup,
    batch_number_group: item.batchNumberGroup,
    inventory_unit: item.inventoryUnit,
    catch_weight_unit: item.catchWeightUnit,
    serial_mask: item.serialMask,
    version: item.version,
  };
  store.run(
    query
      .insertInto('items')
      .values({ item_number: item.itemNumber, item_key: nameKey(item.itemNumber), ...values })
      .onConflict((conflict) => conflict.column('item_key').doUpdateSet(values)),
  );
  store.run(query.deleteFrom('item_units').where('item_number', '=', item.itemNumber));
  for (const { unit, quantity } of item.units)
    store.run(query.insertInto('item_units').values({ item_number: item.itemNumber, unit, quantity }));
}

/** Moves items to a group, all in one statement. Items that are in it already keep their version. */
export function moveItems(store: Store, itemNumbers: readonly string[], groupId: number | null): void {
  store.runSql(
    `UPDATE items SET group_id = ?, version = version + 1
     WHERE group_id IS NOT ? AND item_number IN (SELECT value FROM json_each(?))`,
    [groupId, groupId, JSON.stringify(itemNumbers)],
  );
}

/** Deletes an item and its units; the database refuses while it has on-hand. */
export function deleteItem(store: Store, itemNumber: string): void {
  store.run(query.deleteFrom('items').where('item_number', '=', itemNumber));
}

/** Rows of on-hand of an item, in all and with a serial number. */
export function stockRowsOf(
  store: Store,
  itemNumber: string,
): { readonly rows: number; readonly serialRows: number } {
  const [sums] = store.allSql<{ rows: number; serialRows: number }>(
    `SELECT coalesce(sum(rows), 0) AS rows, coalesce(sum(rows) FILTER (WHERE NOT blank), 0) AS "serialRows"
     FROM on_hand_sums WHERE item_number = ?`,
    [itemNumber],
  );
  return sums ?? { rows: 0, serialRows: 0 };
}

/** Numbers of the items whose on-hand carries serial numbers. */
export function itemsWithSerials(store: Store): ReadonlySet<string> {
  const rows = store.allSql<{ item: string }>(
    'SELECT DISTINCT item_number AS item FROM on_hand_sums WHERE NOT blank',
  );
  return new Set(rows.map(({ item }) => item));
}

/** Serial numbers that an item's on-hand has, each once. */
export function serialsOf(store: Store, itemNumber: string, limit: number): readonly string[] {
  return store
    .all(
      query
        .selectFrom('on_hand')
        .select('serial_number as serial')
        .distinct()
        .where('item_number', '=', itemNumber)
        .where('serial_number', '<>', '')
        .limit(limit),
    )
    .map(({ serial }) => serial);
}
