import type { NamedItems } from '../domain/named-items.ts';
import { query, type Store } from './store.ts';

/** How many serial numbers of items are on hand, each counted once an item. */
export function countItemSerials(store: Store): number {
  const [found] = store.allSql<{ serials: number }>(
    `SELECT count(*) AS serials FROM
       (SELECT DISTINCT item_number, serial_number FROM on_hand WHERE serial_number <> '')`,
  );
  return found?.serials ?? 0;
}

/** The serial numbers on hand with their items, each once, item by item. */
export function itemSerials(store: Store): Iterable<readonly [itemNumber: string, serialNumber: string]> {
  return store.iterate(
    query
      .selectFrom('on_hand')
      .select(['item_number', 'serial_number'])
      .distinct()
      .where('serial_number', '<>', '')
      .orderBy('item_number')
      .orderBy('serial_number')
      .compile(),
  ) as Iterable<readonly [string, string]>;
}

/** The items that have on-hand: how many, and the first ones. */
export function itemsOnHand(store: Store): NamedItems {
  const stocked = 'FROM (SELECT DISTINCT item_number FROM on_hand_sums WHERE rows > 0)';
  const [found] = store.allSql<{ items: number }>(`SELECT count(*) AS items ${stocked}`);
  const examples = store.allSql<{ item: string }>(
    `SELECT item_number AS item ${stocked} ORDER BY item_number LIMIT 3`,
  );
  return { items: found?.items ?? 0, examples: examples.map(({ item }) => item) };
}

/** Ids of the tracking dimension groups that items use. */
export function usedGroups(store: Store): ReadonlySet<number> {
  const rows = store.allSql<{ id: number }>(
    'SELECT DISTINCT group_id AS id FROM items WHERE group_id IS NOT NULL',
  );
  return new Set(rows.map(({ id }) => id));
}
