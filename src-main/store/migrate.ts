import type { Store } from './store.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { history } from './migrations/0002-history.ts';
import { items } from './migrations/0003-items.ts';
import { numberGroups } from './migrations/0004-number-groups.ts';
import { ledger } from './migrations/0005-ledger.ts';
import { locationStages } from './migrations/0006-location-stages.ts';
import { verdicts } from './migrations/0007-verdicts.ts';
import { pastAges } from './migrations/0008-past-ages.ts';
import { onHandIndexes, pastOnHandIndexes } from './on-hand-indexes.ts';

/** The migrations in their order; a data file remembers in `user_version` how many it has had. Never edit one that shipped. */
const migrations: readonly string[] = [
  [firstTables, ...Object.values(onHandIndexes)].join(';\n'),
  history,
  items,
  numberGroups,
  // The table of on-hand is made anew, and with it its indexes.
  [ledger, ...Object.values(onHandIndexes), ...Object.values(pastOnHandIndexes)].join(';\n'),
  locationStages,
  verdicts,
  pastAges,
];

/** The `user_version` of a data file that this version of the app writes. */
export const SCHEMA_VERSION = migrations.length;

/**
 * Brings the data file to the newest tables, each step in its own transaction.
 * @param target the version of the tables to stop at.
 * @throws Error where the file was written by a newer version of the app.
 */
export function migrate(store: Store, target = SCHEMA_VERSION): void {
  const current = Number(store.pragma('user_version'));
  if (current > SCHEMA_VERSION)
    throw new Error(
      'This data file was written by a newer version of Serial Capture Desk. Update the app to open it.',
    );
  for (let step = current; step < target; step += 1)
    store.transaction(() => {
      store.exec(migrations[step] ?? '');
      store.exec(`PRAGMA user_version = ${step + 1}`);
    });
}
