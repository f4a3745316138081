import { gtinKey, sameGtin } from '../domain/gtin.ts';
import { DomainError } from '../domain/problem.ts';
import { takenGtin } from '../domain/item.ts';
import { itemsByGtin, type ItemToSave } from '../store/item-queries.ts';
import type { Store } from '../store/store.ts';

/**
 * Refuses items that get a GTIN which another item has, or gets with them. Items that have the same one already, from
 * before this was refused, are let be.
 * @throws DomainError `name-taken`, with the path `gtin`, naming the other item.
 */
export function refuseTakenGtins(store: Store, saved: readonly ItemToSave[]): void {
  const given = saved.filter(
    ({ item, known }) => item.gtin !== '' && !sameGtin(item.gtin, known?.gtin ?? ''),
  );
  if (given.length === 0) return;
  const isGiven = new Set(given);
  const changing = new Set(saved.map(({ item }) => item.itemNumber));
  const gtins = given.map(({ item }) => item.gtin);
  const holders = new Map(
    [
      ...itemsByGtin(store, gtins).filter(({ itemNumber }) => !changing.has(itemNumber)),
      ...saved.filter((one) => !isGiven.has(one)).map(({ item }) => item),
    ].map((item) => [gtinKey(item.gtin), item]),
  );
  for (const { item } of given) {
    const holder = holders.get(gtinKey(item.gtin));
    if (holder !== undefined) throw new DomainError('name-taken', takenGtin(holder), 'gtin');
    holders.set(gtinKey(item.gtin), item);
  }
}
