import type { GridCondition } from '../../src-main/domain/grid-condition.ts';
import { THOUSANDTHS } from '../../src-main/domain/quantity.ts';
import type { GridFilter } from './grid-types.ts';

/** Longest text that is looked for. */
const LONGEST_VALUE = 200;

/** What stands for one in the conditions on a column: thousandths for a quantity, itself for days. */
export type ColumnScale = (column: string) => number;

const quantities: ColumnScale = () => THOUSANDTHS;

/** The filter of a column that stands for a condition: the grid shows quantities in units, conditions count in thousandths. */
export function gridFilterOf(condition: GridCondition, scaleOf = quantities): GridFilter {
  const scale = scaleOf(condition.column);
  if ('numberTo' in condition)
    return { ...condition, number: condition.number / scale, numberTo: condition.numberTo / scale };
  return 'number' in condition ? { ...condition, number: condition.number / scale } : condition;
}

/** The condition that a filter of a column stands for. Its column is still to be checked. */
export function conditionOf(filter: GridFilter, scaleOf = quantities): unknown {
  const scaled = (shown: number): number => Math.round(shown * scaleOf(filter.column));
  if ('numberTo' in filter)
    return { ...filter, number: scaled(filter.number), numberTo: scaled(filter.numberTo) };
  if ('number' in filter) return { ...filter, number: scaled(filter.number) };
  return 'value' in filter ? { ...filter, value: filter.value.slice(0, LONGEST_VALUE) } : filter;
}
