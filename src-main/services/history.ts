import type { HistoryCheck, HistoryEvent, HistoryQuery } from '../domain/history.ts';
import { DomainError } from '../domain/problem.ts';
import type { WhatIf } from '../domain/what-if.ts';
import { allEvents, eventById, findEvents } from '../store/history-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, chainHash, unrecorded } from './history-recorder.ts';
import { applyVersions, beginUndo, undoEvents, type Appliers } from './undo-change.ts';
import { isLargeUndo, LARGE_UNDO, type LargeUndo } from './undo-large.ts';
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
  /** Whether taking a change back takes so long that it must be work of the job worker. */
  isLarge(changeId: number): boolean;
  /** @throws DomainError `too-large` where the change is large. */
  whatIfUndo(changeId: number): Promise<WhatIf>;
  /**
   * Takes a whole change back. @throws DomainError `changed-meanwhile` where something of it was changed since,
   * `too-large` where the change is large.
   */
  undo(changeId: number, confirmed: number | undefined): Promise<Done>;
}

/**
 * Makes the service.
 * @param appliers one for each kind of thing that can be put back.
 * @param large what is too large to be taken back while every page waits.
 */
export function createHistoryService(
  context: ServiceContext,
  governed: GovernedWrites,
  appliers: Appliers,
  large: LargeUndo = LARGE_UNDO,
): HistoryService {
  const { store } = context;

  const restore = ({ eventId, side }: RestoreTarget): Done => {
    const event = eventById(store, eventId);
    if (event === undefined) throw new DomainError('not-found', 'This event is not in the history.');
    if (event.kind === 'on-hand')
      throw new DomainError('invalid', 'On-hand is not restored to a version. Undo its import instead.');
    const change = beginChange(context, 'page', `Restored from event ${event.id}`);
    applyVersions(store, change, appliers, event.kind, [{ ...event, value: event[side] }]);
    return { changeId: change.changeId() };
  };

  const isLarge = (changeId: number): boolean => isLargeUndo(store, changeId, large);
  const refuseLarge = (changeId: number): void => {
    if (!isLarge(changeId)) return;
    throw new DomainError(
      'too-large',
      'This change is too large to be undone at once: every page would wait.',
    );
  };
  const undo = (changeId: number): Done => {
    const change = beginUndo(context, changeId);
    undoEvents(store, change, appliers, changeId);
    return { changeId: change.changeId() };
  };

  return {
    list: (query) => findEvents(store, query),
    check: () => checkChain(store),
    whatIfRestore: (target) => governed.preview(() => void restore(target)),
    restore: (target, confirmed) => governed.write(confirmed, () => restore(target)),
    isLarge,
    whatIfUndo: async (changeId) => {
      refuseLarge(changeId);
      return governed.preview(() =>
        undoEvents(store, unrecorded(beginUndo(context, changeId)), appliers, changeId),
      );
    },
    undo: async (changeId, confirmed) => {
      refuseLarge(changeId);
      return governed.write(confirmed, () => undo(changeId));
    },
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
