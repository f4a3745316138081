import { expect, test } from 'vitest';
import { fromFilterModel, toFilterModel } from '../../src-renderer/grid/filter-model.ts';
import { numberOperators, textOperators, type GridFilter } from '../../src-renderer/grid/grid-types.ts';

const filters: readonly GridFilter[] = [
  ...textOperators.map((operator) => ({ column: operator, operator, value: 'x' })),
  ...numberOperators.map((operator) => ({ column: operator, operator, number: 0 })),
  { column: 'blank', operator: 'blank' },
  { column: 'notBlank', operator: 'notBlank' },
  { column: 'oneOf', operator: 'oneOf', values: ['None', ''] },
  { column: 'between', operator: 'between', number: -1.5, numberTo: 2 },
];

test('every filter survives the way through the grid', () => {
  expect(fromFilterModel(toFilterModel(filters))).toEqual(filters);
});

test.each([
  { filterType: 'text', type: 'contains', filter: '' },
  { filterType: 'text', type: 'contains', filter: null },
  { filterType: 'number', type: 'inRange', filter: 3, filterTo: null },
  { filterType: 'number', type: 'unheard of', filter: 3 },
  {},
])('%j means nothing yet', (entry) => {
  expect(fromFilterModel({ column: entry })).toEqual([]);
});
