/** The changes of this window that can still be undone, by their ids in the history. */
export interface UndoStack {
  /** Keeps a change that was just made. */
  push(changeId: number): void;
  /** The change made last, or undefined where there is none left. */
  last(): number | undefined;
  /** Forgets a change: it was undone, or never can be again. */
  forget(changeId: number): void;
}

/** Makes an empty stack. */
export function createUndoStack(): UndoStack {
  let kept: readonly number[] = [];
  return {
    push(changeId) {
      kept = [...kept.filter((id) => id !== changeId), changeId];
    },
    last: () => kept.at(-1),
    forget(changeId) {
      kept = kept.filter((id) => id !== changeId);
    },
  };
}
