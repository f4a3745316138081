import { sql } from 'kysely';
import type { HistoryEvent, HistoryKind, HistoryQuery, HistoryValue } from '../domain/history.ts';
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

type Stored = Omit<HistoryEvent, 'before' | 'after'> & {
  readonly before: string | null;
  readonly after: string | null;
};

const toEvent = ({ before, after, ...event }: Stored): HistoryEvent => ({
  ...event,
  before: before === null ? null : (JSON.parse(before) as HistoryValue),
  after: after === null ? null : (JSON.parse(after) as HistoryValue),
});

/** Appends an event. The database refuses to change or delete it afterwards. */
export function appendEvent(store: Store, { before, after, changeId, ...event }: HistoryEvent): void {
  store.run(
    query.insertInto('history').values({
      ...event,
      change_id: changeId,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
    }),
  );
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

/** One event. */
export function eventById(store: Store, id: number): HistoryEvent | undefined {
  const row = store.first(query.selectFrom('history').select(columns).where('id', '=', id));
  return row && toEvent(row);
}

/** The events of one change, oldest first. */
export function eventsOfChange(store: Store, changeId: number): readonly HistoryEvent[] {
  return store
    .all(query.selectFrom('history').select(columns).where('change_id', '=', changeId).orderBy('id'))
    .map(toEvent);
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

/** All events, oldest first, one after the other. */
export function* allEvents(store: Store): Generator<HistoryEvent, void, undefined> {
  const step = 1000;
  for (let after = 0; ;) {
    const rows = store.all(
      query.selectFrom('history').select(columns).where('id', '>', after).orderBy('id').limit(step),
    );
    yield* rows.map(toEvent);
    const last = rows.at(-1);
    if (last === undefined || rows.length < step) return;
    after = last.id;
  }
}
