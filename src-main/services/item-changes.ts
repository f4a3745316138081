import { z } from 'zod';
import { gtinSchema } from '../domain/gtin.ts';
import { itemInputSchema, type Item, type ItemInput } from '../domain/item.ts';
import { countItem, nameItems, noItems } from '../domain/named-items.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { groupNames } from '../store/group-queries.ts';
import {
  deleteItems,
  itemsByNumbers,
  itemsInAnyCase,
  moveItems,
  ordersOfItem,
  saveItems,
  usedItems,
  type ItemToSave,
} from '../store/item-queries.ts';
import { movedItems } from '../store/moved-items.ts';
import { listStorageGroups } from '../store/storage-group-queries.ts';
import type { Store } from '../store/store.ts';
import type { Recorded, RecordedChange } from './history-recorder.ts';
import { refuseTakenGtins } from './item-gtins.ts';
import { createSerialNumberControl } from './serial-number-control.ts';
import { storeStorageGroup } from './storage-groups.ts';
import type { ApplyVersions } from './undo-change.ts';

/** An item as the history keeps it: the group's name is there to be read, and for when the group was made anew. */
const itemVersionSchema = itemInputSchema.extend({
  trackingDimensionGroup: z.string(),
  // Versions from before items had one are without it.
  gtin: gtinSchema.default(''),
});

/** What an item shall be. */
export interface ItemToStore {
  readonly input: ItemInput;
  /** The stored item that is changed; undefined for a new one. */
  readonly known: Item | undefined;
}

/** Stores items inside one change. */
export interface ItemWriter {
  /**
   * Stores an item, new or changed. A storage dimension group that it names and that is not known is made with it.
   * @param known the stored item that is changed; undefined for a new one.
   * @throws DomainError `not-found` where its tracking dimension group is gone, `invalid` where its number group does
   * not fit Serial number control, `name-taken` where it gets the GTIN of another item.
   */
  store(input: ItemInput, known: Item | undefined): Item;
  /** Stores many items, none of them twice, with few statements. @throws as `store` does. */
  storeAll(asked: readonly ItemToStore[]): void;
  /** Moves stored items to a group. Returns how many were not in it already. @throws as `store` does. */
  move(itemNumbers: readonly string[], groupId: number | null): number;
}

/** Makes the writer of a change. It remembers names, so it lives no longer than the change. */
export function createItemWriter(store: Store, change: RecordedChange): ItemWriter {
  const groups = groupNames(store);
  const control = createSerialNumberControl(store);
  const storageNames = new Map(listStorageGroups(store).map(({ name }) => [nameKey(name), name]));

  const storageName = (asked: string): string => {
    if (asked === '') return '';
    const known = storageNames.get(nameKey(asked));
    if (known !== undefined) return known;
    const { name } = storeStorageGroup(store, change, { name: asked, warehouseProcesses: true });
    storageNames.set(nameKey(name), name);
    return name;
  };

  const settled = ({ input, known }: ItemToStore): ItemToSave => {
    requireGroup(groups, input.groupId);
    const item: Item = {
      ...input,
      itemNumber: known?.itemNumber ?? input.itemNumber,
      storageDimensionGroup: storageName(input.storageDimensionGroup),
      units: [...input.units].sort(byQuantity),
      version: (known?.version ?? 0) + 1,
    };
    if (known !== undefined && sameItem(known, item)) return { item: known, known };
    control.checkItem(item, known);
    return { item, known };
  };
  const keep = (items: readonly ItemToSave[]): void => {
    refuseTakenGtins(store, items);
    const changed = items.filter(({ item, known }) => item !== known);
    saveItems(store, changed);
    change.recordAll(recordedItems(changed, groups));
  };

  return {
    store: (input, known) => {
      const one = settled({ input, known });
      keep([one]);
      return one.item;
    },
    storeAll: (asked) => keep(asked.map(settled)),
    move: (itemNumbers, groupId) => {
      requireGroup(groups, groupId);
      control.checkMove(itemNumbers, groupId);
      const moved = itemsByNumbers(store, itemNumbers).filter((item) => item.groupId !== groupId);
      moveItems(store, itemNumbers, groupId);
      change.recordAll(
        recordedItems(
          moved.map((known) => ({ known, item: { ...known, groupId } })),
          groups,
        ),
      );
      return moved.length;
    },
  };
}

/** @throws DomainError `not-found` where a group is none of those there are. */
export function requireGroup(groups: ReadonlyMap<number, string>, groupId: number | null): void {
  if (groupId !== null && !groups.has(groupId))
    throw new DomainError(
      'not-found',
      'This tracking dimension group was deleted in another window. Choose another one.',
      'groupId',
    );
}

function byQuantity(one: Item['units'][number], other: Item['units'][number]): number {
  return one.quantity - other.quantity || (one.unit < other.unit ? -1 : 1);
}

type ItemVersion = z.infer<typeof itemVersionSchema>;

/** What the history keeps of an item, its fields always in the same order: equal versions are equal texts. */
function versionOf(item: Item, groups: ReadonlyMap<number, string>): ItemVersion {
  return {
    itemNumber: item.itemNumber,
    name: item.name,
    storageDimensionGroup: item.storageDimensionGroup,
    reservationHierarchy: item.reservationHierarchy,
    serialNumberGroup: item.serialNumberGroup,
    batchNumberGroup: item.batchNumberGroup,
    inventoryUnit: item.inventoryUnit,
    catchWeightUnit: item.catchWeightUnit,
    groupId: item.groupId,
    serialMask: item.serialMask,
    gtin: item.gtin,
    units: item.units,
    trackingDimensionGroup: item.groupId === null ? '' : (groups.get(item.groupId) ?? ''),
  };
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const fields = Object.keys(itemInputSchema.shape) as (keyof ItemInput)[];

/** Whether two items are the same but for their version. */
function sameItem(one: Item, other: Item): boolean {
  return fields.every((key) => same(one[key], other[key]));
}

const movedSchema = itemVersionSchema.pick({ groupId: true, trackingDimensionGroup: true }).strip();

/**
 * Checks a version of an item. Where it is the stored item but for its group, only the group can be wrong: most versions
 * of a change of many are such, and a check of every field takes longer than storing them.
 */
function readVersion(value: unknown, known: Item | undefined): ItemVersion {
  const said = Object(value) as Readonly<Partial<Record<keyof ItemInput, unknown>>>;
  const moved = fields.every(
    (key) => key === 'groupId' || (known !== undefined && same(said[key], known[key])),
  );
  return moved && known !== undefined
    ? { ...known, ...movedSchema.parse(value) }
    : itemVersionSchema.parse(value);
}

/** Puts items back to versions: changes them, makes them anew, or deletes those that have no on-hand. */
export const applyItemVersions: ApplyVersions = (store, change, versions) => {
  const subjects = versions.map(({ subject }) => subject);
  const stored = new Map(itemsInAnyCase(store, subjects).map((item) => [nameKey(item.itemNumber), item]));
  const known = (subject: string): Item | undefined => {
    const found = stored.get(nameKey(subject));
    // The same number in another case is another item by now, made after this one was deleted.
    return found?.itemNumber === subject ? found : undefined;
  };
  const removed = versions.flatMap(({ subject, value }) => (value === null ? (known(subject) ?? []) : []));
  if (removed.length > 0) removeItems(store, change, removed);
  for (const { itemNumber } of removed) stored.delete(nameKey(itemNumber));

  const groups = groupNames(store);
  const groupIds = new Map([...groups].map(([id, name]) => [nameKey(name), id]));
  const asked = versions.flatMap(({ subject, value }): readonly ItemToStore[] => {
    if (value === null) return [];
    const found = stored.get(nameKey(subject));
    if (known(subject) !== found) throw itemNumberTaken(found?.itemNumber ?? subject);
    const { trackingDimensionGroup, ...input } = readVersion(value, found);
    const stillThere = input.groupId === null || groups.has(input.groupId);
    const groupId = stillThere ? input.groupId : groupIds.get(nameKey(trackingDimensionGroup));
    if (groupId === undefined)
      throw new DomainError(
        'not-found',
        `${subject} was in the tracking dimension group ${trackingDimensionGroup}, which was deleted. Restore the group first.`,
      );
    return [{ input: { ...input, groupId }, known: found }];
  });
  createItemWriter(store, change).storeAll(asked);
};

/** Says that an item number stands for an item already. */
export function itemNumberTaken(itemNumber: string): DomainError {
  return new DomainError('name-taken', `There is already an item ${itemNumber}.`, 'itemNumber');
}

/** Deletes items inside a change. @throws DomainError `in-use` where one of them has on-hand or is on an order. */
export function removeItems(store: Store, change: RecordedChange, items: readonly Item[]): void {
  const itemNumbers = items.map(({ itemNumber }) => itemNumber);
  const { stocked, ordered } = usedItems(store, itemNumbers);
  const moved = movedItems(store, itemNumbers);
  for (const itemNumber of itemNumbers) {
    if (stocked.has(itemNumber))
      throw new DomainError(
        'in-use',
        `${itemNumber} has on-hand, so it cannot be deleted. Only an item without stock can.`,
      );
    if (moved.has(itemNumber))
      throw new DomainError(
        'in-use',
        `${itemNumber} has inventory transactions, so it cannot be deleted. Only an item without any can.`,
      );
    if (ordered.has(itemNumber)) {
      const orders = ordersOfItem(store, itemNumber).reduce(countItem, noItems);
      throw new DomainError(
        'in-use',
        `${itemNumber} is on ${nameItems(orders)}, so it cannot be deleted. Only an item without orders can.`,
      );
    }
  }
  deleteItems(store, itemNumbers);
  change.recordAll(
    recordedItems(
      items.map((known) => ({ known, item: undefined })),
      groupNames(store),
    ),
  );
}

/** What the history says of changes of items. */
function* recordedItems(
  changed: readonly { readonly known: Item | undefined; readonly item: Item | undefined }[],
  groups: ReadonlyMap<number, string>,
): Generator<Recorded, void, undefined> {
  const said = (item: Item | undefined): ItemVersion | null =>
    item === undefined ? null : versionOf(item, groups);
  for (const { known, item } of changed) {
    const name = item?.itemNumber ?? known?.itemNumber ?? '';
    yield { kind: 'item', subject: name, name, before: said(known), after: said(item) };
  }
}
