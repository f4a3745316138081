import { noDeadEndFacts, type DeadEndFacts } from '../domain/dead-ends.ts';
import { countItem, noItems, type NamedItems } from '../domain/named-items.ts';
import { hasPackingStage } from './location-stage-queries.ts';
import type { Store } from './store.ts';

/**
 * What stands in the way of capture among the items of each tracking dimension group, by the group's id. Groups without
 * such items are left out.
 * @param groupId only this group.
 */
export function deadEndFactsOf(store: Store, groupId?: number): ReadonlyMap<number, DeadEndFacts> {
  const rows = store.allSql<{ group: number; item: string; without: 0 | 1; catchWeight: 0 | 1 }>(
    `SELECT i.group_id AS "group", i.item_number AS item, coalesce(w.warehouse_processes, 1) = 0 AS without,
       i.catch_weight_unit <> '' AS "catchWeight"
     FROM items i LEFT JOIN storage_dimension_groups w ON w.name = i.storage_dimension_group
     WHERE ${groupId === undefined ? 'i.group_id IS NOT NULL' : 'i.group_id = ?'}
       AND (w.warehouse_processes = 0 OR i.catch_weight_unit <> '') ORDER BY i.item_number`,
    groupId === undefined ? [] : [groupId],
  );
  const facts = new Map<number, DeadEndFacts>();
  for (const { group, item, without, catchWeight } of rows) {
    const known = facts.get(group) ?? noDeadEndFacts;
    facts.set(group, {
      withoutWarehouseProcesses: without
        ? countItem(known.withoutWarehouseProcesses, item)
        : known.withoutWarehouseProcesses,
      catchWeight: catchWeight ? countItem(known.catchWeight, item) : known.catchWeight,
      withoutPackingLocation: noItems,
    });
  }
  if (hasPackingStage(store)) return facts;
  for (const [group, withoutPackingLocation] of itemsOfGroups(store, groupId))
    facts.set(group, { ...(facts.get(group) ?? noDeadEndFacts), withoutPackingLocation });
  return facts;
}

/** The items of each group, counted, with the first of them. */
function itemsOfGroups(
  store: Store,
  groupId: number | undefined,
): readonly (readonly [number, NamedItems])[] {
  return store
    .allSql<{ group: number; items: number; first: string }>(
      `SELECT group_id AS "group", count(*) AS items, min(item_number) AS first FROM items
       WHERE ${groupId === undefined ? 'group_id IS NOT NULL' : 'group_id = ?'} GROUP BY group_id`,
      groupId === undefined ? [] : [groupId],
    )
    .map(({ group, items, first }) => [group, { items, examples: [first] }]);
}

/** The items that a storage dimension group has of a tracking dimension group. */
export interface StorageGroupUse {
  readonly groupId: number;
  readonly items: NamedItems;
}

/**
 * Which tracking dimension groups the items of each storage dimension group have, by its name as it is stored.
 * @param storageGroup only this one.
 */
export function storageGroupUses(
  store: Store,
  storageGroup?: string,
): ReadonlyMap<string, readonly StorageGroupUse[]> {
  const rows = store.allSql<{ storage: string; groupId: number; item: string }>(
    `SELECT storage_dimension_group AS storage, group_id AS "groupId", item_number AS item FROM items
     WHERE group_id IS NOT NULL AND storage_dimension_group ${storageGroup === undefined ? "<> ''" : '= ?'}
     ORDER BY item_number`,
    storageGroup === undefined ? [] : [storageGroup],
  );
  const uses = new Map<string, Map<number, NamedItems>>();
  for (const { storage, groupId, item } of rows) {
    const groups = uses.get(storage) ?? new Map<number, NamedItems>();
    uses.set(storage, groups.set(groupId, countItem(groups.get(groupId) ?? noItems, item)));
  }
  return new Map(
    [...uses].map(([storage, groups]) => [
      storage,
      [...groups].map(([groupId, items]) => ({ groupId, items })),
    ]),
  );
}
