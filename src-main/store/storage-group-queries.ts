import type { NamedItems } from '../domain/named-items.ts';
import { nameKey } from '../domain/name-key.ts';
import type { StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import { query, type Store } from './store.ts';

const select = query.selectFrom('storage_dimension_groups').select(['name', 'warehouse_processes']);

const toGroup = (row: {
  readonly name: string;
  readonly warehouse_processes: 0 | 1;
}): StorageDimensionGroup => ({
  name: row.name,
  warehouseProcesses: row.warehouse_processes === 1,
});

/** All storage dimension groups by name. */
export function listStorageGroups(store: Store): readonly StorageDimensionGroup[] {
  return store.all(select.orderBy('name_key')).map(toGroup);
}

/** A storage dimension group by its name, in any case. */
export function storageGroupByName(store: Store, name: string): StorageDimensionGroup | undefined {
  const row = store.first(select.where('name_key', '=', nameKey(name)));
  return row && toGroup(row);
}

/** Stores a storage dimension group, new or changed. Its name keeps the spelling it was first stored with. */
export function saveStorageGroup(store: Store, { name, warehouseProcesses }: StorageDimensionGroup): void {
  const warehouse_processes = warehouseProcesses ? 1 : 0;
  store.run(
    query
      .insertInto('storage_dimension_groups')
      .values({ name_key: nameKey(name), name, warehouse_processes })
      .onConflict((conflict) => conflict.column('name_key').doUpdateSet({ warehouse_processes })),
  );
}

/** Deletes a storage dimension group. Whoever calls it has seen to it that no item names it. */
export function deleteStorageGroup(store: Store, name: string): void {
  store.run(query.deleteFrom('storage_dimension_groups').where('name_key', '=', nameKey(name)));
}

/** Numbers of items that name a storage dimension group: how many, and the first ones. */
export function itemsOfStorageGroup(store: Store, name: string, examples: number): NamedItems {
  const rows = store.all(
    query
      .selectFrom('items')
      .select('item_number as item')
      .where('storage_dimension_group', '=', name)
      .orderBy('item_number'),
  );
  return { items: rows.length, examples: rows.slice(0, examples).map(({ item }) => item) };
}
