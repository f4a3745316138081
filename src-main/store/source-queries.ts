import { query, type Store } from './store.ts';

/** The file a warehouse's on-hand was last imported from. */
export interface OnHandSource {
  readonly warehouse: string;
  readonly fileName: string;
  /** ISO time in UTC. */
  readonly importedAt: string;
  readonly rows: number;
  /** The import difference in the ledger; 0 for an import from before it. */
  readonly eventId: number;
}

/** The sources of all warehouses, by warehouse. */
export function listSources(store: Store): readonly OnHandSource[] {
  return store.all(
    query
      .selectFrom('on_hand_sources')
      .select([
        'warehouse',
        'file_name as fileName',
        'imported_at as importedAt',
        'rows',
        'event_id as eventId',
      ])
      .orderBy('warehouse'),
  );
}

/** Remembers which file a warehouse's on-hand came from. */
export function saveSource(store: Store, source: OnHandSource): void {
  const { fileName, importedAt, rows, eventId } = source;
  const values = { file_name: fileName, imported_at: importedAt, rows, event_id: eventId };
  store.run(
    query
      .insertInto('on_hand_sources')
      .values({ warehouse: source.warehouse, ...values })
      .onConflict((conflict) => conflict.column('warehouse').doUpdateSet(values)),
  );
}

/** Puts back where a warehouse's on-hand came from before an import, unless a later one has replaced it. */
export function restoreSource(
  store: Store,
  warehouse: string,
  eventId: number,
  previous: OnHandSource | undefined,
): void {
  const { changes } = store.run(
    query.deleteFrom('on_hand_sources').where('warehouse', '=', warehouse).where('event_id', '=', eventId),
  );
  if (changes > 0 && previous !== undefined) saveSource(store, previous);
}

/** A source, and how many serials were captured in its warehouse since. */
export interface CountedSource extends OnHandSource {
  readonly capturedSince: number;
}

/** The sources of all warehouses, each with the captures that were not taken back since the import. */
export function countedSources(store: Store): readonly CountedSource[] {
  // A captured unit may have gone further: its capture is where the event put it. A stock row keeps its captured event
  // for as long as the source system does not know the serial, and what was confirmed is older than the last import.
  const counts = store.allSql<{ warehouse: string; captured: number }>(
    `SELECT s.warehouse, count(*) AS captured
     FROM on_hand_sources s CROSS JOIN (
         SELECT id, warehouse, captured_event FROM on_hand WHERE captured_event <> 0
         UNION ALL SELECT id, warehouse, captured_event FROM past_on_hand WHERE captured_event <> 0) o
       ON o.warehouse = s.warehouse AND o.captured_event > s.event_id
     WHERE EXISTS (SELECT 1 FROM inventory_transactions t
         WHERE t.stock_id = o.id AND t.event_id = o.captured_event AND t.quantity > 0)
       AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = o.captured_event)
     GROUP BY s.warehouse`,
  );
  const captured = new Map(counts.map((one) => [one.warehouse, one.captured]));
  return listSources(store).map((source) => ({
    ...source,
    capturedSince: captured.get(source.warehouse) ?? 0,
  }));
}
