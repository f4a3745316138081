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

/** Collects hashes in the order of rows and finds the rows whose hash another one has too, at four bytes a row. */
export interface HashBag {
  /** Adds the hash of the next row; undefined for a row without one. */
  add(hash: number | undefined): void;
  /** Numbers of the rows, the first being 1. */
  repeated(): readonly number[];
}

/** Stands for a row without a hash. */
const NONE = 0;

/** Makes an empty bag. */
export function createHashBag(): HashBag {
  let hashes = new Int32Array(1024);
  let length = 0;
  return {
    add: (hash) => {
      // Moved, not copied: what is outgrown need not wait for the garbage collector.
      if (length === hashes.length) hashes = new Int32Array(hashes.buffer.transfer(hashes.byteLength * 2));
      // A hash that happens to be the sign for none becomes another one: it is compared by its texts anyway.
      hashes[length] = hash === undefined ? NONE : hash || 1;
      length += 1;
    },
    repeated: () => {
      const sorted = hashes.slice(0, length).sort();
      const twice = new Set<number>();
      for (let index = 1; index < length; index += 1) {
        const hash = sorted[index] ?? 0;
        if (hash !== NONE && hash === sorted[index - 1]) twice.add(hash);
      }
      sorted.buffer.transfer(0);
      const found: number[] = [];
      if (twice.size > 0)
        for (let index = 0; index < length; index += 1)
          if (twice.has(hashes[index] ?? NONE)) found.push(index + 1);
      return found;
    },
  };
}
