import type { HistoryCheck, HistoryEvent, HistoryQuery } from '../domain/history.ts';
import { DomainError } from '../domain/problem.ts';
import type { WhatIf } from '../domain/what-if.ts';
import { allEvents, countEvents, eventById, findEvents } from '../store/history-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, chainHash, unrecorded, type RecordedChange } from './history-recorder.ts';
import { applyVersions, undoEvents, type Appliers } from './undo-change.ts';
import type { GovernedWrites } from './what-if.ts';

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
  appliers: Appliers,
): HistoryService {
  const { store } = context;

  const restore = ({ eventId, side }: RestoreTarget): Done => {
    const event = eventById(store, eventId);
    if (event === undefined) throw new DomainError('not-found', 'This event is not in the history.');
    const change = beginChange(context, 'page', `Restored from event ${event.id}`);
    applyVersions(store, change, appliers, event.kind, [{ ...event, value: event[side] }]);
    return { changeId: change.changeId() };
  };

  const beginUndo = (changeId: number): RecordedChange => {
    const events = countEvents(store, changeId);
    if (events === 0) throw new DomainError('not-found', 'This change is not in the history.');
    return beginChange(context, events > 1 ? 'bulk' : 'page', `Undo of change ${changeId}`);
  };
  const undo = (changeId: number): Done => {
    const change = beginUndo(changeId);
    undoEvents(store, change, appliers, changeId);
    return { changeId: change.changeId() };
  };

  return {
    list: (query) => findEvents(store, query),
    check: () => checkChain(store),
    whatIfRestore: (target) => governed.preview(() => void restore(target)),
    restore: (target, confirmed) => governed.write(confirmed, () => restore(target)),
    whatIfUndo: (changeId) =>
      governed.preview(() => undoEvents(store, unrecorded(beginUndo(changeId)), appliers, changeId)),
    undo: (changeId, confirmed) => governed.write(confirmed, () => undo(changeId)),
  };
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
