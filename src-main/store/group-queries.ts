import { noDeadEndFacts, type DeadEndFacts } from '../domain/dead-ends.ts';
import { nameKey } from '../domain/name-key.ts';
import type { GroupInput, TrackingDimensionGroup } from '../domain/tracking-dimension-group.ts';
import { trackingSettingsSchema } from '../domain/tracking-settings.ts';
import { deadEndFactsOf } from './dead-end-queries.ts';
import { movedGroups } from './moved-items.ts';
import { query, type Store } from './store.ts';

/** How many items, and how much stock, a group governs, and where its capture may fail. Quantities in thousandths. */
export interface WhereUsed extends DeadEndFacts {
  readonly items: number;
  /** The first item numbers. */
  readonly examples: readonly string[];
  readonly rows: number;
  readonly quantity: number;
  readonly blankQuantity: number;
  /** An item of it has on-hand or transactions, which holds some fields. */
  readonly moved: boolean;
}

const EXAMPLES = 10;

const columns = ['id', 'version', 'name', 'description', 'settings'] as const;

interface GroupRow {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly description: string;
  readonly settings: string;
}

const toGroup = (row: GroupRow): TrackingDimensionGroup => ({
  ...row,
  settings: trackingSettingsSchema.parse(JSON.parse(row.settings)),
});

const select = query.selectFrom('tracking_dimension_groups').select(columns);

/** All groups by name. */
export function listGroups(store: Store): readonly TrackingDimensionGroup[] {
  return store.all(select.orderBy('name_key')).map(toGroup);
}

/** Names of all groups by id. */
export function groupNames(store: Store): ReadonlyMap<number, string> {
  const rows = store.allSql<{ id: number; name: string }>('SELECT id, name FROM tracking_dimension_groups');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of the groups with Serial number control, by id. */
export function controlledGroups(store: Store): ReadonlyMap<number, string> {
  const rows = store.all(
    query.selectFrom('tracking_dimension_groups').select(['id', 'name']).where('serial_control', '=', 1),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The groups of some ids. */
export function groupsByIds(store: Store, ids: readonly number[]): readonly TrackingDimensionGroup[] {
  return ids.length === 0 ? [] : store.all(select.where('id', 'in', ids)).map(toGroup);
}

/** A group by its id. */
export function groupById(store: Store, id: number): TrackingDimensionGroup | undefined {
  const row = store.first(select.where('id', '=', id));
  return row && toGroup(row);
}

/** A group by the key of its name, see `nameKey`. */
export function groupByKey(store: Store, key: string): TrackingDimensionGroup | undefined {
  const row = store.first(select.where('name_key', '=', key));
  return row && toGroup(row);
}

const values = (
  input: GroupInput,
): { name: string; name_key: string; description: string; settings: string } => ({
  name: input.name,
  name_key: nameKey(input.name),
  description: input.description,
  settings: JSON.stringify(input.settings),
});

/** Stores a new group, under an id of its own or the one it had before it was deleted. */
export function insertGroup(store: Store, input: GroupInput, id?: number): TrackingDimensionGroup {
  const { lastInsertRowid } = store.run(
    query
      .insertInto('tracking_dimension_groups')
      .values({ ...values(input), ...(id === undefined ? {} : { id }) }),
  );
  return { id: lastInsertRowid, version: 1, ...input };
}

/** Stores a group's new values and counts its version up. */
export function updateGroup(store: Store, id: number, input: GroupInput): TrackingDimensionGroup {
  store.run(
    query
      .updateTable('tracking_dimension_groups')
      .set({ ...values(input), version: (expression) => expression('version', '+', 1) })
      .where('id', '=', id),
  );
  const updated = groupById(store, id);
  if (updated === undefined) throw new Error(`Group ${id} is missing after its update.`);
  return updated;
}

/** Deletes a group; the database refuses while an item uses it. */
export function deleteGroup(store: Store, id: number): void {
  store.run(query.deleteFrom('tracking_dimension_groups').where('id', '=', id));
}

/** Items and stock under a group, from the kept sums. */
export function whereUsed(store: Store, id: number): WhereUsed {
  const items = store.first(
    query
      .selectFrom('items')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('group_id', '=', id),
  );
  const examples = store.all(
    query
      .selectFrom('items')
      .select('item_number')
      .where('group_id', '=', id)
      .orderBy('item_number')
      .limit(EXAMPLES),
  );
  const sums = store.first(
    query
      .selectFrom('on_hand_sums as s')
      .innerJoin('items as i', 'i.item_number', 's.item_number')
      .innerJoin('tracking_dimension_groups as g', 'g.id', 'i.group_id')
      .select(({ fn, ref, val, eb }) => [
        fn.coalesce(fn.sum<number>('s.rows'), val(0)).as('rows'),
        fn.coalesce(fn.sum<number>('s.quantity'), val(0)).as('quantity'),
        fn
          .coalesce(
            fn.sum<number>(eb(eb(ref('s.quantity'), '*', ref('s.blank')), '*', ref('g.serial_active'))),
            val(0),
          )
          .as('blankQuantity'),
      ])
      .where('g.id', '=', id),
  );
  return {
    items: items?.count ?? 0,
    examples: examples.map((row) => row.item_number),
    rows: sums?.rows ?? 0,
    quantity: sums?.quantity ?? 0,
    blankQuantity: sums?.blankQuantity ?? 0,
    moved: movedGroups(store, id).size > 0,
    ...(deadEndFactsOf(store, id).get(id) ?? noDeadEndFacts),
  };
}
