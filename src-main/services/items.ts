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
import { createItemWriter, requireGroup } from './item-changes.ts';
import type { GovernedWrites } from './what-if.ts';

/** Serial numbers that a proposed mask is made from at most. */
const MASK_SERIALS = 5000;

/** A change of the version that the user has seen. */
export interface SaveItem extends ItemInput {
  readonly version: number;
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
   * Stores a change of an item.
   * @param confirmed the revision of the confirmed preview, where the change reaches stock.
   * @throws DomainError `not-found`, `changed-meanwhile`, `in-use` (its on-hand would lose its serial numbers),
   * `needs-confirmation`.
   */
  save(
    input: SaveItem,
    confirmed: number | undefined,
  ): Promise<{ readonly item: Item; readonly changeId: number | null }>;
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
  const save = ({
    version,
    ...input
  }: SaveItem): { readonly item: Item; readonly changeId: number | null } => {
    const known = get(input.itemNumber);
    if (known.version !== version)
      throw new DomainError(
        'changed-meanwhile',
        `${known.itemNumber} was changed in another window. Nothing was saved.`,
      );
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
    // Without the history, which a preview of many items would only write to throw away.
    whatIfAssignGroup: ({ items, groupId }) =>
      governed.preview(() => {
        requireGroup(groupNames(store), groupId);
        moveItems(store, chosen(items), groupId);
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
