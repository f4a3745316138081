import { nameKey } from '../domain/name-key.ts';
import type { TrackingDimensionGroup } from '../domain/tracking-dimension-group.ts';
import type { TrackingSettings } from '../domain/tracking-settings.ts';
import type { DeadEndFacts } from '../domain/dead-ends.ts';
import type { StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import { deadEndFactsOf } from '../store/dead-end-queries.ts';
import { listGroups, movedGroups } from '../store/group-queries.ts';
import { itemsWithSerials, listItems } from '../store/item-queries.ts';
import { listNumberGroups } from '../store/number-group-queries.ts';
import { listStorageGroups } from '../store/storage-group-queries.ts';
import type { Store } from '../store/store.ts';
import type { PlannedGroups, PlannedItem, PlannedItems } from './planned.ts';
import type { PlannedStorageGroups } from './inspect-storage-groups.ts';
import type { StockedItem } from './stage-on-hand.ts';

/** What the stock of an import's present data forbids. */
export interface StockHolds {
  /** Ids of the groups that have on-hand. */
  readonly movedGroups: ReadonlySet<number>;
  /** Numbers of the items whose on-hand carries serial numbers. */
  readonly itemsWithSerials: ReadonlySet<string>;
  /** By the id of a stored group: what stands in the way of its capture. */
  readonly deadEndFacts: ReadonlyMap<number, DeadEndFacts>;
}

/** What is stored, and what the files of an import read so far will store. All maps are by `nameKey`. */
export interface ImportPlan {
  readonly storedGroups: ReadonlyMap<string, TrackingDimensionGroup>;
  readonly storedItems: ReadonlyMap<string, PlannedItem>;
  readonly groups: PlannedGroups;
  readonly items: PlannedItems;
  readonly storedStorageGroups: ReadonlyMap<string, StorageDimensionGroup>;
  readonly storageGroups: PlannedStorageGroups;
  /** Keys of the codes of the tracking number groups. */
  readonly numberGroupCodes: ReadonlySet<string>;
  readonly holds: StockHolds;
  /** Names of the groups there will be. */
  groupNames(): ReadonlyMap<string, string>;
  /** The item there will be under a number, in any case, with the settings it will have. */
  stockedItem(itemNumber: string): StockedItem | undefined;
  /** The settings that a group of a name will have. */
  settingsOf(group: string): TrackingSettings | undefined;
  /** Whether a storage dimension group of a name will use warehouse management processes. */
  usesWarehouseProcesses(storageGroup: string): boolean;
  /** The spelling under which a storage dimension group will be kept. */
  storageGroupName(storageGroup: string): string;
}

/** Begins a plan with what is stored. */
export function beginPlan(store: Store): ImportPlan {
  const storedGroups = new Map(listGroups(store).map((group) => [nameKey(group.name), group]));
  const stored = listItems(store);
  const nameOf = new Map([...storedGroups.values()].map(({ id, name }) => [id, name]));
  const storedItems = new Map<string, PlannedItem>(
    stored.map(({ groupId, version: _version, serialMask: _mask, ...item }) => [
      nameKey(item.itemNumber),
      { ...item, group: groupId === null ? '' : (nameOf.get(groupId) ?? '') },
    ]),
  );
  const masks = new Map(
    stored.flatMap(({ itemNumber, serialMask }) =>
      serialMask === '' ? [] : [[itemNumber, serialMask] as const],
    ),
  );
  const storedStorageGroups = new Map(listStorageGroups(store).map((group) => [nameKey(group.name), group]));
  const storageGroups: PlannedStorageGroups = new Map();
  const groups: PlannedGroups = new Map();
  const items: PlannedItems = new Map();
  const storageGroupOf = (name: string): StorageDimensionGroup | undefined =>
    storageGroups.get(nameKey(name)) ?? storedStorageGroups.get(nameKey(name));
  const settingsOf = (group: string): TrackingSettings | undefined =>
    (groups.get(nameKey(group)) ?? storedGroups.get(nameKey(group)))?.settings;
  return {
    storedGroups,
    storedItems,
    groups,
    items,
    storedStorageGroups,
    storageGroups,
    numberGroupCodes: new Set(listNumberGroups(store).map(({ code }) => nameKey(code))),
    holds: {
      movedGroups: movedGroups(store),
      itemsWithSerials: itemsWithSerials(store),
      deadEndFacts: deadEndFactsOf(store),
    },
    settingsOf,
    usesWarehouseProcesses: (name) => storageGroupOf(name)?.warehouseProcesses ?? true,
    storageGroupName: (name) => storageGroupOf(name)?.name ?? name,
    groupNames: () => new Map([...storedGroups, ...groups].map(([key, { name }]) => [key, name])),
    stockedItem: (itemNumber) => {
      const item = items.get(nameKey(itemNumber)) ?? storedItems.get(nameKey(itemNumber));
      return (
        item && {
          itemNumber: item.itemNumber,
          settings: settingsOf(item.group),
          serialMask: masks.get(item.itemNumber) ?? '',
        }
      );
    },
  };
}
