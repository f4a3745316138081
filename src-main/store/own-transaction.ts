import type { Store } from './store.ts';

/**
 * Runs work in a transaction of its own: it is on disk when this returns. Inside another transaction it throws, because
 * that one could still take it back.
 */
export function ownTransaction<T>(store: Store, work: () => T): T {
  store.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    store.exec('COMMIT');
    return result;
  } catch (error) {
    store.exec('ROLLBACK');
    throw error;
  }
}
