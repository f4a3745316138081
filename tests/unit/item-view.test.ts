import { expect, test } from 'vitest';
import {
  everyItem,
  readItemView,
  writeItemView,
  type ItemView,
} from '../../src-renderer/pages/items/item-view.ts';

const view: ItemView = {
  filter: {
    search: 'a & b',
    conditions: [
      { column: 'trackingDimensionGroup', operator: 'equals', value: 'SerPick' },
      { column: 'blankQuantity', operator: 'gte', number: 1000 },
      { column: 'warehouseProcesses', operator: 'oneOf', values: ['No'] },
    ],
  },
  sort: [{ column: 'onHandQuantity', descending: true }],
};

test('a view of items comes back from the address', () => {
  const params = writeItemView(view);
  expect(params.get('group')).toBe('SerPick');
  expect(readItemView(new URLSearchParams(params.toString()))).toEqual(view);
  expect(writeItemView(everyItem).toString()).toBe('');
});

test('the form in the address is no part of the view, and what makes no sense is left out', () => {
  expect(readItemView(new URLSearchParams({ item: 'A-100', new: 'yes' }))).toEqual(everyItem);
  const filters = JSON.stringify([{ column: 'warehouse', operator: 'blank' }]);
  const params = new URLSearchParams({ search: 'x'.repeat(201), filters, sort: '[{"column":"x"}]' });
  expect(readItemView(params)).toEqual(everyItem);
  expect(readItemView(new URLSearchParams({ group: 'x'.repeat(201) }))).toEqual(everyItem);
});
