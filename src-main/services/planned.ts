import type { ItemField } from '../domain/dynamics-columns.ts';
import type { GroupInput } from '../domain/tracking-dimension-group.ts';

/** Groups that an import will store, by the key of their name. */
export type PlannedGroups = Map<string, GroupInput>;

/** An item that an import will store. Its group is a name, because the group may come in the same import. */
export type PlannedItem = Readonly<Record<ItemField, string>>;

/** Items that an import will store, by the key of their number. */
export type PlannedItems = Map<string, PlannedItem>;
