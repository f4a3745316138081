/** A text with a number in it that can count up: the last run of digits. */
export interface Counter {
  readonly prefix: string;
  /** The digits as they are written, with leading zeros. */
  readonly digits: string;
  readonly suffix: string;
}

/** Finds the last number in a text; undefined where it has no digit. */
export function counterOf(text: string): Counter | undefined {
  const match = /^(.*?)(\d+)(\D*)$/s.exec(text);
  return match === null
    ? undefined
    : { prefix: match[1] ?? '', digits: match[2] ?? '', suffix: match[3] ?? '' };
}

/**
 * A text and those that follow when its last number counts up: `bilou-87` ×2 is `bilou-87`, `bilou-88`. Leading zeros,
 * what stands before and behind are kept; after 999 comes 1000.
 */
export function countUp({ prefix, digits, suffix }: Counter, count: number): readonly string[] {
  const first = BigInt(digits);
  return Array.from(
    { length: count },
    (_, index) => `${prefix}${String(first + BigInt(index)).padStart(digits.length, '0')}${suffix}`,
  );
}
