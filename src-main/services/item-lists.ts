import { randomUUID } from 'node:crypto';
import { DomainError } from '../domain/problem.ts';
import { dropItemList, fillItemList } from '../store/item-list-queries.ts';
import type { Store } from '../store/store.ts';

/** Lists that are kept at the same time; the oldest goes first. */
const KEPT = 8;

/** Lists of items that are kept while the app runs, so that the filter of on-hand names any number of items by one id. */
export interface ItemLists {
  /** Keeps a list and returns its id; null for one without items. */
  keep(itemNumbers: readonly string[]): string | null;
  /** Lets queries of the store use a list. @throws DomainError `not-found` where it is not kept any more. */
  use(list: string | undefined): void;
  /** The items of a list, for another connection. @throws as `use` does. */
  itemsOf(list: string): readonly string[];
}

/** Makes the lists for the queries of one store. */
export function createItemLists(store: Store): ItemLists {
  const kept = new Map<string, readonly string[]>();
  const filled = new Set<string>();
  const itemsOf = (list: string): readonly string[] => {
    const items = kept.get(list);
    if (items === undefined)
      throw new DomainError(
        'not-found',
        'The rows that a change reaches are not kept any more. Remove this filter, or look at the change again.',
        'filter.list',
      );
    return items;
  };
  return {
    itemsOf,
    keep: (itemNumbers) => {
      if (itemNumbers.length === 0) return null;
      const list = randomUUID();
      kept.set(list, itemNumbers);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) {
        kept.delete(oldest);
        if (filled.delete(oldest)) dropItemList(store, oldest);
      }
      return list;
    },
    use: (list) => {
      if (list === undefined || filled.has(list)) return;
      fillItemList(store, list, itemsOf(list));
      filled.add(list);
    },
  };
}
