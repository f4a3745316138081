import { hash } from 'node:crypto';
import type { HistoryDoor, HistoryKind } from '../domain/history.ts';
import { appendEvents, lastEvent, type WrittenEvent } from '../store/history-queries.ts';
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
  /** ISO time in UTC. */
  readonly at: string;
  /** Name of the operating system's user. */
  readonly user: string;
  /** The id, or null while nothing was recorded. */
  changeId(): number | null;
  record(change: Recorded): void;
  /** Records many, with few statements. */
  recordAll(changes: Iterable<Recorded>): void;
}

/** Begins a change that comes through a door. */
export function beginChange(
  { store, user, now }: RecorderContext,
  door: HistoryDoor,
  note = '',
): RecordedChange {
  const at = now().toISOString();
  let first: number | null = null;
  function* written(changes: Iterable<Recorded>): Generator<WrittenEvent, void, undefined> {
    let last = lastEvent(store) ?? { id: 0, hash: '' };
    for (const { kind, subject, name, before, after } of changes) {
      const id = last.id + 1;
      first ??= id;
      const versions = { before: textOf(before), after: textOf(after) };
      const event = { id, changeId: first, at, user, door, note, kind, subject, name, ...versions };
      last = { id, hash: chainHash(last.hash, event) };
      yield { ...event, hash: last.hash };
    }
  }
  return {
    at,
    user,
    changeId: () => first,
    record: (change) => appendEvents(store, written([change])),
    recordAll: (changes) => appendEvents(store, written(changes)),
  };
}

/**
 * A change that is only looked at needs no history: of many items it would only be written to be thrown away.
 * @param change begun as the real one would be.
 */
export function unrecorded(change: RecordedChange): RecordedChange {
  return { ...change, record: () => undefined, recordAll: () => undefined };
}

/** The hash that chains an event to the one before it: SHA-256 over that one's hash and everything the event says. */
export function chainHash(previous: string, event: Omit<WrittenEvent, 'hash'>): string {
  const { id, changeId, at, user, door, note, kind, subject, name, before, after } = event;
  const said = JSON.stringify([previous, id, changeId, at, user, door, note, kind, subject, name]);
  // The versions are JSON already: put in as they are stored, they are written once and not once more for the hash.
  return hash('sha256', `${said.slice(0, -1)},${before ?? 'null'},${after ?? 'null'}]`);
}

function textOf(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
