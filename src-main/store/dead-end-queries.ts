import { noDeadEndFacts, type DeadEndFacts } from '../domain/dead-ends.ts';
import type { NamedItems } from '../domain/named-items.ts';
import type { Store } from './store.ts';

const EXAMPLES = 3;

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
        ? add(known.withoutWarehouseProcesses, item)
        : known.withoutWarehouseProcesses,
      catchWeight: catchWeight ? add(known.catchWeight, item) : known.catchWeight,
    });
  }
  return facts;
}

function add({ items, examples }: NamedItems, item: string): NamedItems {
  return { items: items + 1, examples: examples.length < EXAMPLES ? [...examples, item] : examples };
}
