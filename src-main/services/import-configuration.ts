import { nameKey } from '../domain/name-key.ts';
import { groupByKey, groupNames } from '../store/group-queries.ts';
import { itemsByNumbers } from '../store/item-queries.ts';
import { numberGroupByCode } from '../store/number-group-queries.ts';
import type { Store } from '../store/store.ts';
import { storeGroup } from './groups.ts';
import type { RecordedChange } from './history-recorder.ts';
import { createItemWriter } from './item-changes.ts';
import { addLocationStages } from './location-stages.ts';
import type { PlannedConfiguration } from './planned.ts';
import { storeNumberGroup } from './number-groups.ts';
import { storeStorageGroup } from './storage-groups.ts';
import { look, type Reach } from './what-if.ts';

/** A change that is only looked at needs no history: of many items it would only be written to be thrown away. */
const unrecorded: RecordedChange = {
  at: '',
  user: '',
  changeId: () => null,
  record: () => undefined,
  recordAll: () => undefined,
};

/** Whether there is nothing to store. */
export function isEmpty(planned: PlannedConfiguration): boolean {
  return Object.values(planned).every((list: readonly unknown[]) => list.length === 0);
}

/**
 * Stores the configuration of an import inside a change.
 * @throws DomainError what storing a group of any kind or an item throws.
 */
export function storeConfiguration(
  store: Store,
  change: RecordedChange,
  { groups, storageGroups, numberGroups, items, locationPatterns }: PlannedConfiguration,
): void {
  for (const input of groups) storeGroup(store, change, input, groupByKey(store, nameKey(input.name)));
  for (const group of storageGroups) storeStorageGroup(store, change, group);
  for (const group of numberGroups)
    storeNumberGroup(store, change, group, numberGroupByCode(store, group.code));
  addLocationStages(store, change, locationPatterns);
  if (items.length === 0) return;
  const groupIds = new Map([...groupNames(store)].map(([id, name]) => [nameKey(name), id]));
  const numbers = items.map(({ itemNumber }) => itemNumber);
  const known = new Map(itemsByNumbers(store, numbers).map((item) => [item.itemNumber, item]));
  const asked = items.map(({ group, ...texts }) => {
    const stored = known.get(texts.itemNumber);
    const { serialMask, units } = stored ?? { serialMask: '', units: [] };
    const groupId = groupIds.get(nameKey(group)) ?? null;
    return { input: { ...texts, groupId, serialMask, units }, known: stored };
  });
  createItemWriter(store, change).storeAll(asked);
}

/**
 * Says what the configuration of an import would do to the stock as it is before the import's own on-hand. Nothing of
 * it stays. Undefined where it reaches none.
 * @throws DomainError what `storeConfiguration` throws.
 */
export function lookAtConfiguration(store: Store, planned: PlannedConfiguration): Reach | undefined {
  if (isEmpty(planned)) return undefined;
  // An item that is new has no stock.
  const stored = new Set(
    itemsByNumbers(
      store,
      planned.items.map(({ itemNumber }) => itemNumber),
    ).map(({ itemNumber }) => itemNumber),
  );
  const items = planned.items.filter(({ itemNumber }) => stored.has(itemNumber));
  const reached = look(store, () => storeConfiguration(store, unrecorded, { ...planned, items }));
  return reached.preview.needsConfirmation ? reached : undefined;
}
