import type { Item } from '../domain/item.ts';
import { countItem, noItems } from '../domain/named-items.ts';
import { nameKey } from '../domain/name-key.ts';
import {
  fitsSerialNumberControl,
  unfitNumberingSentence,
  type UnfitNumbering,
} from '../domain/number-generation.ts';
import { DomainError } from '../domain/problem.ts';
import type { TrackingNumberGroup } from '../domain/tracking-number-group.ts';
import { controlledGroups } from '../store/group-queries.ts';
import { itemsNumberedBy, listNumberGroups, type NumberedItem } from '../store/number-group-queries.ts';
import type { Store } from '../store/store.ts';

/** Codes of the number groups that do not fit Serial number control, by their keys. */
export function unfitCodes(groups: readonly TrackingNumberGroup[]): ReadonlyMap<string, string> {
  return new Map(
    groups
      .filter((group) => !fitsSerialNumberControl(group))
      .map(({ code }): readonly [string, string] => [nameKey(code), code]),
  );
}

/** Of some items, those that have the first number group which does not fit; undefined where all fit. */
export function unfitNumbering(
  items: Iterable<NumberedItem>,
  unfit: ReadonlyMap<string, string>,
): UnfitNumbering | undefined {
  let found: UnfitNumbering | undefined;
  for (const { itemNumber, serialNumberGroup } of items) {
    const code = unfit.get(nameKey(serialNumberGroup));
    if (code === undefined || (found !== undefined && found.code !== code)) continue;
    found = { code, items: countItem(found?.items ?? noItems, itemNumber) };
  }
  return found;
}

/** Keeps items under Serial number control away from number groups that give one number to several units. */
export interface SerialNumberControl {
  /** @throws DomainError `invalid` where an item cannot be stored with the groups that are new to it. */
  checkItem(item: Item, known: Item | undefined): void;
  /** @throws DomainError `invalid` where some of the items cannot go to a group. Called before they go. */
  checkMove(itemNumbers: readonly string[], groupId: number | null): void;
}

/** Makes the check. It remembers what it has looked up, so it lives no longer than a change of items. */
export function createSerialNumberControl(store: Store): SerialNumberControl {
  let controlled: ReadonlyMap<number, string> | undefined;
  let unfit: ReadonlyMap<string, string> | undefined;
  const controlledName = (groupId: number): string | undefined =>
    (controlled ??= controlledGroups(store)).get(groupId);
  const unfitNow = (): ReadonlyMap<string, string> => (unfit ??= unfitCodes(listNumberGroups(store)));
  return {
    checkItem: (item, known) => {
      const { groupId, serialNumberGroup } = item;
      if (groupId === null || serialNumberGroup === '') return;
      const renumbered = nameKey(known?.serialNumberGroup ?? '') !== nameKey(serialNumberGroup);
      if (!renumbered && known?.groupId === groupId) return;
      const name = controlledName(groupId);
      if (name !== undefined)
        refuse(unfitNumbering([item], unfitNow()), name, renumbered ? 'serialNumberGroup' : 'groupId');
    },
    checkMove: (itemNumbers, groupId) => {
      const name = groupId === null ? undefined : controlledName(groupId);
      if (groupId === null || name === undefined) return;
      const keys = new Set(unfitNow().keys());
      const items = itemsNumberedBy(store, keys, { itemNumbers, goingTo: groupId });
      refuse(unfitNumbering(items, unfitNow()), name, 'groupId');
    },
  };
}

/**
 * Sees to it that Serial number control can be turned on in a stored group.
 * @throws DomainError `invalid` that names the items whose number group does not fit.
 */
export function checkControlTurnedOn(
  store: Store,
  group: { readonly id: number; readonly name: string },
): void {
  const unfit = unfitCodes(listNumberGroups(store));
  const items = itemsNumberedBy(store, new Set(unfit.keys()), { groupId: group.id });
  refuse(unfitNumbering(items, unfit), group.name, 'settings.serialNumberControl');
}

function refuse(found: UnfitNumbering | undefined, groupName: string, path: string): void {
  if (found !== undefined) throw new DomainError('invalid', unfitNumberingSentence(found, groupName), path);
}
