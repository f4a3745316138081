import type { HistoryCheck, HistoryEvent, HistoryKind, HistoryQuery } from '../domain/history.ts';
import { DomainError } from '../domain/problem.ts';
import type { WhatIf } from '../domain/what-if.ts';
import { allEvents, eventById, eventsOfChange, findEvents, lastEventOf } from '../store/history-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, chainHash, type RecordedChange } from './history-recorder.ts';
import type { GovernedWrites } from './what-if.ts';

/**
 * Puts a thing back to a version inside a change, through the same rules as an edit.
 * @param value what an event says the thing was; null where it did not exist.
 */
export type ApplyVersion = (store: Store, change: RecordedChange, subject: string, value: unknown) => void;

/** Which side of an event to go back to. */
export interface RestoreTarget {
  readonly eventId: number;
  readonly side: 'before' | 'after';
}

/** What was done, and can be undone in its turn; null where nothing was left to do. */
export interface Done {
  readonly changeId: number | null;
}

/** Use cases of the page History, and undo. */
export interface HistoryService {
  list(query: HistoryQuery): { readonly events: readonly HistoryEvent[]; readonly total: number };
  /** Recomputes the chain of hashes from the first event. */
  check(): HistoryCheck;
  whatIfRestore(target: RestoreTarget): Promise<WhatIf>;
  /** @throws DomainError what an edit to that version would throw. */
  restore(target: RestoreTarget, confirmed: number | undefined): Promise<Done>;
  whatIfUndo(changeId: number): Promise<WhatIf>;
  /** Takes a whole change back. @throws DomainError `changed-meanwhile` where something of it was changed since. */
  undo(changeId: number, confirmed: number | undefined): Promise<Done>;
}

/** Makes the service. @param appliers one for each kind of thing that can be put back. */
export function createHistoryService(
  context: ServiceContext,
  governed: GovernedWrites,
  appliers: Partial<Record<HistoryKind, ApplyVersion>>,
): HistoryService {
  const { store } = context;

  const applyVersion = (change: RecordedChange, event: HistoryEvent, value: unknown): void => {
    const apply = appliers[event.kind];
    if (apply === undefined)
      throw new DomainError('invalid', `${event.name} cannot be put back to an earlier version.`);
    apply(store, change, event.subject, value);
  };

  const restore = ({ eventId, side }: RestoreTarget): Done => {
    const event = eventById(store, eventId);
    if (event === undefined) throw new DomainError('not-found', 'This event is not in the history.');
    const change = beginChange(context, 'page', `Restored from event ${event.id}`);
    applyVersion(change, event, event[side]);
    return { changeId: change.changeId() };
  };

  const undo = (changeId: number): Done => {
    const events = eventsOfChange(store, changeId);
    if (events.length === 0) throw new DomainError('not-found', 'This change is not in the history.');
    const change = beginChange(context, events.length > 1 ? 'bulk' : 'page', `Undo of change ${changeId}`);
    for (const event of [...events].reverse()) {
      if (!isAsLeftBy(store, event))
        throw new DomainError(
          'changed-meanwhile',
          `${event.name} was changed since. Nothing was undone; the page History has every version.`,
        );
      applyVersion(change, event, event.before);
    }
    return { changeId: change.changeId() };
  };

  return {
    list: (query) => findEvents(store, query),
    check: () => checkChain(store),
    whatIfRestore: (target) => governed.preview(() => void restore(target)),
    restore: (target, confirmed) => governed.write(confirmed, () => restore(target)),
    whatIfUndo: (changeId) => governed.preview(() => void undo(changeId)),
    undo: (changeId, confirmed) => governed.write(confirmed, () => undo(changeId)),
  };
}

/** Whether a thing is still, or again, as an event left it: a later change that was itself undone does not count. */
function isAsLeftBy(store: Store, event: HistoryEvent): boolean {
  const last = lastEventOf(store, event.kind, event.subject);
  if (last === event.id) return true;
  const now = last === undefined ? undefined : eventById(store, last)?.after;
  return JSON.stringify(now) === JSON.stringify(event.after);
}

function checkChain(store: Store): HistoryCheck {
  let previous = '';
  let events = 0;
  for (const { hash, ...event } of allEvents(store)) {
    if (event.id !== events + 1 || chainHash(previous, event) !== hash)
      return { events, brokenFrom: event.id };
    previous = hash;
    events += 1;
  }
  return { events, brokenFrom: null };
}
