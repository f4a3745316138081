import { gtinSpellings } from '../domain/gtin.ts';
import type { Item, ItemUnit } from '../domain/item.ts';
import { nameKey } from '../domain/name-key.ts';
import { unsettleItems } from './settle-invalid.ts';
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
  'gtin',
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
  return itemsIn(store, 'item_number', itemNumbers);
}

/** The items of some numbers in any case, by number. */
export function itemsInAnyCase(store: Store, itemNumbers: readonly string[]): readonly Item[] {
  return itemsIn(store, 'item_key', itemNumbers.map(nameKey));
}

function itemsIn(
  store: Store,
  column: 'item_number' | 'item_key',
  values: readonly string[],
): readonly Item[] {
  const items = store.allSql<StoredItem>(
    `${select.compile().sql} WHERE ${column} IN (SELECT value FROM json_each(?)) ORDER BY item_number`,
    [JSON.stringify(values)],
  );
  const units = new Map<string, ItemUnit[]>();
  for (const { itemNumber, unit, quantity } of store.allSql<ItemUnit & { readonly itemNumber: string }>(
    `SELECT item_number AS "itemNumber", unit, quantity FROM item_units
     WHERE item_number IN (SELECT value FROM json_each(?)) ORDER BY item_number, quantity, unit`,
    [namesOf(items)],
  )) {
    const known = units.get(itemNumber);
    if (known === undefined) units.set(itemNumber, [{ unit, quantity }]);
    else known.push({ unit, quantity });
  }
  return items.map((item) => ({ ...item, units: units.get(item.itemNumber) ?? [] }));
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

/** The columns of an item that can change, each with its field. */
const changing = [
  ['name', 'name'],
  ['group_id', 'groupId'],
  ['storage_dimension_group', 'storageDimensionGroup'],
  ['reservation_hierarchy', 'reservationHierarchy'],
  ['serial_number_group', 'serialNumberGroup'],
  ['batch_number_group', 'batchNumberGroup'],
  ['inventory_unit', 'inventoryUnit'],
  ['catch_weight_unit', 'catchWeightUnit'],
  ['serial_mask', 'serialMask'],
  ['gtin', 'gtin'],
] as const;
type Column = (typeof changing)[number];

const INSERT = `INSERT INTO items (item_number, item_key, version, ${changing.map(([column]) => column).join(', ')})
  VALUES (?, ?, ?, ${changing.map(() => '?').join(', ')})`;

/** An item to store, and the stored item that is changed; undefined for a new one. */
export interface ItemToSave {
  readonly item: Item;
  readonly known: Item | undefined;
}

/**
 * Stores items, new or changed. What is new gets its version; what is changed counts its version up by one, and keeps
 * the spelling of its number. Items that change in the same way are stored by one statement, however many they are.
 */
export function saveItems(store: Store, saved: readonly ItemToSave[]): void {
  const alike = new Map<string, { readonly changed: readonly Column[]; readonly items: Item[] }>();
  for (const { item, known } of saved) {
    if (known === undefined) {
      const values = changing.map(([, field]) => item[field]);
      store.runSql(INSERT, [item.itemNumber, nameKey(item.itemNumber), item.version, ...values]);
      continue;
    }
    const changed = changing.filter(([, field]) => item[field] !== known[field]);
    const way = JSON.stringify(changed.map(([column, field]) => [column, item[field]]));
    const others = alike.get(way)?.items;
    if (others === undefined) alike.set(way, { changed, items: [item] });
    else others.push(item);
  }
  for (const { changed, items } of alike.values()) {
    store.runSql(
      `UPDATE items SET ${changed.map(([column]) => `${column} = ?, `).join('')}version = version + 1
       WHERE item_number IN (SELECT value FROM json_each(?))`,
      [...changed.map(([, field]) => items[0]?.[field]), namesOf(items)],
    );
    if (changed.some(([, field]) => field === 'serialMask'))
      unsettleItems(
        store,
        items.map(({ itemNumber }) => itemNumber),
      );
  }
  saveUnits(
    store,
    saved.filter(({ item, known }) => JSON.stringify(known?.units ?? []) !== JSON.stringify(item.units)),
  );
}

function saveUnits(store: Store, saved: readonly ItemToSave[]): void {
  if (saved.length === 0) return;
  const items = saved.map(({ item }) => item);
  store.runSql('DELETE FROM item_units WHERE item_number IN (SELECT value FROM json_each(?))', [
    namesOf(items),
  ]);
  for (const { itemNumber, units } of items)
    for (const { unit, quantity } of units)
      store.runSql('INSERT INTO item_units (item_number, unit, quantity) VALUES (?, ?, ?)', [
        itemNumber,
        unit,
        quantity,
      ]);
}

const namesOf = (items: readonly StoredItem[]): string =>
  JSON.stringify(items.map(({ itemNumber }) => itemNumber));

/** The items with one of these GTINs, written with whatever leading zeros. */
export function itemsByGtin(
  store: Store,
  gtins: readonly string[],
): readonly { readonly itemNumber: string; readonly name: string; readonly gtin: string }[] {
  if (gtins.length === 0) return [];
  return store.allSql(
    `SELECT item_number AS "itemNumber", name, gtin FROM items
     WHERE gtin <> '' AND gtin IN (SELECT value FROM json_each(?)) ORDER BY item_number`,
    [JSON.stringify(gtins.flatMap(gtinSpellings))],
  );
}

/** Moves items to a group, all in one statement. Items that are in it already keep their version. */
export function moveItems(store: Store, itemNumbers: readonly string[], groupId: number | null): void {
  store.runSql(
    `UPDATE items SET group_id = ?, version = version + 1
     WHERE group_id IS NOT ? AND item_number IN (SELECT value FROM json_each(?))`,
    [groupId, groupId, JSON.stringify(itemNumbers)],
  );
}

/** Numbers of the orders that have a line of an item. */
export function ordersOfItem(store: Store, itemNumber: string): readonly string[] {
  const orders = query
    .selectFrom('order_lines as l')
    .innerJoin('orders as o', 'o.id', 'l.order_id')
    .select('o.number')
    .distinct()
    .where('l.item_number', '=', itemNumber)
    .orderBy('o.number');
  return store.all(orders).map(({ number }) => number);
}

/** Deletes items and their units; the database refuses while one of them has on-hand or is on an order. */
export function deleteItems(store: Store, itemNumbers: readonly string[]): void {
  store.runSql('DELETE FROM items WHERE item_number IN (SELECT value FROM json_each(?))', [
    JSON.stringify(itemNumbers),
  ]);
}

/** Of some items, those that have on-hand, and those that are on an order. */
export function usedItems(
  store: Store,
  itemNumbers: readonly string[],
): { readonly stocked: ReadonlySet<string>; readonly ordered: ReadonlySet<string> } {
  const named = (used: string): ReadonlySet<string> =>
    new Set(
      store
        .allSql<{ item: string }>(
          `SELECT value AS item FROM json_each(?) WHERE EXISTS (SELECT 1 FROM ${used} AND item_number = value)`,
          [JSON.stringify(itemNumbers)],
        )
        .map(({ item }) => item),
    );
  return { stocked: named('on_hand_sums WHERE rows > 0'), ordered: named('order_lines WHERE true') };
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
