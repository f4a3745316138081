import { expect, test } from 'vitest';
import {
  chosenValue,
  everyException,
  exceptionConditionsOf,
  exceptionGridView,
  exceptionViewAddress,
  showsEveryException,
  withChosen,
  type ExceptionView,
} from '../../src-renderer/pages/exceptions/exception-view.ts';

const view: ExceptionView = {
  filter: {
    search: 'a & b',
    conditions: [
      { column: 'quantity', operator: 'gt', number: 1500 },
      { column: 'age', operator: 'between', number: 2, numberTo: 7 },
      { column: 'reason', operator: 'equals', value: 'Label torn' },
    ],
  },
  sort: [{ column: 'age', descending: true }],
};

test('a view comes back from the address; what makes no sense there is left out', () => {
  const text = exceptionViewAddress.write(view).toString();
  expect(exceptionViewAddress.read(new URLSearchParams(text))).toEqual(view);
  expect(exceptionViewAddress.write(everyException).toString()).toBe('');
  const odd = new URLSearchParams({ filters: '[{"column":"serialNumber","operator":"blank"}]', sort: '{' });
  expect(exceptionViewAddress.read(odd)).toEqual(everyException);
});

test('the grid shows quantities in units and ages in days', () => {
  const { filters } = exceptionGridView(view);
  expect(filters.slice(0, 2)).toEqual([
    { column: 'quantity', operator: 'gt', number: 1.5 },
    { column: 'age', operator: 'between', number: 2, numberTo: 7 },
  ]);
  expect(exceptionConditionsOf(filters)).toEqual(view.filter.conditions);
  expect(exceptionConditionsOf([{ column: 'age', operator: 'eq', number: 1.6 }])).toEqual([
    { column: 'age', operator: 'eq', number: 2 },
  ]);
});

test('a select filters by a whole value, in place of what its column was filtered by', () => {
  expect(chosenValue(view.filter, 'reason')).toBe('Label torn');
  const missing = withChosen(view.filter, 'reason', 'Missing');
  expect(missing.conditions).toHaveLength(3);
  expect(chosenValue(missing, 'reason')).toBe('Missing');
  expect(chosenValue(withChosen(missing, 'reason', ''), 'reason')).toBe('');
  expect(chosenValue({ search: '', conditions: [{ column: 'reason', operator: 'blank' }] }, 'reason')).toBe(
    '',
  );
  expect([showsEveryException(missing), showsEveryException(everyException.filter)]).toEqual([false, true]);
});
