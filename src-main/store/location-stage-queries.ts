import { compareLocationPatterns, type LocationPattern } from '../domain/location-stage.ts';
import { nameKey } from '../domain/name-key.ts';
import { query, type Store } from './store.ts';

/** All patterns, in the order in which they are listed. */
export function listLocationPatterns(store: Store): readonly LocationPattern[] {
  return store
    .all(query.selectFrom('location_stages').select(['warehouse', 'pattern', 'stage']))
    .sort(compareLocationPatterns);
}

/** Makes these the patterns. What follows from them is brought up to date by `settleStages`. */
export function saveLocationPatterns(store: Store, patterns: readonly LocationPattern[]): void {
  store.run(query.deleteFrom('location_stages'));
  for (const pattern of patterns)
    store.run(
      query.insertInto('location_stages').values({
        ...pattern,
        warehouse_key: nameKey(pattern.warehouse),
        pattern_key: nameKey(pattern.pattern),
      }),
    );
}

/** Names of the groups that have items and capture at packing. */
export function packingGroupNames(store: Store): readonly string[] {
  const rows = store.allSql<{ name: string }>(
    `SELECT g.name FROM tracking_dimension_groups g WHERE g.capture = 'Packing'
       AND EXISTS (SELECT 1 FROM items i WHERE i.group_id = g.id) ORDER BY g.name_key`,
  );
  return rows.map(({ name }) => name);
}

/** Whether any pattern makes locations a Packing location. */
export function hasPackingStage(store: Store): boolean {
  const found = query.selectFrom('location_stages').select('stage').where('stage', '=', 'Packing').limit(1);
  return store.first(found) !== undefined;
}
