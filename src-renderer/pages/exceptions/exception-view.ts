import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import {
  exceptionConditionSchema,
  exceptionFilterSchema,
  exceptionSortSchema,
  type ExceptionCondition,
  type ExceptionFilter,
  type ExceptionSort,
} from '../../../src-main/domain/stock-exception.ts';
import { readGridAddress, writeGridAddress } from '../../app/grid-address.ts';
import { conditionOf, gridFilterOf, type ColumnScale } from '../../grid/grid-conditions.ts';
import type { GridFilter, GridSort, GridView } from '../../grid/grid-types.ts';

/** Which exceptions are shown, and in which order. */
export interface ExceptionView {
  readonly filter: ExceptionFilter;
  readonly sort: ExceptionSort;
}

/** Shows everything, the oldest first. */
export const everyException: ExceptionView = { filter: exceptionFilterSchema.parse({}), sort: [] };

const schemas = { condition: exceptionConditionSchema, sort: exceptionSortSchema };

/** The view as it stands in the address, so that Back and links bring it back. What makes no sense is left out. */
export const exceptionViewAddress = {
  read: (params: URLSearchParams): ExceptionView => {
    const { search, conditions, sort } = readGridAddress(params, schemas);
    return { filter: { search, conditions: [...conditions] }, sort };
  },
  write: ({ filter, sort }: ExceptionView): URLSearchParams => {
    const params = new URLSearchParams();
    writeGridAddress(params, { ...filter, sort });
    return params;
  },
};

/** Ages are whole days, all other numbers quantities. */
const scaleOf: ColumnScale = (column) => (column === 'age' ? 1 : THOUSANDTHS);

/** The part of the view that the grid's columns show. */
export function exceptionGridView({ filter, sort }: ExceptionView): GridView {
  return { filters: filter.conditions.map((condition) => gridFilterOf(condition, scaleOf)), sort };
}

/** The conditions that the grid's filters stand for. */
export function exceptionConditionsOf(filters: readonly GridFilter[]): ExceptionCondition[] {
  return filters.flatMap(
    (filter) => exceptionConditionSchema.safeParse(conditionOf(filter, scaleOf)).data ?? [],
  );
}

/** The columns of an order, of those that there are. */
export function exceptionSortOf(sort: readonly GridSort[]): ExceptionSort[number][] {
  return sort.flatMap((one) => exceptionSortSchema.safeParse([{ ...one }]).data ?? []);
}

/** Columns that a select of the page filters by a whole value. */
export type ChosenColumn = 'reason' | 'responsible';

/** The value that a select filters by; empty for none. */
export function chosenValue({ conditions }: ExceptionFilter, column: ChosenColumn): string {
  const found = conditions.find((one) => one.column === column);
  return found?.operator === 'equals' ? found.value : '';
}

/** The filter with another value of a select; empty takes it off. */
export function withChosen(filter: ExceptionFilter, column: ChosenColumn, value: string): ExceptionFilter {
  const others = filter.conditions.filter((one) => one.column !== column);
  return {
    ...filter,
    conditions: value === '' ? others : [...others, { column, operator: 'equals', value }],
  };
}

/** Whether nothing is left out. */
export function showsEveryException({ search, conditions }: ExceptionFilter): boolean {
  return search === '' && conditions.length === 0;
}
