import type { ItemField } from '../domain/dynamics-columns.ts';
import type { LocationPattern } from '../domain/location-stage.ts';
import type { StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import type { GroupInput } from '../domain/tracking-dimension-group.ts';
import type { NumberGroupInput } from '../domain/tracking-number-group.ts';

/** Groups that an import will store, by the key of their name. */
export type PlannedGroups = Map<string, GroupInput>;

/** An item that an import will store. Its group is a name, because the group may come in the same import. */
export type PlannedItem = Readonly<Record<ItemField, string>>;

/** Items that an import will store, by the key of their number. */
export type PlannedItems = Map<string, PlannedItem>;

/** Location patterns that an import will store, by `locationPatternKey`. */
export type PlannedPatterns = Map<string, LocationPattern>;

/** What an import will store of the configuration, in the order in which it is stored. */
export interface PlannedConfiguration {
  readonly groups: readonly GroupInput[];
  readonly storageGroups: readonly StorageDimensionGroup[];
  readonly numberGroups: readonly NumberGroupInput[];
  readonly items: readonly PlannedItem[];
  /** They are added to those that are stored, or take the place of those for the same locations. */
  readonly locationPatterns: readonly LocationPattern[];
}
