import { appendInventoryEvent, type NewEvent } from './event-queries.ts';
import { postImported } from './imported-transactions.ts';
import { refreshSums } from './on-hand-queries.ts';
import { deleteSetting, saveSetting } from './setting-queries.ts';
import { retireStock } from './stock-rows.ts';
import { query, type Store } from './store.ts';

/** Who clears, and when. */
type Cleaner = Pick<NewEvent, 'at' | 'user'>;

/** Takes away the on-hand of one warehouse, as an event of the ledger. Returns the number of rows. */
export function deleteWarehouseStock(store: Store, warehouse: string, cleaner: Cleaner): number {
  const { rows } = clearStock(store, cleaner, 'warehouse = ?', [warehouse]);
  store.run(query.deleteFrom('on_hand_sources').where('warehouse', '=', warehouse));
  store.run(query.deleteFrom('places').where('warehouse', '=', warehouse));
  refreshSums(store, [warehouse]);
  return rows;
}

/**
 * Takes away groups, items, orders, on-hand and whose data it is; settings of the app and the ledger stay.
 * Returns the number of on-hand rows.
 */
export function deleteEverything(store: Store, cleaner: Cleaner): number {
  const { rows, eventId } = clearStock(store, cleaner, 'TRUE', []);
  for (const table of [
    'document_serials',
    'containers',
    'shipments',
    'short_picks',
    'pick_work',
    'order_lines',
    'orders',
    'on_hand_sums',
    'on_hand_sources',
    'places',
    'location_stages',
    'awaited_stock',
    'kept_verdicts',
    'kept_totals',
    'warehouse_duties',
    'items',
    'storage_dimension_groups',
    'tracking_dimension_groups',
    // Not their counters: a group that comes back must not give out a number twice.
    'tracking_number_groups',
  ])
    store.runSql(`DELETE FROM ${table}`);
  deleteSetting(store, 'legal-entity');
  saveSetting(store, 'started-over', eventId);
  return rows;
}

function clearStock(
  store: Store,
  cleaner: Cleaner,
  condition: string,
  parameters: readonly unknown[],
): { readonly rows: number; readonly eventId: number } {
  const eventId = appendInventoryEvent(store, { ...cleaner, kind: 'cleared' });
  const rows = postImported(
    store,
    eventId,
    `SELECT id, -quantity AS quantity FROM on_hand WHERE ${condition}`,
    parameters,
  );
  retireStock(store, condition, parameters, rows);
  return { rows, eventId };
}
