const START = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
/** Begins the numbers that no letter of a text has: places are told from texts. */
const END_OF_TEXT = 0x10000;

/**
 * A 32-bit hash (FNV-1a) of several texts at their places. Empty texts are passed over, so that it does not matter
 * which places are written down. Equal texts have equal hashes; unequal ones may too, so compare afterwards.
 * @param places the place of each text, in rising order; without them 0, 1, 2 …
 */
export function hashTexts(texts: readonly string[], places?: readonly number[]): number {
  let hash = START;
  for (let position = 0; position < texts.length; position += 1) {
    const text = texts[position] ?? '';
    if (text === '') continue;
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
    hash = Math.imul(hash ^ (END_OF_TEXT + (places?.[position] ?? position)), PRIME);
  }
  return hash;
}

/** Collects hashes and finds those that occurred more than once, at four bytes each. */
export interface HashBag {
  add(hash: number): void;
  repeated(): readonly number[];
}

/** Makes an empty bag. */
export function createHashBag(): HashBag {
  let hashes = new Int32Array(1024);
  let length = 0;
  return {
    add: (hash) => {
      if (length === hashes.length) {
        const grown = new Int32Array(length * 2);
        grown.set(hashes);
        hashes = grown;
      }
      hashes[length] = hash;
      length += 1;
    },
    repeated: () => {
      const sorted = hashes.slice(0, length).sort();
      const found: number[] = [];
      for (let index = 1; index < length; index += 1) {
        const hash = sorted[index] ?? 0;
        if (hash === sorted[index - 1] && hash !== found.at(-1)) found.push(hash);
      }
      return found;
    },
  };
}
