import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stockDimensions } from '../../src-main/domain/on-hand.ts';
import type { OnHandFilter, OnHandSort } from '../../src-main/domain/on-hand-query.ts';
import { confirm, importFiles, load, openTestCore, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv, type OnHandFileRow } from '../fixtures/dynamics-files.ts';
import {
  anyFilter,
  anySort,
  modelRows,
  modelTotals,
  sortRows,
  type ModelRow,
} from '../fixtures/on-hand-model.ts';
import { stockOf } from '../fixtures/stock.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const groups = groupsCsv([
  { name: 'Ser', active: true, control: true },
  { name: 'SerPick', active: true, capture: 'Picking' },
  { name: 'Sales', salesProcess: true, control: true, capture: 'Packing' },
  { name: 'No' },
]);
const items = itemsCsv([
  ['A1', 'Ser', 'drill 20%'],
  ['A2', 'SerPick', 'Drill_30'],
  ['B1', 'Sales', 'saw'],
  ['B2', 'No', "Saw 'L'"],
  ['C1', '', '=lamp'],
]);

const itemNumber = fc.constantFrom('A1', 'A2', 'B1', 'B2', 'C1');
const stockRow: fc.Arbitrary<OnHandFileRow> = fc.record({
  item: itemNumber,
  warehouse: fc.constantFrom('24', '61', 'W_1'),
  location: fc.constantFrom('', 'L1', 'l1', 'PACK-01', '100%'),
  plate: fc.constantFrom('', '', 'LP1'),
  status: fc.constantFrom('', 'Available'),
  batch: fc.constantFrom('', 'B1', 'b2'),
  serial: fc.constantFrom('', '', '', 'S1', 's1', 'S2', 'X'.repeat(21)),
  color: fc.constantFrom('', 'Red'),
  quantity: fc.constantFrom('1', '1', '2', '5', '0.5', '1000'),
});
const stock = fc.array(stockRow, { maxLength: 60 });

const start = async (...files: Parameters<typeof load>[1][]): Promise<void> => {
  await core.api.maintenance.startOver.mutate();
  await load(core, groups, items, ...files);
};

/** What the grid shows of a row, without what the database made up. */
const shown = (rows: readonly ModelRow[]): readonly unknown[] =>
  rows.map((row) => ({ ...row, id: undefined }));

describe('pages and totals', () => {
  test('equal those of a plain list, for any stock, filter, sort and page', async () => {
    await fc.assert(
      fc.asyncProperty(
        stock,
        fc.array(fc.tuple(anyFilter, anySort), { minLength: 60, maxLength: 60 }),
        async (rows, views) => {
          await start(onHandCsv(rows));
          // Ids are the one thing a model cannot know: it takes them from the grid's default order.
          const grid = await stockOf(core);
          const model = modelRows(rows, grid);
          expect(shown(grid)).toEqual(shown(sortRows(model, [])));
          for (const [filter, sort] of views) await expectView(model, filter, sort);
        },
      ),
      { numRuns: 6 },
    );
  });

  async function expectView(
    model: readonly ModelRow[],
    filter: OnHandFilter,
    sort: OnHandSort,
  ): Promise<void> {
    const about = JSON.stringify({ filter, sort });
    const wanted = sortRows(model.filter(modelRows.matches(filter)), sort);
    for (const [offset, limit] of [
      [0, 1000],
      [Math.max(0, wanted.length - 3), 1000],
    ] as const) {
      const page = await core.api.onHand.page.query({ filter, sort: [...sort], offset, limit });
      expect(page.total, about).toBe(wanted.length);
      expect(
        page.rows.map(({ id }) => id),
        about,
      ).toEqual(wanted.slice(offset, offset + limit).map(({ id }) => id));
    }
    expect(await core.api.onHand.totals.query({ filter }), about).toEqual(modelTotals(wanted));
  }

  test('far pages are read from lists, and are the same as near ones', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => ({
      item: index % 2 === 0 ? 'A1' : 'B2',
      location: `L${index % 7}`,
      batch: `B${String(index).padStart(4, '0')}`,
      quantity: String((index % 13) + 1),
    }));
    await start(onHandCsv(rows));
    for (const sort of [
      [],
      [{ column: 'quantity', descending: true }],
      [{ column: 'productName', descending: false }],
    ] as OnHandSort[]) {
      const all = (await stockOf(core, {}, sort)).map(({ id }) => id);
      expect(new Set(all).size).toBe(2500);
      const page = await core.api.onHand.page.query({
        filter: {},
        sort: [...sort],
        offset: 1990,
        limit: 20,
      });
      expect(page.rows.map(({ id }) => id)).toEqual(all.slice(1990, 2010));
    }
  });
});

describe('what the grid says of a row', () => {
  const rows: readonly OnHandFileRow[] = [
    { item: 'A1', serial: 'S1', quantity: '1' },
    { item: 'A1', location: 'L1', quantity: '3' },
    { item: 'A2', location: 'L1', quantity: '4' },
    { item: 'B1', quantity: '5' },
    { item: 'B1', serial: 'S2', quantity: '1' },
    { item: 'B2', quantity: '6' },
    { item: 'C1', quantity: '7' },
  ];
  beforeAll(() => start(onHandCsv(rows)));

  test('capture, blank and invalid', async () => {
    expect(
      (await stockOf(core)).map(({ itemNumber: item, capture, blank, invalid }) => [
        item,
        capture,
        blank,
        invalid.length,
      ]),
    ).toEqual([
      ['A1', 'None', false, 0],
      ['A1', 'None', true, 0],
      ['A2', 'Picking', true, 0],
      ['B1', 'Packing', false, 0],
      ['B1', 'Packing', false, 1],
      ['B2', null, false, 0],
      ['C1', null, false, 0],
    ]);
  });

  test.each([
    ['all', 7, 27_000],
    ['blank', 2, 7000],
    ['captured', 1, 1000],
  ] as const)('the toggle %s shows %d rows', async (serial, count, quantity) => {
    expect(await stockOf(core, { serial })).toHaveLength(count);
    const totals = await core.api.onHand.totals.query({ filter: { serial } });
    expect(totals).toEqual({ rows: count, quantity, blankQuantity: serial === 'captured' ? 0 : 7000 });
  });

  test('is fresh after every change: a group, an item, a setting, another import, clearing', async () => {
    const sort: OnHandSort = [{ column: 'capture', descending: true }];
    const list = (): Promise<readonly string[]> =>
      stockOf(core, { search: '1' }, sort).then((all) =>
        all.map((row) => `${row.itemNumber} ${row.capture ?? '-'} ${row.trackingDimensionGroup}`),
      );
    const before = await list();
    expect(before[0]).toBe('A2 Picking SerPick');
    await load(core, itemsCsv([['A2', 'Ser']]));
    const moved = await list();
    expect(moved).toContain('A2 None Ser');
    expect(moved).not.toEqual(before);
    await load(core, onHandCsv([{ item: 'A1', serial: 'x'.repeat(30), quantity: '1' }]));
    expect((await stockOf(core)).map(({ invalid }) => invalid.length)).toEqual([1]);
    await core.api.settings.set.mutate({ serialLength: 60 });
    expect((await stockOf(core)).map(({ invalid }) => invalid.length)).toEqual([0]);
    await core.api.settings.set.mutate({ serialLength: 20 });
    await core.api.maintenance.clearWarehouse.mutate({ warehouse: '61' });
    expect(await list()).toEqual([]);
  });
});

test('the kept sums equal a recount after any imports, re-imports and clearings', async () => {
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(fc.array(stockRow, { maxLength: 15 }), fc.constantFrom('warehouses', 'items')),
    },
    { weight: 1, arbitrary: fc.constantFrom('24', '61', 'W_1') },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      await start();
      for (const one of steps) {
        if (typeof one === 'string')
          await core.api.maintenance.clearWarehouse.mutate({ warehouse: one }).catch(() => undefined);
        else {
          const [rows, scope] = one;
          const preview = await importFiles(core, [onHandCsv(rows)]);
          expect((await confirm(core, preview, scope as 'items')).status).toBe('done');
          const again = await importFiles(core, [onHandCsv(rows)]);
          expect(again.files[0]?.counts).toMatchObject({ new: 0, changed: 0, refused: 0 });
        }
        const grid = await stockOf(core);
        const keys = grid.map((row) => stockDimensions.map((dimension) => row[dimension]).join('\0'));
        expect(new Set(keys).size).toBe(keys.length);
        expect(await core.api.onHand.totals.query({ filter: {} })).toEqual(modelTotals(grid));
        for (const warehouse of ['24', '61', 'W_1']) {
          const filter: OnHandFilter = {
            serial: 'blank',
            search: '',
            conditions: [{ column: 'warehouse', operator: 'equals', value: warehouse }],
          };
          const wanted = grid.filter((row) => row.warehouse === warehouse && row.blank);
          expect(await core.api.onHand.totals.query({ filter })).toEqual(modelTotals(wanted));
        }
        const warehouses = [...new Set(grid.map((row) => row.warehouse))].sort();
        expect((await core.api.maintenance.warehouses.query()).map(({ warehouse }) => warehouse)).toEqual(
          warehouses,
        );
      }
    }),
    { numRuns: 5 },
  );
});
