import { expect, test } from 'vitest';
import { viewContentSchema, type ViewContent } from '../../src-main/domain/saved-view.ts';
import { viewFields } from '../../src-main/domain/saved-view-words.ts';
import { readViewId, showsSame, writeViewId } from '../../src-renderer/views/view-page.ts';

const contentOf = (change: Partial<ViewContent> = {}): ViewContent => viewContentSchema.parse(change);

const column = (key: string, more: Partial<ViewContent['columns'][number]> = {}) => ({
  key,
  width: null,
  hidden: false,
  pinned: null,
  ...more,
});

test('a view is said in words, field by field', () => {
  const view = contentOf({
    search: 'BULK',
    choices: { serial: 'blank' },
    conditions: [
      { column: 'quantity', operator: 'between', number: 500, numberTo: 2000 },
      { column: 'capture', operator: 'oneOf', values: ['Picking', ''] },
      { column: 'age', operator: 'gte', number: 7 },
      { column: 'location', operator: 'notBlank' },
      { column: 'shelf', operator: 'startsWith', value: 'A' },
    ],
    sort: [{ column: 'quantity', descending: true }],
    columns: [column('itemNumber', { width: 98, pinned: 'left' }), column('owner', { hidden: true })],
  });
  expect(Object.fromEntries(viewFields({ page: 'on-hand', name: 'Late', view }))).toEqual({
    Name: 'Late',
    Page: 'On-hand',
    Search: 'BULK',
    Choices: 'serial blank',
    Items: '–',
    Filters:
      'Quantity between 0.5 and 2, Capture one of Picking or –, Age ≥ 7, Location not blank, shelf starts with A',
    Order: 'Quantity ↓',
    Columns: 'Item number (pinned)',
    'Column widths': '98',
  });
});

test('views show the same in whatever order their filters were set', () => {
  const one = { column: 'location', operator: 'contains' as const, value: 'BULK' };
  const other = { column: 'warehouse', operator: 'equals' as const, value: '10' };
  expect(showsSame(contentOf({ conditions: [one, other] }), contentOf({ conditions: [other, one] }))).toBe(
    true,
  );
  expect(showsSame(contentOf({ conditions: [one] }), contentOf({ conditions: [one, other] }))).toBe(false);
  const sort = [
    { column: 'a', descending: true },
    { column: 'b', descending: true },
  ];
  expect(showsSame(contentOf({ sort }), contentOf({ sort: sort.toReversed() }))).toBe(false);
});

test.each([
  ['7', 7],
  ['07', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['', undefined],
])('the id %j of an address is %j', (text, id) => {
  expect(readViewId(new URLSearchParams({ view: text }))).toBe(id);
  const params = new URLSearchParams();
  writeViewId(params, id);
  expect(params.toString()).toBe(id === undefined ? '' : `view=${id}`);
});
