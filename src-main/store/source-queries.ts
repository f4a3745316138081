import { query, type Store } from './store.ts';

/** The file a warehouse's on-hand was last imported from. */
export interface OnHandSource {
  readonly warehouse: string;
  readonly fileName: string;
  /** ISO time in UTC. */
  readonly importedAt: string;
  readonly rows: number;
}

/** The sources of all warehouses, by warehouse. */
export function listSources(store: Store): readonly OnHandSource[] {
  return store.all(
    query
      .selectFrom('on_hand_sources')
      .select(['warehouse', 'file_name as fileName', 'imported_at as importedAt', 'rows'])
      .orderBy('warehouse'),
  );
}

/** Remembers which file a warehouse's on-hand came from. */
export function saveSource(store: Store, source: OnHandSource): void {
  const values = { file_name: source.fileName, imported_at: source.importedAt, rows: source.rows };
  store.run(
    query
      .insertInto('on_hand_sources')
      .values({ warehouse: source.warehouse, ...values })
      .onConflict((conflict) => conflict.column('warehouse').doUpdateSet(values)),
  );
}
