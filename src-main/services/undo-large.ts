import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import type { WhatIf } from '../domain/what-if.ts';
import { countEvents, hasEventOf } from '../store/history-queries.ts';
import { lastStockId } from '../store/imported-transactions.ts';
import type { Store } from '../store/store.ts';
import { beginUndo, undoEvents, type Appliers } from './undo-change.ts';
import { confirmReach, reach, type Reach } from './what-if.ts';

/** From where on a change is too large to be taken back while every page waits. */
export interface LargeUndo {
  /** Most events that are taken back at once. */
  readonly events: number;
  /** Most rows of stock, present or past, with which an import of on-hand is: all of them are looked through. */
  readonly stockRows: number;
}

/** What the page connection takes back in about a tenth of a second. */
export const LARGE_UNDO: LargeUndo = { events: 2000, stockRows: 10_000 };

/** Whether a change is too large to be taken back at once. */
export function isLargeUndo(store: Store, changeId: number, { events, stockRows }: LargeUndo): boolean {
  return (
    countEvents(store, changeId) > events ||
    (lastStockId(store) > stockRows && hasEventOf(store, changeId, 'on-hand'))
  );
}

/** What taking a change back needs to know. */
export interface UndoLarge {
  readonly changeId: number;
  /** The revision of the confirmed what-if. */
  readonly confirmed?: number | undefined;
  readonly now: Date;
  /** Name of the operating system's user, for the history. */
  readonly user: string;
}

/** What came of it: the change that took it back, or, where that must be confirmed first, what it would do. */
export type LargeUndone =
  | { readonly kind: 'undone'; readonly changeId: number | null }
  | {
      readonly kind: 'undo-what-if';
      readonly preview: Omit<WhatIf, 'list'>;
      /** Numbers of the items whose stock it reaches. */
      readonly stocked: readonly string[];
    };

/**
 * Takes a whole change back in one transaction. Where it reaches stock and was not confirmed, nothing of it stays.
 * @throws DomainError what `undoEvents` throws.
 */
export function undoLarge(
  store: Store,
  appliers: Appliers,
  { changeId, confirmed, user, now }: UndoLarge,
  control: JobControl,
): LargeUndone {
  let reached: Reach | undefined;
  try {
    return store.change(() => {
      const change = beginUndo({ store, user, now: () => now }, changeId);
      reached = reach(store, () => undoEvents(store, change, appliers, changeId, control));
      confirmReach(reached, confirmed);
      control.progress(0);
      return { kind: 'undone', changeId: change.changeId() };
    });
  } catch (error) {
    const asks = error instanceof DomainError && error.code === 'needs-confirmation';
    if (!asks || reached === undefined) throw error;
    return { kind: 'undo-what-if', preview: reached.preview, stocked: reached.stocked };
  }
}
