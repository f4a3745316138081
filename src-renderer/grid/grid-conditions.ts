import type { GridCondition } from '../../src-main/domain/grid-condition.ts';
import { THOUSANDTHS } from '../../src-main/domain/quantity.ts';
import type { GridFilter } from './grid-types.ts';

/** Longest text that is looked for. */
const LONGEST_VALUE = 200;

/** The filter of a column that stands for a condition: the grid shows quantities in units, conditions count in thousandths. */
export function gridFilterOf(condition: GridCondition): GridFilter {
  if ('numberTo' in condition)
    return {
      ...condition,
      number: condition.number / THOUSANDTHS,
      numberTo: condition.numberTo / THOUSANDTHS,
    };
  return 'number' in condition ? { ...condition, number: condition.number / THOUSANDTHS } : condition;
}

/** The condition that a filter of a column stands for. Its column is still to be checked. */
export function conditionOf(filter: GridFilter): unknown {
  const thousandths = (units: number): number => Math.round(units * THOUSANDTHS);
  if ('numberTo' in filter)
    return { ...filter, number: thousandths(filter.number), numberTo: thousandths(filter.numberTo) };
  if ('number' in filter) return { ...filter, number: thousandths(filter.number) };
  return 'value' in filter ? { ...filter, value: filter.value.slice(0, LONGEST_VALUE) } : filter;
}
