import { locationPatternKey, type LocationPattern } from '../domain/location-stage.ts';
import { nameKey } from '../domain/name-key.ts';
import type { TrackingDimensionGroup } from '../domain/tracking-dimension-group.ts';
import type { NumberGroupInput, TrackingNumberGroup } from '../domain/tracking-number-group.ts';
import type { TrackingSettings } from '../domain/tracking-settings.ts';
import type { DeadEndFacts, StorageUser } from '../domain/dead-ends.ts';
import type { NamedItems } from '../domain/named-items.ts';
import { fitsSerialNumberControl, type UnfitNumbering } from '../domain/number-generation.ts';
import type { StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import { deadEndFactsOf, storageGroupUses } from '../store/dead-end-queries.ts';
import { listGroups } from '../store/group-queries.ts';
import { itemsWithSerials, listItems, type StoredItem } from '../store/item-queries.ts';
import { hasPackingStage, listLocationPatterns } from '../store/location-stage-queries.ts';
import { movedGroups } from '../store/moved-items.ts';
import { itemsOfCode, listNumberGroups } from '../store/number-group-queries.ts';
import { listStorageGroups } from '../store/storage-group-queries.ts';
import type { Store } from '../store/store.ts';
import type { PlannedGroups, PlannedItem, PlannedItems, PlannedPatterns } from './planned.ts';
import type { PlannedOrders } from './planned-orders.ts';
import type { PlannedNumberGroups } from './inspect-number-groups.ts';
import type { PlannedStorageGroups } from './inspect-storage-groups.ts';
import { unfitCodes, unfitNumbering } from './serial-number-control.ts';
import type { StockedItem } from './stage-on-hand.ts';

/** What the stock of an import's present data forbids. */
export interface StockHolds {
  /** Ids of the groups that have on-hand. */
  readonly movedGroups: ReadonlySet<number>;
  /** Numbers of the items whose on-hand carries serial numbers. */
  readonly itemsWithSerials: ReadonlySet<string>;
  /** By the id of a stored group: what stands in the way of its capture. */
  readonly deadEndFacts: ReadonlyMap<number, DeadEndFacts>;
  /** Some location has the stage Packing. */
  readonly packs: boolean;
  /** By the id of a stored group: its items whose number group does not fit Serial number control. */
  readonly unfitNumbering: ReadonlyMap<number, UnfitNumbering>;
}

/** What is stored, and what the files of an import read so far will store. All maps are by `nameKey`. */
export interface ImportPlan {
  readonly storedGroups: ReadonlyMap<string, TrackingDimensionGroup>;
  readonly storedItems: ReadonlyMap<string, PlannedItem>;
  readonly groups: PlannedGroups;
  readonly items: PlannedItems;
  readonly storedStorageGroups: ReadonlyMap<string, StorageDimensionGroup>;
  readonly storageGroups: PlannedStorageGroups;
  readonly orders: PlannedOrders;
  /** By `locationPatternKey`. */
  readonly storedPatterns: ReadonlyMap<string, LocationPattern>;
  readonly locationPatterns: PlannedPatterns;
  readonly storedNumberGroups: ReadonlyMap<string, TrackingNumberGroup>;
  readonly numberGroups: PlannedNumberGroups;
  /** The items under Serial number control that have a code as their serial number group. */
  controlledItems(code: string): NamedItems;
  /** Whether there will be a tracking number group of a code. */
  hasNumberGroup(code: string): boolean;
  /** The spelling of the code of a number group that will be there and not fit Serial number control. */
  unfitCode(code: string): string | undefined;
  readonly holds: StockHolds;
  /** Names of the groups there will be. */
  groupNames(): ReadonlyMap<string, string>;
  /** The item there will be under a number, in any case, with the settings it will have. */
  stockedItem(itemNumber: string): StockedItem | undefined;
  /** The settings that a group of a name will have. */
  settingsOf(group: string): TrackingSettings | undefined;
  /** The stored items of a storage dimension group, by their group as it will be. */
  storageUsers(storageGroup: string): readonly StorageUser[];
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
  const numberGroups = listNumberGroups(store);
  const storedNumberGroups = new Map(numberGroups.map((group) => [nameKey(group.code), group]));
  const plannedNumberGroups: PlannedNumberGroups = new Map();
  const numberGroupOf = (code: string): NumberGroupInput | undefined =>
    plannedNumberGroups.get(nameKey(code)) ?? storedNumberGroups.get(nameKey(code));
  const unfit = unfitCodes(numberGroups);
  let uses: ReturnType<typeof storageGroupUses> | undefined;
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
    orders: new Map(),
    storedPatterns: new Map(listLocationPatterns(store).map((one) => [locationPatternKey(one), one])),
    locationPatterns: new Map(),
    storedNumberGroups,
    numberGroups: plannedNumberGroups,
    controlledItems: (code) => itemsOfCode(store, 'serial_number_group', code, true),
    hasNumberGroup: (code) => numberGroupOf(code) !== undefined,
    unfitCode: (code) => {
      const group = numberGroupOf(code);
      return group === undefined || fitsSerialNumberControl(group) ? undefined : group.code;
    },
    holds: {
      movedGroups: movedGroups(store),
      itemsWithSerials: itemsWithSerials(store),
      deadEndFacts: deadEndFactsOf(store),
      packs: hasPackingStage(store),
      unfitNumbering: unfitByGroup(stored, unfit),
    },
    storageUsers: (name) => {
      const known = storedStorageGroups.get(nameKey(name))?.name ?? '';
      uses ??= storageGroupUses(store);
      return (uses.get(known) ?? []).map((use) => ({
        settings: settingsOf(nameOf.get(use.groupId) ?? ''),
        items: use.items,
      }));
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

function unfitByGroup(
  items: readonly StoredItem[],
  unfit: ReadonlyMap<string, string>,
): ReadonlyMap<number, UnfitNumbering> {
  const byGroup = new Map<number, StoredItem[]>();
  for (const item of items) {
    if (item.groupId === null || !unfit.has(nameKey(item.serialNumberGroup))) continue;
    const known = byGroup.get(item.groupId);
    if (known === undefined) byGroup.set(item.groupId, [item]);
    else known.push(item);
  }
  return new Map(
    [...byGroup].flatMap(([id, those]): [number, UnfitNumbering][] => {
      const found = unfitNumbering(those, unfit);
      return found === undefined ? [] : [[id, found]];
    }),
  );
}
