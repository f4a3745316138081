import { nameKey } from '../../../src-main/domain/name-key.ts';

/** Something that the command palette leads to. */
export interface PaletteEntry {
  /** What the entry is, e.g. `Page`, or `Action` where something begins there. */
  readonly kind: string;
  readonly name: string;
  /** Tells it from others, e.g. a group's description. */
  readonly detail: string;
  /** Address to go to. */
  readonly to: string;
}

/**
 * The entries that fit what was typed, the best first: those whose name begins with it, then those in which a word
 * does, then those that have it anywhere. Every word typed must be found. Without any text: all, as they stand.
 */
export function matchEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = nameKey(typed.trim());
  if (wanted === '') return entries;
  const words = wanted.split(/\s+/);
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, wanted, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ entry }) => entry);
}

function rankOf({ name, detail }: PaletteEntry, wanted: string, words: readonly string[]): number {
  const key = nameKey(name);
  const whole = `${key} ${nameKey(detail)}`;
  if (!words.every((word) => whole.includes(word))) return 0;
  if (key === wanted) return 4;
  if (key.startsWith(wanted)) return 3;
  return ` ${key}`.includes(` ${words[0] ?? ''}`) ? 2 : 1;
}
