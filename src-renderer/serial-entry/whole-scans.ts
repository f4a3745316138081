import { createStore } from '../app/store.ts';

/** Items whose scans are taken whole, for as long as the window is open. */
const items = createStore<ReadonlySet<string>>(new Set());

/** Whether lists and ranges are read in what is scanned for an item; the user's answer holds while the window is open. */
export function useListsAndRanges(itemNumber: string): readonly [boolean, (read: boolean) => void] {
  const whole = items.use();
  const set = (read: boolean): void => {
    const next = new Set(items.get());
    if (read) next.delete(itemNumber);
    else next.add(itemNumber);
    items.set(next);
  };
  return [!whole.has(itemNumber), set];
}
