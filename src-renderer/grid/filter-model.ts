import type { FilterModel } from 'ag-grid-community';
import { numberOperators, textOperators, type GridFilter } from './grid-types.ts';

const numberTypes = {
  eq: 'equals',
  ne: 'notEqual',
  lt: 'lessThan',
  lte: 'lessThanOrEqual',
  gt: 'greaterThan',
  gte: 'greaterThanOrEqual',
} as const satisfies Record<(typeof numberOperators)[number], string>;

/** Translates filters into the model AG Grid keeps. */
export function toFilterModel(filters: readonly GridFilter[]): FilterModel {
  return Object.fromEntries(filters.map((filter) => [filter.column, entryOf(filter)]));
}

function entryOf(filter: GridFilter): Readonly<Record<string, unknown>> {
  if ('value' in filter) return { filterType: 'text', type: filter.operator, filter: filter.value };
  if ('values' in filter) return { filterType: 'choice', values: filter.values };
  if ('numberTo' in filter)
    return { filterType: 'number', type: 'inRange', filter: filter.number, filterTo: filter.numberTo };
  if ('number' in filter)
    return { filterType: 'number', type: numberTypes[filter.operator], filter: filter.number };
  return { filterType: 'text', type: filter.operator };
}

/** Reads AG Grid's model. What is not filled in far enough to mean something is left out. */
export function fromFilterModel(model: FilterModel): readonly GridFilter[] {
  return Object.entries(model).flatMap(([column, entry]: [string, Readonly<Record<string, unknown>>]) => {
    const filter = filterOf(column, entry);
    return filter === undefined ? [] : [filter];
  });
}

function filterOf(column: string, entry: Readonly<Record<string, unknown>>): GridFilter | undefined {
  const { type, filter, filterTo, values } = entry;
  if (Array.isArray(values)) return { column, operator: 'oneOf', values: values.map(String) };
  if (type === 'blank' || type === 'notBlank') return { column, operator: type };
  if (typeof filter === 'number') {
    if (type === 'inRange')
      return typeof filterTo === 'number'
        ? { column, operator: 'between', number: filter, numberTo: filterTo }
        : undefined;
    const operator = numberOperators.find((name) => numberTypes[name] === type);
    return operator && { column, operator, number: filter };
  }
  const operator = textOperators.find((name) => name === type);
  return operator && typeof filter === 'string' && filter !== ''
    ? { column, operator, value: filter }
    : undefined;
}
