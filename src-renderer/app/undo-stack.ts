/** Something of this window that can be taken back: a change of the configuration, or an action on the stock. */
export interface Undoable {
  readonly kind: 'change' | 'action';
  /** Its id: in the history, or in the ledger. */
  readonly id: number;
}

/** What this window did and can still be undone, the last at the end. */
export interface UndoStack {
  /** Keeps what was just done. */
  push(done: Undoable): void;
  /** What was done last, or undefined where there is nothing left. */
  last(): Undoable | undefined;
  /** Forgets something: it was undone, or never can be again. */
  forget(done: Undoable): void;
}

/** Makes an empty stack. */
export function createUndoStack(): UndoStack {
  let kept: readonly Undoable[] = [];
  const without = ({ kind, id }: Undoable): readonly Undoable[] =>
    kept.filter((one) => one.kind !== kind || one.id !== id);
  return {
    push(done) {
      kept = [...without(done), done];
    },
    last: () => kept.at(-1),
    forget(done) {
      kept = without(done);
    },
  };
}
