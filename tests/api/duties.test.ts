import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WarehouseDuty } from '../../src-main/domain/warehouse-duty.ts';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';

let core: TestCore;

beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([{ name: 'Ser', active: true, control: true }]),
    itemsCsv([['A', 'Ser']]),
    onHandCsv([
      { item: 'A', warehouse: '61', location: 'BULK-1', quantity: '3' },
      { item: 'A', warehouse: '24', location: 'BULK-1', quantity: '1' },
      { item: 'A', warehouse: 'nord', location: 'BULK-1', quantity: '1' },
    ]),
  );
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const duty = (warehouse: string, responsible = '', dueDays: number | null = null): WarehouseDuty => ({
  warehouse,
  responsible,
  dueDays,
});
const list = () => core.api.duties.list.query();
const save = async (...duties: readonly WarehouseDuty[]) =>
  core.api.duties.save.mutate({ duties: [...duties], version: (await list()).version });

describe('responsible and due days', () => {
  test('every warehouse with stock, an order or something agreed is listed once', async () => {
    expect((await list()).warehouses).toEqual([duty('24'), duty('61'), duty('nord')]);
    await core.api.orders.save.mutate({
      order: {
        kind: 'Transfer',
        number: 'TO-1',
        name: '',
        lines: [
          {
            itemNumber: 'A',
            quantity: 1000,
            unit: '',
            site: '',
            warehouse: '61',
            toSite: '',
            toWarehouse: '13',
          },
        ],
      },
    });
    const saved = await save(duty('NORD', ' Night shift ', 3), duty('99', '', 0));
    expect(saved.warehouses).toEqual([
      duty('13'),
      duty('24'),
      duty('61'),
      duty('99', '', 0),
      duty('NORD', 'Night shift', 3),
    ]);
  });

  test('a warehouse that is not named keeps what is agreed; nothing agreed is nothing kept', async () => {
    await save(duty('61', 'Night shift', 3), duty('24', 'Day shift', null));
    await save(duty('61'));
    expect((await list()).warehouses).toEqual([duty('24', 'Day shift'), duty('61'), duty('nord')]);
  });

  test('tell the board which warehouse is late', async () => {
    await save(duty('61', 'Night shift', 0), duty('NORD', 'Day shift', 5));
    const { late } = await core.api.gaps.aging.query({});
    expect(late.map(({ warehouse, responsible, dueDays }) => [warehouse, responsible, dueDays])).toEqual([
      ['24', '', null],
      ['61', 'Night shift', 0],
      ['nord', 'Day shift', 5],
    ]);
  });

  test('are saved on top of the version that was seen', async () => {
    const { version } = await list();
    await save(duty('61', 'Night shift', 3));
    expect(
      await problemOf(core.api.duties.save.mutate({ duties: [duty('61', 'Day shift')], version })),
    ).toMatchObject({
      code: 'changed-meanwhile',
      sentence:
        'Responsible and due days was changed meanwhile: 61 is now Night shift, 3 days (was –). Nothing was saved.',
    });
  });

  test('are in the history, can be undone, and restored', async () => {
    const first = await save(duty('61', 'Night shift', 3), duty('24', 'Day shift', 1));
    expect((await save(duty('61', 'Night shift', 3))).changeId).toBeNull();
    const second = await save(duty('61', '', 1));
    const { events } = await core.api.history.list.query({ kind: 'warehouse-duties' });
    expect(events.map(({ name, before, after }) => ({ name, before, after }))).toEqual([
      {
        name: 'Responsible and due days',
        before: { duties: [duty('24', 'Day shift', 1), duty('61', 'Night shift', 3)] },
        after: { duties: [duty('24', 'Day shift', 1), duty('61', '', 1)] },
      },
      {
        name: 'Responsible and due days',
        before: { duties: [] },
        after: { duties: [duty('24', 'Day shift', 1), duty('61', 'Night shift', 3)] },
      },
    ]);
    await core.api.history.undo.mutate({ changeId: second.changeId ?? 0 });
    expect((await list()).warehouses).toContainEqual(duty('61', 'Night shift', 3));
    await core.api.history.restore.mutate({ eventId: first.changeId ?? 0, side: 'before' });
    expect((await list()).warehouses).toEqual([duty('24'), duty('61'), duty('nord')]);
  });

  test.each<[string, readonly unknown[], string]>([
    ['days that are no whole number', [duty('61', '', 1.5)], 'Write whole days from 0 to 999, or nothing.'],
    ['days below zero', [duty('61', '', -1)], 'Write whole days from 0 to 999, or nothing.'],
    ['too many days', [duty('61', '', 1000)], 'Write whole days from 0 to 999, or nothing.'],
    ['a long name', [duty('61', 'x'.repeat(61))], 'A name has at most 60 characters.'],
    [
      'a warehouse twice',
      [duty('nord', 'a'), duty('NORD', 'b')],
      'A warehouse stands in the list more than once.',
    ],
  ])('%s: refused', async (_what, duties, sentence) => {
    expect(
      await problemOf(core.api.duties.save.mutate({ duties: duties as WarehouseDuty[], version: 0 })),
    ).toMatchObject({ code: 'invalid', sentence });
  });
});
