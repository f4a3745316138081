import { sql } from 'kysely';
import { nameKey } from '../domain/name-key.ts';
import type { NamedItems } from '../domain/named-items.ts';
import { serialKey } from '../domain/serial-number.ts';
import {
  numberGroupInputSchema,
  type NumberGroupInput,
  type TrackingNumberGroup,
} from '../domain/tracking-number-group.ts';
import { query, type Store } from './store.ts';

/** A field of an item that names a tracking number group. */
export type NumberGroupColumn = 'serial_number_group' | 'batch_number_group';

const select = query
  .selectFrom('tracking_number_groups as g')
  .innerJoin('number_counters as c', 'c.group_id', 'g.id')
  .select(['g.id', 'g.version', 'g.code', 'g.name', 'g.settings', 'c.next']);

interface Row {
  readonly id: number;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly settings: string;
  readonly next: number;
}

const toGroup = ({ id, version, code, name, settings, next }: Row): TrackingNumberGroup => ({
  ...numberGroupInputSchema.parse({ ...(JSON.parse(settings) as object), code, name, next: null }),
  id,
  version,
  next,
});

/** All groups by code. */
export function listNumberGroups(store: Store): readonly TrackingNumberGroup[] {
  return store.all(select.orderBy('g.code_key')).map(toGroup);
}

/** A group by its id. */
export function numberGroupById(store: Store, id: number): TrackingNumberGroup | undefined {
  const row = store.first(select.where('g.id', '=', id));
  return row && toGroup(row);
}

/** A group by its code, whatever its case. */
export function numberGroupByCode(store: Store, code: string): TrackingNumberGroup | undefined {
  const row = store.first(select.where('g.code_key', '=', nameKey(code)));
  return row && toGroup(row);
}

const values = ({ code, name, next: _counter, ...settings }: NumberGroupInput) => ({
  code,
  code_key: nameKey(code),
  name,
  settings: JSON.stringify(settings),
});

/** Stores a new group, under an id of its own or the one it had before it was deleted, and its counter. */
export function insertNumberGroup(store: Store, input: NumberGroupInput, id?: number): TrackingNumberGroup {
  const { lastInsertRowid } = store.run(
    query
      .insertInto('tracking_number_groups')
      .values({ ...values(input), ...(id === undefined ? {} : { id }) }),
  );
  advanceCounter(store, lastInsertRowid, input.next ?? input.sequence.smallest);
  return stored(store, lastInsertRowid);
}

/** Stores a group's new values, counts its version up, and moves its counter on if the input says so. */
export function updateNumberGroup(store: Store, id: number, input: NumberGroupInput): TrackingNumberGroup {
  store.run(
    query
      .updateTable('tracking_number_groups')
      .set({ ...values(input), version: (expression) => expression('version', '+', 1) })
      .where('id', '=', id),
  );
  if (input.next !== null) advanceCounter(store, id, input.next);
  return stored(store, id);
}

/** Deletes a group. Its counter stays. */
export function deleteNumberGroup(store: Store, id: number): void {
  store.run(query.deleteFrom('tracking_number_groups').where('id', '=', id));
}

/** Moves a counter on, or begins one; one that stands further already stays where it is. */
export function advanceCounter(store: Store, groupId: number, next: number): void {
  store.run(
    query
      .insertInto('number_counters')
      .values({ group_id: groupId, next })
      .onConflict((conflict) =>
        conflict.column('group_id').doUpdateSet({ next: sql`max(next, excluded.next)` }),
      ),
  );
}

/** Of some numbers, the keys (see `serialKey`) of those that an item's on-hand carries. */
export function numbersOnHand(
  store: Store,
  itemNumber: string,
  column: 'serial_number' | 'batch_number',
  numbers: readonly string[],
): ReadonlySet<string> {
  const rows = store.allSql<{ number: string }>(
    `SELECT DISTINCT o.${column} AS number FROM json_each(?) n JOIN on_hand o
       ON o.${column} = n.value COLLATE NOCASE AND o.${column} <> '' AND o.item_number = ?`,
    [JSON.stringify(numbers), itemNumber],
  );
  return new Set(rows.map(({ number }) => serialKey(number)));
}

/** Of some numbers, the keys of those that are serial numbers on hand of the items that name a code. */
export function serialsOfCode(store: Store, code: string, numbers: readonly string[]): ReadonlySet<string> {
  const spellings = spellingsOf(store, 'serial_number_group', code);
  if (spellings.length === 0) return new Set();
  const rows = store.allSql<{ number: string }>(
    `SELECT n.value AS number FROM json_each(?) n WHERE EXISTS (SELECT 1 FROM on_hand o
       JOIN items i ON i.item_number = o.item_number
       WHERE o.serial_number = n.value COLLATE NOCASE AND o.serial_number <> ''
         AND i.serial_number_group IN (SELECT value FROM json_each(?)))`,
    [JSON.stringify(numbers), JSON.stringify(spellings)],
  );
  return new Set(rows.map(({ number }) => serialKey(number)));
}

/** Whether an item's tracking dimension group has Serial number control. */
export function isUnderControl(store: Store, itemNumber: string): boolean {
  const row = store.first(
    query
      .selectFrom('items as i')
      .innerJoin('tracking_dimension_groups as t', 't.id', 'i.group_id')
      .select('t.serial_control as control')
      .where('i.item_number', '=', itemNumber),
  );
  return row?.control === 1;
}

const EXAMPLES = 10;

/**
 * The items whose serial or batch number group is a code.
 * @param controlled only those under Serial number control.
 */
export function itemsOfCode(
  store: Store,
  column: NumberGroupColumn,
  code: string,
  controlled = false,
): NamedItems {
  const spellings = spellingsOf(store, column, code);
  if (spellings.length === 0) return { items: 0, examples: [] };
  let found = query
    .selectFrom('items as i')
    .leftJoin('tracking_dimension_groups as t', 't.id', 'i.group_id')
    .where(`i.${column}`, 'in', spellings);
  if (controlled) found = found.where('t.serial_control', '=', 1);
  const counted = store.first(found.select(({ fn }) => fn.countAll<number>().as('items')));
  const examples = store.all(found.select('i.item_number').orderBy('i.item_number').limit(EXAMPLES));
  return { items: counted?.items ?? 0, examples: examples.map((row) => row.item_number) };
}

/** An item with the code of its serial number group, as the item spells it. */
export interface NumberedItem {
  readonly itemNumber: string;
  readonly serialNumberGroup: string;
}

/**
 * The items, by number, whose serial number group has one of some codes.
 * @param keys of the codes, see `nameKey`.
 * @param among only items of a group, or those of some numbers that go to a group they are not in yet.
 */
export function itemsNumberedBy(
  store: Store,
  keys: ReadonlySet<string>,
  among: { readonly groupId: number } | { readonly itemNumbers: readonly string[]; readonly goingTo: number },
): readonly NumberedItem[] {
  if (keys.size === 0) return [];
  const spellings = codesOf(store, 'serial_number_group').filter((code) => keys.has(nameKey(code)));
  const [condition, ...parameters] =
    'groupId' in among
      ? ['group_id = ?', among.groupId]
      : [
          'item_number IN (SELECT value FROM json_each(?)) AND group_id IS NOT ?',
          JSON.stringify(among.itemNumbers),
          among.goingTo,
        ];
  return store.allSql(
    `SELECT item_number AS "itemNumber", serial_number_group AS "serialNumberGroup" FROM items
     WHERE serial_number_group IN (SELECT value FROM json_each(?)) AND ${condition} ORDER BY item_number`,
    [JSON.stringify(spellings), ...parameters],
  );
}

/** A code as the items spell it: SQL knows no upper case beyond the letters A to Z. */
function spellingsOf(store: Store, column: NumberGroupColumn, code: string): readonly string[] {
  const key = nameKey(code);
  return codesOf(store, column).filter((spelling) => nameKey(spelling) === key);
}

/** Every code that items name, in every spelling. */
function codesOf(store: Store, column: NumberGroupColumn): readonly string[] {
  return store
    .all(query.selectFrom('items').select(`${column} as code`).distinct().where(column, '<>', ''))
    .map((row) => row.code);
}

function stored(store: Store, id: number): TrackingNumberGroup {
  const group = numberGroupById(store, id);
  if (group === undefined) throw new Error(`Tracking number group ${id} is missing after its change.`);
  return group;
}
