import { expect, test } from 'vitest';
import { firstLayout, readLayout } from '../../src-renderer/grid/column-layout.ts';
import { visibleKeys } from '../../src-renderer/grid/use-column-layout.ts';

const columns = [
  { key: 'item', hidden: false, width: 100 },
  { key: 'name', hidden: false, width: 120, grows: true },
  { key: 'site', hidden: true, width: 80 },
] as const;

const first = firstLayout(columns);

test('a kept layout is read back as it was', () => {
  const kept = [
    { key: 'site', width: 90, hidden: false, pinned: 'right' },
    { key: 'name', width: 200, hidden: false, pinned: null },
    { key: 'item', width: 100, hidden: true, pinned: 'left' },
  ] as const;
  expect(readLayout(JSON.stringify(kept), columns)).toEqual(kept);
});

test.each([null, '', 'nonsense', '{}', '[]', '[null, 3]', '"text"'])('%j is the first layout', (text) => {
  expect(readLayout(text, columns)).toEqual(first);
});

test('what is not as it should be falls back column by column', () => {
  const kept = [
    { key: 'gone', width: 50, hidden: false, pinned: null },
    { key: 'site', width: 1e9, hidden: 'no', pinned: 'top' },
    { key: 'site', width: 70, hidden: false, pinned: null },
    { key: 'item', width: 60 },
  ];
  expect(readLayout(JSON.stringify(kept), columns)).toEqual([
    { key: 'site', width: 80, hidden: true, pinned: null },
    { key: 'name', width: null, hidden: false, pinned: null },
    { key: 'item', width: 60, hidden: false, pinned: null },
  ]);
});

test('a layout without any column to see is none', () => {
  expect(readLayout(JSON.stringify(first.map((column) => ({ ...column, hidden: true }))), columns)).toEqual(
    first,
  );
});

test('the visible columns stand as on screen, pinned ones outside', () => {
  const layout = readLayout(
    JSON.stringify([
      { key: 'item', pinned: 'right' },
      { key: 'name' },
      { key: 'site', hidden: false, pinned: 'left' },
    ]),
    columns,
  );
  expect(visibleKeys(layout)).toEqual(['site', 'name', 'item']);
});
