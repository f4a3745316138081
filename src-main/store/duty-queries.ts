import { nameKey } from '../domain/name-key.ts';
import type { WarehouseDuty } from '../domain/warehouse-duty.ts';
import { query, type Store } from './store.ts';

/** What is agreed, by warehouse. */
export function listDuties(store: Store): readonly WarehouseDuty[] {
  return store.all(
    query
      .selectFrom('warehouse_duties')
      .select(['warehouse', 'responsible', 'due_days as dueDays'])
      .orderBy('warehouse_key'),
  );
}

/** Stores what is agreed for a warehouse, whatever the case it is written in. */
export function saveDuty(store: Store, { warehouse, responsible, dueDays }: WarehouseDuty): void {
  const agreed = { responsible, due_days: dueDays };
  store.run(
    query
      .insertInto('warehouse_duties')
      .values({ warehouse_key: nameKey(warehouse), warehouse, ...agreed })
      .onConflict((conflict) => conflict.column('warehouse_key').doUpdateSet(agreed)),
  );
}

/** Forgets what was agreed for a warehouse. */
export function deleteDuty(store: Store, warehouse: string): void {
  store.run(query.deleteFrom('warehouse_duties').where('warehouse_key', '=', nameKey(warehouse)));
}

/** Warehouses that hold stock or have held it, as their stock spells them. */
export function stockedWarehouses(store: Store): readonly string[] {
  return store
    .all(query.selectFrom('places').select('warehouse').distinct().orderBy('warehouse'))
    .map(({ warehouse }) => warehouse);
}

/** Warehouses that orders name. */
export function orderedWarehouses(store: Store): readonly string[] {
  return store
    .allSql<{ warehouse: string }>(
      `SELECT warehouse FROM order_lines WHERE warehouse <> ''
       UNION SELECT to_warehouse FROM order_lines WHERE to_warehouse <> '' ORDER BY 1`,
    )
    .map(({ warehouse }) => warehouse);
}
