import { storageDeadEnds, type DeadEnd, type StorageUser } from '../domain/dead-ends.ts';
import { nameItems } from '../domain/named-items.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { storageGroupSchema, type StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import type { WhatIf } from '../domain/what-if.ts';
import { storageGroupUses } from '../store/dead-end-queries.ts';
import { groupsByIds } from '../store/group-queries.ts';
import {
  deleteStorageGroup,
  itemsOfStorageGroup,
  listStorageGroups,
  saveStorageGroup,
  storageGroupByName,
} from '../store/storage-group-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import type { GovernedWrites } from './what-if.ts';

const EXAMPLES = 10;

/** A saved storage dimension group. */
export interface SavedStorageGroup {
  readonly group: StorageDimensionGroup;
  /** Where capture fails for its items as it is now. */
  readonly deadEnds: readonly DeadEnd[];
  /** What to undo; null where nothing changed. */
  readonly changeId: number | null;
}

/** Use cases of storage dimension groups. */
export interface StorageGroupService {
  /** All of them by name. */
  list(): readonly StorageDimensionGroup[];
  /** What saving would do to the stock. */
  whatIf(group: StorageDimensionGroup): Promise<WhatIf>;
  /**
   * Stores a storage dimension group, new or changed; its name in any case is the same group.
   * @param confirmed the revision of the confirmed preview, where the change reaches stock.
   * @throws DomainError `needs-confirmation`.
   */
  save(group: StorageDimensionGroup, confirmed: number | undefined): Promise<SavedStorageGroup>;
}

/** Makes the service. */
export function createStorageGroupService(
  context: ServiceContext,
  governed: GovernedWrites,
): StorageGroupService {
  const { store } = context;
  const save = (asked: StorageDimensionGroup): SavedStorageGroup => {
    const change = beginChange(context, 'page');
    const group = storeStorageGroup(store, change, asked);
    const ends = group.warehouseProcesses ? [] : storageDeadEnds(usersOf(store, group.name));
    return { group, deadEnds: ends, changeId: change.changeId() };
  };
  return {
    list: () => listStorageGroups(store),
    whatIf: (group) => governed.preview(() => void save(group)),
    save: (group, confirmed) => governed.write(confirmed, () => save(group)),
  };
}

function usersOf(store: Store, name: string): readonly StorageUser[] {
  const uses = storageGroupUses(store, name).get(name) ?? [];
  const groupIds = uses.map(({ groupId }) => groupId);
  const settings = new Map(groupsByIds(store, groupIds).map((group) => [group.id, group.settings]));
  return uses.map(({ groupId, items }) => ({ settings: settings.get(groupId), items }));
}

/** Stores a storage dimension group inside a change. Returns it with its stored spelling. */
export function storeStorageGroup(
  store: Store,
  change: RecordedChange,
  asked: StorageDimensionGroup,
): StorageDimensionGroup {
  const known = storageGroupByName(store, asked.name);
  const group = { name: known?.name ?? asked.name, warehouseProcesses: asked.warehouseProcesses };
  if (known?.warehouseProcesses === group.warehouseProcesses) return known;
  saveStorageGroup(store, group);
  recordStorageGroup(change, known ?? null, group);
  return group;
}

/** Puts a storage dimension group back to a version, or deletes it where no item names it. */
export function applyStorageGroupVersion(
  store: Store,
  change: RecordedChange,
  subject: string,
  value: unknown,
): void {
  if (value !== null) {
    storeStorageGroup(store, change, storageGroupSchema.parse(value));
    return;
  }
  const known = storageGroupByName(store, subject);
  if (known === undefined) return;
  const used = itemsOfStorageGroup(store, known.name, EXAMPLES);
  if (used.items > 0)
    throw new DomainError(
      'in-use',
      `${known.name} is used by ${nameItems(used)}. Give these items another storage dimension group first.`,
    );
  deleteStorageGroup(store, known.name);
  recordStorageGroup(change, known, null);
}

function recordStorageGroup(
  change: RecordedChange,
  before: StorageDimensionGroup | null,
  after: StorageDimensionGroup | null,
): void {
  const name = after?.name ?? before?.name ?? '';
  change.record({ kind: 'storage-dimension-group', subject: nameKey(name), name, before, after });
}
