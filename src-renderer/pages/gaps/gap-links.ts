import { agingBuckets, type GapCut, type GapCutLine } from '../../../src-main/domain/gaps.ts';
import {
  onHandFilterSchema,
  type OnHandCondition,
  type OnHandFilter,
} from '../../../src-main/domain/on-hand-query.ts';
import type { RowVerdict } from '../../../src-main/domain/verdict.ts';
import { writeGridAddress } from '../../app/grid-address.ts';

/** The address of On-hand with the rows of some verdicts that meet further conditions. */
export function onHandOf(verdicts: readonly RowVerdict[], ...conditions: readonly OnHandCondition[]): string {
  const params = new URLSearchParams();
  writeGridAddress(params, {
    search: '',
    conditions: [...conditions, { column: 'verdict', operator: 'oneOf', values: [...verdicts] }],
    sort: [],
  });
  return `/on-hand?${params.toString()}`;
}

/** The condition that a column has a value; an empty one is blank. */
export function is(column: OnHandCondition['column'], value: string): OnHandCondition {
  return value === '' ? { column, operator: 'blank' } : { column, operator: 'equals', value };
}

/** The condition of a warehouse; none for all of them. */
export function inWarehouse(warehouse: string | undefined): readonly OnHandCondition[] {
  return warehouse === undefined ? [] : [is('warehouse', warehouse)];
}

/** The blanks that somebody must close: what is Overdue or Due. */
export function blanksOf(warehouse: string | undefined): OnHandFilter {
  return {
    ...onHandFilterSchema.parse({}),
    conditions: [
      ...inWarehouse(warehouse),
      { column: 'verdict', operator: 'oneOf', values: ['Overdue', 'Due'] },
    ],
  };
}

/** The conditions that the stock of a line of a cut meets. */
export function ofLine(by: GapCut, { itemNumber, warehouse, value }: GapCutLine): readonly OnHandCondition[] {
  switch (by) {
    case 'item':
      return [is('itemNumber', value)];
    case 'location':
      return [is('warehouse', warehouse), is('location', value)];
    case 'group':
      return [is('trackingDimensionGroup', value)];
    case 'batch':
      return [is('itemNumber', itemNumber), is('batchNumber', value)];
    case 'order':
      return [is('heldFor', value)];
  }
}

/** The condition that stock is as old as a bar of the aging says. @param index of the bar. */
export function ofAge(index: number): readonly OnHandCondition[] {
  const bucket = agingBuckets[index];
  if (bucket === undefined) return [];
  return [
    bucket.most === null
      ? { column: 'age', operator: 'gte', number: bucket.least }
      : { column: 'age', operator: 'between', number: bucket.least, numberTo: bucket.most },
  ];
}

/** The condition that stock is older than so many days. */
export function olderThan(days: number): OnHandCondition {
  return { column: 'age', operator: 'gt', number: days };
}
