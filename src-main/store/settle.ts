import { settleAwaited } from './settle-awaited.ts';
import { settleInvalid } from './settle-invalid.ts';
import type { Store } from './store.ts';

/** Brings up to date what follows from the changes of a transaction, before it is kept. */
export function settle(store: Store): void {
  settleInvalid(store);
  settleAwaited(store);
}

/** Whether something waits to be settled: only in a data file that has just come to the newest tables. */
export function isUnsettled(store: Store): boolean {
  const [found] = store.allSql<{ found: 0 | 1 }>(
    `SELECT EXISTS (SELECT 1 FROM unsettled_work) OR EXISTS (SELECT 1 FROM unsettled_serials) AS found`,
  );
  return found?.found === 1;
}
