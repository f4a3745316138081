import {
  onHandConditionSchema,
  onHandFilterSchema,
  onHandSortSchema,
  type OnHandCondition,
  type OnHandFilter,
  type OnHandSort,
} from '../../../src-main/domain/on-hand-query.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { readGridAddress, writeGridAddress } from '../../app/grid-address.ts';
import { conditionOf, gridFilterOf, type ColumnScale } from '../../grid/grid-conditions.ts';
import type { GridFilter, GridView } from '../../grid/grid-types.ts';
import { readViewId, writeViewId } from '../../views/view-page.ts';

/** Which on-hand rows are shown, and in which order. It stands in the address, so that Back brings it back. */
export interface OnHandView {
  readonly filter: OnHandFilter;
  readonly sort: OnHandSort;
  /** Id of the saved view that it began as. */
  readonly saved?: number | undefined;
}

/** Shows everything in the default order. */
export const everything: OnHandView = { filter: onHandFilterSchema.parse({}), sort: [] };

const schemas = { condition: onHandConditionSchema, sort: onHandSortSchema };

/** Reads the view from the address. What makes no sense there is left out. `group` names a tracking dimension group. */
export function readView(params: URLSearchParams): OnHandView {
  const { serial, list } = onHandFilterSchema.shape;
  const { sort, ...columns } = readGridAddress(params, schemas);
  const filter = onHandFilterSchema.safeParse({
    ...columns,
    serial: serial.safeParse(params.get('serial') ?? undefined).data,
    list: list.safeParse(params.get('list') ?? undefined).data,
  });
  return { filter: filter.data ?? everything.filter, sort, saved: readViewId(params) };
}

/** Writes the view into an address, as short as it can be. */
export function writeView({ filter, sort, saved }: OnHandView): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.serial !== 'all') params.set('serial', filter.serial);
  if (filter.list !== undefined) params.set('list', filter.list);
  writeGridAddress(params, { ...filter, sort });
  writeViewId(params, saved);
  return params;
}

/** The view as it stands in the address, so that Back and links bring it back. */
export const viewAddress = { read: readView, write: writeView };

/** Ages are whole days, all other numbers quantities. */
const scaleOf: ColumnScale = (column) => (column === 'age' ? 1 : THOUSANDTHS);

/** The part of the view that the grid's columns show. */
export function gridView({ filter, sort }: OnHandView): GridView {
  return { filters: filter.conditions.map((condition) => gridFilterOf(condition, scaleOf)), sort };
}

/** The conditions that the grid's filters stand for. */
export function conditionsOf(filters: readonly GridFilter[]): OnHandCondition[] {
  return filters.flatMap(
    (filter) => onHandConditionSchema.safeParse(conditionOf(filter, scaleOf)).data ?? [],
  );
}

/** Whether nothing is left out. */
export function isUnfiltered({ serial, search, list, conditions }: OnHandFilter): boolean {
  return serial === 'all' && search === '' && list === undefined && conditions.length === 0;
}
