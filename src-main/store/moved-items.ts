import type { Store } from './store.ts';

/**
 * Whether an item is moved: it has on-hand, or transactions that were not taken back. What was before the data was
 * started over does not count.
 * @param item SQL of the item number.
 */
const isMoved = (item: string): string => `(
  EXISTS (SELECT 1 FROM on_hand_sums s WHERE s.item_number = ${item})
  OR EXISTS (SELECT 1 FROM past_on_hand p CROSS JOIN inventory_transactions t ON t.stock_id = p.id
      CROSS JOIN inventory_events e ON e.id = t.event_id
    WHERE p.item_number = ${item} AND e.reverses IS NULL
      AND e.id > coalesce((SELECT CAST(a.value AS INTEGER) FROM app_settings a WHERE a.key = 'started-over'), 0)
      AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id)))`;

/** Of some items, those that have on-hand, or had it by transactions that still stand. */
export function movedItems(store: Store, itemNumbers: readonly string[]): ReadonlySet<string> {
  const rows = store.allSql<{ item: string }>(
    `SELECT l.value AS item FROM json_each(?) l WHERE ${isMoved('l.value')}`,
    [JSON.stringify(itemNumbers)],
  );
  return new Set(rows.map(({ item }) => item));
}

/** Whether an item has on-hand, or had it by transactions that still stand. */
export function itemHasTransactions(store: Store, itemNumber: string): boolean {
  return movedItems(store, [itemNumber]).has(itemNumber);
}

/** Ids of the groups of which an item is moved. @param groupId only this one. */
export function movedGroups(store: Store, groupId?: number): ReadonlySet<number> {
  const rows = store.allSql<{ id: number }>(
    `SELECT g.id FROM tracking_dimension_groups g WHERE ${groupId === undefined ? 'TRUE' : 'g.id = ?'}
       AND EXISTS (SELECT 1 FROM items i WHERE i.group_id = g.id AND ${isMoved('i.item_number')})`,
    groupId === undefined ? [] : [groupId],
  );
  return new Set(rows.map(({ id }) => id));
}
