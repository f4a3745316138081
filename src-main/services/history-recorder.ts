import { createHash } from 'node:crypto';
import type { HistoryDoor, HistoryEvent, HistoryKind, HistoryValue } from '../domain/history.ts';
import { appendEvent, lastEvent } from '../store/history-queries.ts';
import type { Store } from '../store/store.ts';

/** What a recorder writes down besides the change itself. */
export interface RecorderContext {
  readonly store: Store;
  readonly user: string;
  readonly now: () => Date;
}

/** What changed. */
export interface Recorded {
  readonly kind: HistoryKind;
  readonly subject: string;
  readonly name: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** A change while it is being made: all its events share one id. Used inside the transaction that makes the change. */
export interface RecordedChange {
  /** The id, or null while nothing was recorded. */
  changeId(): number | null;
  record(change: Recorded): void;
}

/** Begins a change that comes through a door. */
export function beginChange(
  { store, user, now }: RecorderContext,
  door: HistoryDoor,
  note = '',
): RecordedChange {
  const at = now().toISOString();
  let first: number | null = null;
  let last: Pick<HistoryEvent, 'id' | 'hash'> | undefined;
  return {
    changeId: () => first,
    record: ({ kind, subject, name, before, after }) => {
      last ??= lastEvent(store) ?? { id: 0, hash: '' };
      const id = last.id + 1;
      first ??= id;
      const versions = { before: plain(before), after: plain(after) };
      const event = { id, changeId: first, at, user, door, note, kind, subject, name, ...versions };
      const hash = chainHash(last.hash, event);
      appendEvent(store, { ...event, hash });
      last = { id, hash };
    },
  };
}

/** The hash that chains an event to the one before it: SHA-256 over that one's hash and everything the event says. */
export function chainHash(previous: string, event: Omit<HistoryEvent, 'hash'>): string {
  const { id, changeId, at, user, door, note, kind, subject, name, before, after } = event;
  const said = JSON.stringify([
    previous,
    id,
    changeId,
    at,
    user,
    door,
    note,
    kind,
    subject,
    name,
    before,
    after,
  ]);
  return createHash('sha256').update(said).digest('hex');
}

/** What JSON keeps of a value: what is hashed now must be what is read back later. */
function plain(value: object | null): HistoryValue | null {
  return value === null ? null : (JSON.parse(JSON.stringify(value)) as HistoryValue);
}
