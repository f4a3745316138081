import { z } from 'zod';
import { itemInputSchema, type Item, type ItemInput } from '../domain/item.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { groupByKey, groupNames } from '../store/group-queries.ts';
import {
  deleteItem,
  itemByNumber,
  itemsByNumbers,
  moveItems,
  saveItem,
  stockRowsOf,
} from '../store/item-queries.ts';
import { listStorageGroups } from '../store/storage-group-queries.ts';
import type { Store } from '../store/store.ts';
import type { RecordedChange } from './history-recorder.ts';
import { storeStorageGroup } from './storage-groups.ts';

/** An item as the history keeps it: the group's name is there to be read, and for when the group was made anew. */
const itemVersionSchema = itemInputSchema.extend({ trackingDimensionGroup: z.string() });

/** Stores items inside one change. */
export interface ItemWriter {
  /**
   * Stores an item, new or changed. A storage dimension group that it names and that is not known is made with it.
   * @param known the stored item that is changed; undefined for a new one.
   * @throws DomainError `not-found` where its tracking dimension group is gone.
   */
  store(input: ItemInput, known: Item | undefined): Item;
  /** Moves stored items to a group. Returns how many were not in it already. */
  move(itemNumbers: readonly string[], groupId: number | null): number;
}

/** Makes the writer of a change. It remembers names, so it lives no longer than the change. */
export function createItemWriter(store: Store, change: RecordedChange): ItemWriter {
  const groups = groupNames(store);
  const storageNames = new Map(listStorageGroups(store).map(({ name }) => [nameKey(name), name]));

  const storageName = (asked: string): string => {
    if (asked === '') return '';
    const known = storageNames.get(nameKey(asked));
    if (known !== undefined) return known;
    const { name } = storeStorageGroup(store, change, { name: asked, warehouseProcesses: true });
    storageNames.set(nameKey(name), name);
    return name;
  };
  const record = (before: Item | undefined, after: Item): void =>
    change.record({
      kind: 'item',
      subject: after.itemNumber,
      name: after.itemNumber,
      before: before === undefined ? null : said(before, groups),
      after: said(after, groups),
    });

  return {
    store: (input, known) => {
      requireGroup(groups, input.groupId);
      const item: Item = {
        ...input,
        itemNumber: known?.itemNumber ?? input.itemNumber,
        storageDimensionGroup: storageName(input.storageDimensionGroup),
        units: [...input.units].sort(byQuantity),
        version: (known?.version ?? 0) + 1,
      };
      if (known !== undefined && sameItem(known, item)) return known;
      saveItem(store, item);
      record(known, item);
      return item;
    },
    move: (itemNumbers, groupId) => {
      requireGroup(groups, groupId);
      const moved = itemsByNumbers(store, itemNumbers).filter((item) => item.groupId !== groupId);
      moveItems(store, itemNumbers, groupId);
      for (const item of moved) record(item, { ...item, groupId, version: item.version + 1 });
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

/** What the history keeps of an item. */
function said(item: Item, groups: ReadonlyMap<number, string>): z.infer<typeof itemVersionSchema> {
  const { version: _version, ...input } = item;
  const trackingDimensionGroup = item.groupId === null ? '' : (groups.get(item.groupId) ?? '');
  return { ...input, trackingDimensionGroup };
}

/** Whether two items are the same but for their version. */
function sameItem(one: Item, other: Item): boolean {
  return (Object.keys(itemInputSchema.shape) as (keyof ItemInput)[]).every(
    (key) => JSON.stringify(one[key]) === JSON.stringify(other[key]),
  );
}

/** Puts an item back to a version: changes it, makes it anew, or deletes it where it has no on-hand. */
export function applyItemVersion(
  store: Store,
  change: RecordedChange,
  subject: string,
  value: unknown,
): void {
  const known = itemByNumber(store, subject);
  if (value === null) {
    if (known !== undefined) removeItem(store, change, known);
    return;
  }
  const { trackingDimensionGroup, ...input } = itemVersionSchema.parse(value);
  const { groupId } = input;
  const stillThere = groupId === null || groupNames(store).has(groupId);
  const group = stillThere ? undefined : groupByKey(store, nameKey(trackingDimensionGroup));
  if (!stillThere && group === undefined)
    throw new DomainError(
      'not-found',
      `${subject} was in the tracking dimension group ${trackingDimensionGroup}, which was deleted. Restore the group first.`,
    );
  createItemWriter(store, change).store(
    { ...input, groupId: stillThere ? groupId : (group?.id ?? null) },
    known,
  );
}

function removeItem(store: Store, change: RecordedChange, item: Item): void {
  if (stockRowsOf(store, item.itemNumber).rows > 0)
    throw new DomainError('in-use', `${item.itemNumber} has on-hand, so it stays.`);
  deleteItem(store, item.itemNumber);
  change.record({
    kind: 'item',
    subject: item.itemNumber,
    name: item.itemNumber,
    before: said(item, groupNames(store)),
    after: null,
  });
}
