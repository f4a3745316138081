import { z } from 'zod';
import {
  onHandConditionSchema,
  onHandFilterSchema,
  onHandSortSchema,
  type OnHandCondition,
  type OnHandFilter,
  type OnHandSort,
} from '../../../src-main/domain/on-hand-query.ts';
import { conditionOf, gridFilterOf } from '../../grid/grid-conditions.ts';
import type { GridFilter, GridView } from '../../grid/grid-types.ts';

/** Which on-hand rows are shown, and in which order. It stands in the address, so that Back brings it back. */
export interface OnHandView {
  readonly filter: OnHandFilter;
  readonly sort: OnHandSort;
}

/** Shows everything in the default order. */
export const everything: OnHandView = { filter: onHandFilterSchema.parse({}), sort: [] };

const conditionsSchema = z.array(onHandConditionSchema).max(40);

/** Reads the view from the address. What makes no sense there is left out. `group` names a tracking dimension group. */
export function readView(params: URLSearchParams): OnHandView {
  const serial = onHandFilterSchema.shape.serial.safeParse(params.get('serial') ?? undefined).data ?? 'all';
  const search = onHandFilterSchema.shape.search.safeParse(params.get('search') ?? '').data ?? '';
  const group = params.get('group');
  const conditions = [
    ...(group === null ? [] : [groupIs(group)]),
    ...(conditionsSchema.safeParse(parseJson(params.get('filters'))).data ?? []),
  ];
  const filter = onHandFilterSchema.safeParse({ serial, search, conditions: firstOfEachColumn(conditions) });
  const sort = onHandSortSchema.safeParse(parseJson(params.get('sort')) ?? []);
  return { filter: filter.data ?? everything.filter, sort: sort.data ?? [] };
}

/** Writes the view into an address, as short as it can be. */
export function writeView({ filter, sort }: OnHandView): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.serial !== 'all') params.set('serial', filter.serial);
  if (filter.search !== '') params.set('search', filter.search);
  const group = filter.conditions.find(isGroup);
  if (group !== undefined) params.set('group', group.value);
  const others = filter.conditions.filter((condition) => condition !== group);
  if (others.length > 0) params.set('filters', JSON.stringify(others));
  if (sort.length > 0) params.set('sort', JSON.stringify(sort));
  return params;
}

/** The part of the view that the grid's columns show. */
export function gridView({ filter, sort }: OnHandView): GridView {
  return { filters: filter.conditions.map(gridFilterOf), sort };
}

/** The conditions that the grid's filters stand for. */
export function conditionsOf(filters: readonly GridFilter[]): OnHandCondition[] {
  return filters.flatMap((filter) => onHandConditionSchema.safeParse(conditionOf(filter)).data ?? []);
}

/** Whether nothing is left out. */
export function isUnfiltered({ serial, search, conditions }: OnHandFilter): boolean {
  return serial === 'all' && search === '' && conditions.length === 0;
}

function groupIs(value: string): OnHandCondition {
  return { column: 'trackingDimensionGroup', operator: 'equals', value };
}

function isGroup(condition: OnHandCondition): condition is OnHandCondition & { readonly value: string } {
  return condition.column === 'trackingDimensionGroup' && condition.operator === 'equals';
}

function firstOfEachColumn(conditions: readonly OnHandCondition[]): readonly OnHandCondition[] {
  return conditions.filter(
    (condition, index) => conditions.findIndex(({ column }) => column === condition.column) === index,
  );
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
