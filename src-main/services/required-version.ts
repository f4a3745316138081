import type { HistoryKind } from '../domain/history.ts';
import { DomainError } from '../domain/problem.ts';
import { changedMeanwhileSentence, fieldChanges } from '../domain/version-differences.ts';
import { eventFromEnd } from '../store/history-queries.ts';
import type { Store } from '../store/store.ts';

/** A thing that the history keeps track of. */
export interface Tracked {
  readonly kind: HistoryKind;
  readonly subject: string;
  /** What a sentence calls it. */
  readonly name: string;
}

/**
 * The stored group, if it is still the version that the user has seen.
 * @param tracked says what the history calls a group.
 * @throws DomainError `not-found`, `changed-meanwhile`.
 */
export function requireVersion<Group extends { readonly version: number }>(
  store: Store,
  found: Group | undefined,
  version: number | undefined,
  tracked: (found: Group) => Tracked,
): Group {
  if (found === undefined)
    throw new DomainError('not-found', 'This group was deleted in another window. Nothing was saved.');
  if (found.version !== version)
    throw changedMeanwhile(store, tracked(found), version === undefined ? 0 : found.version - version);
  return found;
}

/**
 * Says what was changed of a thing since the user has read it.
 * @param events how many events of the thing came since: every version of a thing but its first is one event.
 */
export function changedMeanwhile(
  store: Store,
  { kind, subject, name }: Tracked,
  events: number,
): DomainError {
  const last = eventFromEnd(store, kind, subject, 0);
  const first = events > 0 ? eventFromEnd(store, kind, subject, events - 1) : undefined;
  // A thing that was deleted and made anew since counts its versions anew.
  const known = last !== undefined && last.after !== null && first !== undefined && first.before !== null;
  return new DomainError(
    'changed-meanwhile',
    known
      ? changedMeanwhileSentence(name, fieldChanges({ kind, before: first.before, after: last.after }))
      : `${name} was changed meanwhile. Nothing was saved.`,
  );
}
