import type { Store } from './store.ts';

/** The triggers on rows of on-hand that come. */
const ofNewRows: readonly string[] = ['on_hand_mark_comes', 'on_hand_blank_comes', 'on_hand_serial_comes'];

/**
 * Adds very many rows of free stock without the triggers on each of them; the caller notes what must be settled. For
 * inside a transaction: where the work fails, taking it back brings the triggers back too.
 * @param many otherwise the triggers stay.
 */
export function withoutRowTriggers(store: Store, many: boolean, work: () => unknown): void {
  if (!many) {
    work();
    return;
  }
  const kept = store.allSql<{ name: string; sql: string }>(
    `SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND name IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ofNewRows)],
  );
  for (const { name } of kept) store.exec(`DROP TRIGGER main.${name}`);
  work();
  for (const { sql } of kept) store.exec(sql);
}
