import { refreshSums } from './on-hand-queries.ts';
import { deleteSetting } from './setting-queries.ts';
import { query, type Store } from './store.ts';

/** Takes away the on-hand of one warehouse. Returns the number of rows. */
export function deleteWarehouseStock(store: Store, warehouse: string): number {
  const { changes } = store.run(query.deleteFrom('on_hand').where('warehouse', '=', warehouse));
  store.run(query.deleteFrom('on_hand_sources').where('warehouse', '=', warehouse));
  refreshSums(store, [warehouse]);
  return changes;
}

/** Takes away groups, items, on-hand and whose data it is; settings of the app stay. Returns the number of on-hand rows. */
export function deleteEverything(store: Store): number {
  const { changes } = store.run(query.deleteFrom('on_hand'));
  for (const table of [
    'on_hand_sums',
    'on_hand_sources',
    'items',
    'storage_dimension_groups',
    'tracking_dimension_groups',
    // Not their counters: a group that comes back must not give out a number twice.
    'tracking_number_groups',
  ] as const)
    store.run(query.deleteFrom(table));
  deleteSetting(store, 'legal-entity');
  return changes;
}
