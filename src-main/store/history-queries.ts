import { sql } from 'kysely';
import {
  sameVersion,
  type HistoryEvent,
  type HistoryKind,
  type HistoryQuery,
  type HistoryValue,
} from '../domain/history.ts';
import { query, type Store } from './store.ts';

const columns = [
  'id',
  'change_id as changeId',
  'at',
  'user',
  'door',
  'note',
  'kind',
  'subject',
  'name',
  'before',
  'after',
  'hash',
] as const;

/** An event with its versions as the JSON texts that are stored. */
export type WrittenEvent = Omit<HistoryEvent, 'before' | 'after'> & {
  readonly before: string | null;
  readonly after: string | null;
};

const versionOf = (text: string | null): HistoryValue | null =>
  text === null ? null : (JSON.parse(text) as HistoryValue);

const toEvent = ({ before, after, ...event }: WrittenEvent): HistoryEvent => ({
  ...event,
  before: versionOf(before),
  after: versionOf(after),
});

/** Events that one statement appends. */
const BLOCK = 50;

const insertOf = (events: number): string =>
  `INSERT INTO history (id, change_id, at, user, door, note, kind, subject, name, before, after, hash)
   VALUES ${Array.from({ length: events }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`;
const insertBlock = insertOf(BLOCK);
const insertOne = insertOf(1);

const valuesOf = (event: WrittenEvent): readonly unknown[] => {
  const { id, changeId, at, user, door, note, kind, subject, name, before, after, hash } = event;
  return [id, changeId, at, user, door, note, kind, subject, name, before, after, hash];
};

/** Appends events. The database refuses to change or delete them afterwards. */
export function appendEvents(store: Store, events: Iterable<WrittenEvent>): void {
  // As SQL, which is prepared once: a change of many items writes as many events.
  let block: unknown[] = [];
  let width = 0;
  for (const event of events) {
    const values = valuesOf(event);
    width = values.length;
    block.push(...values);
    if (block.length < BLOCK * width) continue;
    store.runSql(insertBlock, block);
    block = [];
  }
  for (let start = 0; start < block.length; start += width)
    store.runSql(insertOne, block.slice(start, start + width));
}

/** The newest event. */
export function lastEvent(store: Store): Pick<HistoryEvent, 'id' | 'hash'> | undefined {
  return store.first(query.selectFrom('history').select(['id', 'hash']).orderBy('id', 'desc').limit(1));
}

/** Id of the newest event of one thing. */
export function lastEventOf(store: Store, kind: HistoryKind, subject: string): number | undefined {
  return store.first(
    query
      .selectFrom('history')
      .select('id')
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .orderBy('id', 'desc')
      .limit(1),
  )?.id;
}

/** The newest event of one thing, or the one that so many newer ones follow. */
export function eventFromEnd(
  store: Store,
  kind: HistoryKind,
  subject: string,
  newer: number,
): HistoryEvent | undefined {
  const row = store.first(
    query
      .selectFrom('history')
      .select(columns)
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .orderBy('id', 'desc')
      .limit(1)
      .offset(newer),
  );
  return row && toEvent(row);
}

/** How many events of one thing came after one of them. */
export function countNewer(store: Store, kind: HistoryKind, subject: string, eventId: number): number {
  const counted = store.first(
    query
      .selectFrom('history')
      .select(({ fn }) => fn.countAll<number>().as('events'))
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .where('id', '>', eventId),
  );
  return counted?.events ?? 0;
}

/** One event. */
export function eventById(store: Store, id: number): HistoryEvent | undefined {
  const row = store.first(query.selectFrom('history').select(columns).where('id', '=', id));
  return row && toEvent(row);
}

/** How many events a change has. */
export function countEvents(store: Store, changeId: number): number {
  const counted = store.first(
    query
      .selectFrom('history')
      .select(({ fn }) => fn.countAll<number>().as('events'))
      .where('change_id', '=', changeId),
  );
  return counted?.events ?? 0;
}

/** Whether a change has an event of a kind. */
export function hasEventOf(store: Store, changeId: number, kind: HistoryKind): boolean {
  const found = query
    .selectFrom('history')
    .select('id')
    .where('change_id', '=', changeId)
    .where('kind', '=', kind)
    .limit(1);
  return store.first(found) !== undefined;
}

/** What is needed of an event to take it back. */
export type EventToUndo = Pick<HistoryEvent, 'id' | 'kind' | 'subject' | 'name' | 'before'>;

/** A block of the events of a change, newest first. @param below only events older than this id. */
export function eventsToUndo(
  store: Store,
  changeId: number,
  below: number,
  limit: number,
): readonly EventToUndo[] {
  return store
    .all(
      query
        .selectFrom('history')
        .select(['id', 'kind', 'subject', 'name', 'before'])
        .where('change_id', '=', changeId)
        .where('id', '<', below)
        .orderBy('id', 'desc')
        .limit(limit),
    )
    .map(({ before, ...event }) => ({ ...event, before: versionOf(before) }));
}

/**
 * Name of a thing that is not, and not again, as a change left it; undefined where all of them are. A later change that
 * was itself undone does not count.
 */
export function nameChangedSince(store: Store, changeId: number): string | undefined {
  const differing = store.allSql<{ name: string; left: string | null; now: string | null }>(
    `WITH changed AS MATERIALIZED (
       SELECT e.id, (SELECT max(h.id) FROM history h WHERE h.kind = e.kind AND h.subject = e.subject) AS last
       FROM history e WHERE e.change_id = ?)
     SELECT e.name, e.after AS left, l.after AS now
     FROM changed c JOIN history e ON e.id = c.id JOIN history l ON l.id = c.last
     WHERE c.last <> c.id AND l.change_id <> e.change_id AND l.after IS NOT e.after
       AND NOT EXISTS (SELECT 1 FROM history x
         WHERE x.kind = e.kind AND x.subject = e.subject AND x.id > e.id AND +x.change_id = e.change_id)
     ORDER BY e.id DESC`,
    [changeId],
  );
  // The same fields may have been written in another order.
  return differing.find(({ left, now }) => !sameVersion(versionOf(left), versionOf(now)))?.name;
}

/** Events that match, newest first, and how many there are in all. */
export function findEvents(
  store: Store,
  { kind, subject, door, search, from, until, offset, limit }: HistoryQuery,
): { readonly events: readonly HistoryEvent[]; readonly total: number } {
  let found = query.selectFrom('history');
  if (kind !== undefined) found = found.where('kind', '=', kind);
  if (subject !== undefined) found = found.where('subject', '=', subject);
  if (door !== undefined) found = found.where('door', '=', door);
  if (from !== undefined) found = found.where('at', '>=', from);
  if (until !== undefined) found = found.where('at', '<', until);
  if (search !== '') {
    const pattern = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    found = found.where(
      sql<boolean>`(name LIKE ${pattern} ESCAPE '\\' OR user LIKE ${pattern} ESCAPE '\\' OR note LIKE ${pattern} ESCAPE '\\')`,
    );
  }
  const counted = store.first(found.select(({ fn }) => fn.countAll<number>().as('total')));
  const events = store
    .all(found.select(columns).orderBy('id', 'desc').limit(limit).offset(offset))
    .map(toEvent);
  return { events, total: counted?.total ?? 0 };
}

/** All events as they are stored, oldest first, one after the other. */
export function* allEvents(store: Store): Generator<WrittenEvent, void, undefined> {
  const step = 1000;
  for (let after = 0; ;) {
    const rows = store.all(
      query.selectFrom('history').select(columns).where('id', '>', after).orderBy('id').limit(step),
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < step) return;
    after = last.id;
  }
}
