import { z } from 'zod';
import { filterText, type GridCondition } from '../../src-main/domain/grid-condition.ts';

/** The schemas of what a grid can be asked for. */
export interface GridAddressSchemas<Condition, Sort> {
  readonly condition: z.ZodType<Condition>;
  readonly sort: z.ZodType<Sort>;
}

/** Search, column filters and order of a grid, as an address has them. */
export interface GridAddress<Condition, Sort> {
  readonly search: string;
  /** One a column. */
  readonly conditions: readonly Condition[];
  readonly sort: Sort;
}

/** Most column filters that are read. */
const MOST_CONDITIONS = 40;

/**
 * Reads what a grid shows from an address; what makes no sense there is left out. `group` names a tracking dimension
 * group and wins over a filter of that column.
 */
export function readGridAddress<Condition extends GridCondition, Sort>(
  params: URLSearchParams,
  schemas: GridAddressSchemas<Condition, Sort>,
): GridAddress<Condition, Sort> {
  const conditions = z.array(schemas.condition).max(MOST_CONDITIONS);
  const group = params.get('group');
  const read = [
    ...(group === null ? [] : (z.array(schemas.condition).safeParse([groupIs(group)]).data ?? [])),
    ...(conditions.safeParse(parseJson(params.get('filters'))).data ?? []),
  ];
  const sort = schemas.sort.safeParse(parseJson(params.get('sort')) ?? []);
  return {
    search: filterText.safeParse(params.get('search') ?? '').data ?? '',
    conditions: firstOfEachColumn(read),
    sort: sort.data ?? schemas.sort.parse([]),
  };
}

/** Writes what a grid shows into an address. */
export function writeGridAddress(
  params: URLSearchParams,
  { search, conditions, sort }: GridAddress<GridCondition, readonly unknown[]>,
): void {
  if (search !== '') params.set('search', search);
  const group = conditions.find(isGroup);
  if (group !== undefined) params.set('group', group.value);
  const others = conditions.filter((condition) => condition !== group);
  if (others.length > 0) params.set('filters', JSON.stringify(others));
  if (sort.length > 0) params.set('sort', JSON.stringify(sort));
}

function groupIs(value: string): GridCondition {
  return { column: 'trackingDimensionGroup', operator: 'equals', value };
}

function isGroup(condition: GridCondition): condition is GridCondition & { readonly value: string } {
  return condition.column === 'trackingDimensionGroup' && condition.operator === 'equals';
}

function firstOfEachColumn<Condition extends GridCondition>(
  conditions: readonly Condition[],
): readonly Condition[] {
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
