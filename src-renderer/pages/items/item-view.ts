import {
  itemConditionSchema,
  itemFilterSchema,
  itemGridColumns,
  itemSortSchema,
  type ItemFilter,
  type ItemPageInput,
  type ItemSort,
} from '../../../src-main/domain/item-query.ts';
import { readGridAddress, writeGridAddress } from '../../app/grid-address.ts';
import { conditionOf, gridFilterOf } from '../../grid/grid-conditions.ts';
import type { GridFilter, GridRequest, GridSort, GridView } from '../../grid/grid-types.ts';

/** Which items are shown, and in which order. */
export interface ItemView {
  readonly filter: ItemFilter;
  readonly sort: ItemSort;
}

/** Shows everything by item number. */
export const everyItem: ItemView = { filter: itemFilterSchema.parse({}), sort: [] };

const schemas = { condition: itemConditionSchema, sort: itemSortSchema };

/** Reads the view from the address. What makes no sense there is left out. `group` names a tracking dimension group. */
export function readItemView(params: URLSearchParams): ItemView {
  const { sort, ...columns } = readGridAddress(params, schemas);
  return { filter: itemFilterSchema.safeParse(columns).data ?? everyItem.filter, sort };
}

/** Writes the view into an address, as short as it can be. */
export function writeItemView({ filter, sort }: ItemView): URLSearchParams {
  const params = new URLSearchParams();
  writeGridAddress(params, { ...filter, sort });
  return params;
}

/** The view as it stands in the address, so that Back and links bring it back. */
export const itemViewAddress = { read: readItemView, write: writeItemView };

/** The part of the view that the grid's columns show. */
export function itemGridView({ filter, sort }: ItemView): GridView {
  return { filters: filter.conditions.map((condition) => gridFilterOf(condition)), sort };
}

/** The conditions that the grid's filters stand for. */
export function itemConditionsOf(filters: readonly GridFilter[]): ItemFilter['conditions'] {
  return filters.flatMap((filter) => itemConditionSchema.safeParse(conditionOf(filter)).data ?? []);
}

/** The columns of an order, of those that there are. */
export function itemSortOf(sort: readonly GridSort[]): ItemSort[number][] {
  return sort.flatMap(({ column, descending }) => {
    const known = itemGridColumns.find(({ key }) => key === column);
    return known === undefined ? [] : [{ column: known.key, descending }];
  });
}

/** What the API is asked for a stretch of the grid. */
export function itemPageOf(search: string, { filters, sort, offset, limit }: GridRequest): ItemPageInput {
  return { filter: { search, conditions: itemConditionsOf(filters) }, sort: itemSortOf(sort), offset, limit };
}

/** Whether nothing is left out. */
export function showsEveryItem({ search, conditions }: ItemFilter): boolean {
  return search === '' && conditions.length === 0;
}
