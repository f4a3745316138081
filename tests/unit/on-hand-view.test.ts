import { expect, test } from 'vitest';
import { conditionLabel } from '../../src-renderer/pages/on-hand/filter-labels.ts';
import {
  conditionsOf,
  everything,
  gridView,
  isUnfiltered,
  readView,
  writeView,
  type OnHandView,
} from '../../src-renderer/pages/on-hand/on-hand-view.ts';

const view: OnHandView = {
  filter: {
    serial: 'blank',
    search: 'a & b',
    conditions: [
      { column: 'trackingDimensionGroup', operator: 'equals', value: 'SerPick' },
      { column: 'quantity', operator: 'between', number: 500, numberTo: 2000 },
      { column: 'capture', operator: 'oneOf', values: ['Picking', ''] },
      { column: 'location', operator: 'notBlank' },
    ],
  },
  sort: [{ column: 'quantity', descending: true }],
};

test('a view comes back from the address', () => {
  const params = writeView(view);
  expect(params.get('group')).toBe('SerPick');
  expect(readView(new URLSearchParams(params.toString()))).toEqual(view);
  expect(writeView(everything).toString()).toBe('');
});

test('the rows that a change reaches are named by the id of their list', () => {
  const list = 'b7a8c7a2-6a0c-4a52-9d6f-0d6f3b0f9c11';
  const reached: OnHandView = { ...view, filter: { ...view.filter, list } };
  const params = writeView(reached);
  expect(params.get('list')).toBe(list);
  expect(readView(params)).toEqual(reached);
  expect(isUnfiltered({ ...everything.filter, list })).toBe(false);
});

test('what makes no sense in an address is left out', () => {
  const params = new URLSearchParams({
    list: '../1',
    serial: 'maybe',
    search: 'x'.repeat(201),
    filters: '{',
    sort: '[1]',
  });
  expect(readView(params)).toEqual(everything);
});

test('a column has one filter; the group of the address wins', () => {
  const filters = JSON.stringify([{ column: 'trackingDimensionGroup', operator: 'contains', value: 'Ser' }]);
  const { conditions } = readView(new URLSearchParams({ group: 'Bat', filters })).filter;
  expect(conditions).toEqual([{ column: 'trackingDimensionGroup', operator: 'equals', value: 'Bat' }]);
});

test('the grid shows quantities in units, the filter counts in thousandths', () => {
  const { filters } = gridView(view);
  expect(filters[1]).toEqual({ column: 'quantity', operator: 'between', number: 0.5, numberTo: 2 });
  expect(conditionsOf(filters)).toEqual(view.filter.conditions);
});

test('ages are whole days everywhere, and verdicts are names', () => {
  const conditions: OnHandView['filter']['conditions'] = [
    { column: 'age', operator: 'between', number: 2, numberTo: 7 },
    { column: 'verdict', operator: 'oneOf', values: ['Overdue', 'Not tracked'] },
  ];
  const aged = { ...view, filter: { ...view.filter, conditions } };
  const { filters } = gridView(aged);
  expect(filters[0]).toEqual({ column: 'age', operator: 'between', number: 2, numberTo: 7 });
  expect(conditionsOf(filters)).toEqual(conditions);
  expect(readView(writeView(aged))).toEqual(aged);
  expect(conditions.map(conditionLabel)).toEqual([
    'Age from 2 days to 7 days',
    'Verdict is Overdue or Not tracked',
  ]);
  const [older] = conditionsOf([{ column: 'age', operator: 'gt', number: 1 }]);
  expect(older).toEqual({ column: 'age', operator: 'gt', number: 1 });
  expect(older && conditionLabel(older)).toBe('Age > 1 day');
});

test('a filter that the API would refuse is left out or cut to what it takes', () => {
  expect(conditionsOf([{ column: 'unknown', operator: 'blank' }])).toEqual([]);
  const [cut] = conditionsOf([{ column: 'location', operator: 'contains', value: 'x'.repeat(300) }]);
  expect(cut).toEqual({ column: 'location', operator: 'contains', value: 'x'.repeat(200) });
});

test('chips say in words what is filtered', () => {
  expect(view.filter.conditions.map(conditionLabel)).toEqual([
    'Tracking dimension group is SerPick',
    'Quantity from 0.5 to 2',
    'Capture is Picking or Not tracked',
    'Location is not blank',
  ]);
});
