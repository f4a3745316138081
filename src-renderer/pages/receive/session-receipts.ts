import { createStore } from '../../app/store.ts';

/** A receipt that this window has posted. */
export interface SessionReceipt {
  readonly actionId: number;
  /** ISO time in UTC. */
  readonly at: string;
  /** What was received, e.g. `3 ea of A-100`. */
  readonly what: string;
  /** By which document; empty for none. */
  readonly document: string;
  /** Where it stands now. */
  readonly place: string;
  /** Serials that were entered, or that the number group made. */
  readonly serials: readonly string[];
  readonly generated: boolean;
  readonly notices: readonly string[];
  readonly undone: boolean;
}

const KEPT = 50;

/** The receipts of this window, the latest first. They outlive the page, not the window. */
export const sessionReceipts = createStore<readonly SessionReceipt[]>([]);

/** Adds a receipt. */
export function addReceipt(receipt: SessionReceipt): void {
  sessionReceipts.set([receipt, ...sessionReceipts.get()].slice(0, KEPT));
}

/** Marks a receipt as undone. */
export function markUndone(actionId: number): void {
  sessionReceipts.set(
    sessionReceipts.get().map((one) => (one.actionId === actionId ? { ...one, undone: true } : one)),
  );
}
