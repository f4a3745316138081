import { nameKey } from '../domain/name-key.ts';
import { generatesFor, type NumberDocument } from '../domain/number-generation.ts';
import { DomainError } from '../domain/problem.ts';
import { serialPolicy, type SerialPolicy } from '../domain/serial-policy.ts';
import { numberGroupByCode } from '../store/number-group-queries.ts';
import { storedItemPolicies, storedItemPolicy, type StoredItemPolicy } from '../store/policy-queries.ts';
import type { Store } from '../store/store.ts';

/** An item with the policy that its groups make. */
export interface StockedItem extends StoredItemPolicy {
  readonly policy: SerialPolicy;
}

/**
 * Reads an item with its policy; its number may be written in any case.
 * @throws DomainError `not-found` for an unknown item.
 */
export function stockedItem(store: Store, itemNumber: string, path = 'itemNumber'): StockedItem {
  const stored = storedItemPolicy(store, nameKey(itemNumber));
  if (stored === undefined) throw new DomainError('not-found', `There is no item ${itemNumber}.`, path);
  return { ...stored, policy: serialPolicy(stored.settings, stored.warehouseProcesses) };
}

/** Reads several items with their policies, by their keys (see `nameKey`); unknown ones are left out. One statement. */
export function stockedItems(store: Store, itemKeys: readonly string[]): ReadonlyMap<string, StockedItem> {
  return new Map(
    [...storedItemPolicies(store, itemKeys)].map(([key, stored]) => [
      key,
      { ...stored, policy: serialPolicy(stored.settings, stored.warehouseProcesses) },
    ]),
  );
}

/** The tracking number group that makes an item's serial numbers for a document, if one does. */
export function generatingGroup(
  store: Store,
  { serialNumberGroup }: Pick<StockedItem, 'serialNumberGroup'>,
  document: NumberDocument,
): { readonly id: number; readonly code: string } | undefined {
  if (serialNumberGroup === '') return undefined;
  const group = numberGroupByCode(store, serialNumberGroup);
  return group !== undefined && generatesFor(group, document) ? group : undefined;
}
