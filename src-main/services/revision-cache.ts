import type { Store } from '../store/store.ts';

/** Answers kept at the same time: who asks for another warehouse each time must not fill the memory. */
const MOST_KEPT = 100;

/** What was worked out before and still stands, or what `make` makes. */
export type RevisionCache = <T>(key: string, make: () => T) => T;

/**
 * Keeps what was worked out from the data until the data changes.
 * @param also what else it depends on, such as the day.
 */
export function createRevisionCache(store: Pick<Store, 'revision'>, also: () => string): RevisionCache {
  let stands = '';
  let kept = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    const now = `${store.revision()} ${also()}`;
    if (now !== stands) kept = new Map();
    stands = now;
    if (kept.has(key)) return kept.get(key) as T;
    const made = make();
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, made);
    return made;
  };
}
