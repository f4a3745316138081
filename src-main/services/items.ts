import type { Item, ItemInput } from '../domain/item.ts';
import type { ItemChoice, ItemPageInput, ItemRow } from '../domain/item-query.ts';
import { DomainError } from '../domain/problem.ts';
import { proposeMask } from '../domain/serial-mask.ts';
import type { WhatIf } from '../domain/what-if.ts';
import { groupNames } from '../store/group-queries.ts';
import { itemNumbersOf, itemPage } from '../store/item-page-queries.ts';
import { itemByNumber, moveItems, serialsOf } from '../store/item-queries.ts';
import type { ServiceContext } from './context.ts';
import { beginChange } from './history-recorder.ts';
import { createItemWriter, itemNumberTaken, removeItems, requireGroup } from './item-changes.ts';
import { changedMeanwhile } from './required-version.ts';
import { createSerialNumberControl } from './serial-number-control.ts';
import type { GovernedWrites } from './what-if.ts';

/** Serial numbers that a proposed mask is made from at most. */
const MASK_SERIALS = 5000;

/** A new item, or a change of the version that the user has seen. */
export interface SaveItem extends ItemInput {
  readonly version?: number | undefined;
}

/** Which items go to which group. */
export interface AssignGroup {
  readonly items: ItemChoice;
  /** Null for none. */
  readonly groupId: number | null;
}

/** A mask that the item's serial numbers fit. */
export interface ProposedMask {
  /** Null where no mask fits all of them, or there are none. */
  readonly mask: string | null;
  /** From how many serial numbers. */
  readonly serials: number;
}

/** Use cases of the page Items. */
export interface ItemService {
  page(input: ItemPageInput): { readonly rows: readonly ItemRow[]; readonly total: number };
  /** @throws DomainError `not-found`. */
  get(itemNumber: string): Item;
  /** What saving would do to the stock; refuses what saving would refuse. */
  whatIf(input: SaveItem): Promise<WhatIf>;
  /**
   * Stores an item, new or changed.
   * @param confirmed the revision of the confirmed preview, where the change reaches stock.
   * @throws DomainError `name-taken` (a new item's number, in any case), `not-found`, `changed-meanwhile`, `invalid` (its
   * number group does not fit Serial number control), `in-use` (its on-hand would lose its serial numbers),
   * `needs-confirmation`.
   */
  save(
    input: SaveItem,
    confirmed: number | undefined,
  ): Promise<{ readonly item: Item; readonly changeId: number | null }>;
  /**
   * Deletes an item that has no on-hand and is on no order. Returns what to undo.
   * @throws DomainError `in-use`, `changed-meanwhile`, `not-found`.
   */
  remove(itemNumber: string, version: number): Promise<{ readonly changeId: number | null }>;
  /** What assigning would do to the stock; refuses what assigning would refuse. */
  whatIfAssignGroup(input: AssignGroup): Promise<WhatIf>;
  /** Moves many items to a group as one change. Returns how many were not in it already. @throws as `save` does. */
  assignGroup(
    input: AssignGroup,
    confirmed: number | undefined,
  ): Promise<{ readonly items: number; readonly changeId: number | null }>;
  /** Proposes a serial mask from the serials that the item's on-hand has. @throws DomainError `not-found`. */
  proposeMask(itemNumber: string): ProposedMask;
}

/** Makes the service. */
export function createItemService(context: ServiceContext, governed: GovernedWrites): ItemService {
  const { store } = context;
  const get = (itemNumber: string): Item => {
    const item = itemByNumber(store, itemNumber);
    if (item === undefined)
      throw new DomainError('not-found', `There is no item ${itemNumber}.`, 'itemNumber');
    return item;
  };
  const current = (itemNumber: string, version: number): Item => {
    const known = get(itemNumber);
    if (known.version !== version)
      throw changedMeanwhile(
        store,
        { kind: 'item', subject: known.itemNumber, name: known.itemNumber },
        known.version - version,
      );
    return known;
  };
  const save = ({
    version,
    ...input
  }: SaveItem): { readonly item: Item; readonly changeId: number | null } => {
    const known = version === undefined ? undefined : current(input.itemNumber, version);
    const taken = version === undefined ? itemByNumber(store, input.itemNumber) : undefined;
    if (taken !== undefined) throw itemNumberTaken(taken.itemNumber);
    const change = beginChange(context, 'page');
    const item = createItemWriter(store, change).store(input, known);
    return { item, changeId: change.changeId() };
  };
  const chosen = (items: ItemChoice): readonly string[] =>
    'filter' in items ? itemNumbersOf(store, items.filter) : items.itemNumbers;
  return {
    page: (input) => itemPage(store, input),
    get,
    whatIf: (input) => governed.preview(() => void save(input)),
    save: (input, confirmed) => governed.write(confirmed, () => save(input)),
    remove: (itemNumber, version) =>
      context.write(() => {
        const change = beginChange(context, 'page');
        removeItems(store, change, [current(itemNumber, version)]);
        return { changeId: change.changeId() };
      }),
    // Without the history, which a preview of many items would only write to throw away.
    whatIfAssignGroup: ({ items, groupId }) =>
      governed.preview(() => {
        requireGroup(groupNames(store), groupId);
        const itemNumbers = chosen(items);
        createSerialNumberControl(store).checkMove(itemNumbers, groupId);
        moveItems(store, itemNumbers, groupId);
      }),
    assignGroup: ({ items, groupId }, confirmed) =>
      governed.write(confirmed, () => {
        const change = beginChange(context, 'bulk');
        const moved = createItemWriter(store, change).move(chosen(items), groupId);
        return { items: moved, changeId: change.changeId() };
      }),
    proposeMask: (itemNumber) => {
      const serials = serialsOf(store, get(itemNumber).itemNumber, MASK_SERIALS);
      return { mask: proposeMask(serials) ?? null, serials: serials.length };
    },
  };
}
