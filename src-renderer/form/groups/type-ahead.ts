import { nameKey } from '../../../src-main/domain/name-key.ts';

/** Letters that follow each other within this time, in milliseconds, are one word. */
const PAUSE = 700;

/** Finds a name by the letters typed so far. @returns its index, or undefined where none begins so. */
export type TypeAhead = (
  key: string,
  time: number,
  names: readonly string[],
  from: number,
) => number | undefined;

/** Makes a type-ahead: typing one letter again goes on to the next name that begins with it. */
export function createTypeAhead(): TypeAhead {
  let typed = '';
  let last = Number.NEGATIVE_INFINITY;
  return (key, time, names, from) => {
    if (time - last > PAUSE) typed = '';
    if (typed === '' && key === ' ') return undefined;
    last = time;
    typed += nameKey(key);
    const repeated = [...typed].every((letter) => letter === typed[0]);
    const wanted = repeated ? typed.slice(0, 1) : typed;
    // A single letter moves on from where the list stands; a word being typed may stay where it is.
    const start = repeated ? from + 1 : Math.max(from, 0);
    for (let step = 0; step < names.length; step += 1) {
      const index = (start + step) % names.length;
      if (nameKey(names[index] ?? '').startsWith(wanted)) return index;
    }
    return undefined;
  };
}
