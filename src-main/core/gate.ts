/** Lets one writer in at a time; the others wait their turn. */
export interface Gate {
  /** Runs work while nobody else writes. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Makes an open gate. */
export function createGate(): Gate {
  let last: Promise<unknown> = Promise.resolve();
  return {
    alone: (work) => {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}
