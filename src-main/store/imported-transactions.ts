import type { Store } from './store.ts';

/** Appends the transactions of an event over many rows at once: `select` gives `id` and `quantity` of each. Returns how many. */
export function postImported(
  store: Store,
  eventId: number,
  select: string,
  parameters: readonly unknown[] = [],
): number {
  return store.runSql(
    `INSERT INTO main.inventory_transactions (stock_id, event_id, quantity, imported)
     SELECT d.id, ?, d.quantity, 1 FROM (${select}) d`,
    [eventId, ...parameters],
  ).changes;
}

/** The highest id that a stock row ever had. */
export function lastStockId(store: Store): number {
  return (
    store.allSql<{ seq: number }>("SELECT seq FROM main.sqlite_sequence WHERE name = 'on_hand'")[0]?.seq ?? 0
  );
}
