import type { Store } from './store.ts';

/**
 * The indexes of on-hand, apart from the migrations because a large import drops them and makes them anew.
 * `on_hand_order` is the grid's default order and covers the sums; `on_hand_serial` finds a scanned serial and its
 * duplicates.
 */
export const onHandIndexes: Readonly<Record<string, string>> = {
  on_hand_order: `CREATE INDEX on_hand_order ON on_hand
    (item_number, warehouse, location, license_plate, inventory_status, batch_number, serial_number, quantity)`,
  on_hand_serial: `CREATE INDEX on_hand_serial ON on_hand (serial_number COLLATE NOCASE, item_number)
    WHERE serial_number <> ''`,
};

/**
 * The indexes of past stock, likewise: by serial for its life, by item for whether it ever moved, by what was captured
 * in a warehouse.
 */
export const pastOnHandIndexes: Readonly<Record<string, string>> = {
  past_on_hand_serial: `CREATE INDEX past_on_hand_serial ON past_on_hand (serial_number COLLATE NOCASE, item_number)
    WHERE serial_number <> ''`,
  past_on_hand_item: 'CREATE INDEX past_on_hand_item ON past_on_hand (item_number)',
  past_on_hand_captured: `CREATE INDEX past_on_hand_captured ON past_on_hand (warehouse, captured_event)
    WHERE captured_event <> 0`,
};

/** Rows from which dropping and making anew the indexes is faster than keeping them. */
export const MANY_ROWS = 50_000;

/**
 * Does work on many rows while some indexes of the data file are dropped, and makes these anew. For inside a
 * transaction: where the work fails, taking it back brings the indexes back too.
 * @param many otherwise the indexes are kept.
 * @param between is called before each index that is made anew.
 */
export function withoutIndexes<T>(
  store: Store,
  indexes: Readonly<Record<string, string>>,
  many: boolean,
  work: () => T,
  between: () => void = () => undefined,
): T {
  if (!many) return work();
  for (const name of Object.keys(indexes)) store.exec(`DROP INDEX main.${name}`);
  const result = work();
  for (const sql of Object.values(indexes)) {
    between();
    store.exec(sql);
  }
  return result;
}
