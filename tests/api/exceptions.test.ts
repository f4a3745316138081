import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExceptionFilter, ExceptionSort } from '../../src-main/domain/stock-exception.ts';
import { downloadText, jobEnd, load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { stockId, stockWords } from '../fixtures/stock-words.ts';

let core: TestCore;

beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([{ name: 'Pick', active: true, control: true, capture: 'Picking' }]),
    itemsCsv([
      ['A', 'Pick', 'Drill'],
      ['B', 'Pick', 'Saw'],
    ]),
    onHandCsv([
      { item: 'A', warehouse: '61', location: 'BULK-1', plate: 'LP-1', batch: 'B7', quantity: '4' },
      { item: 'B', warehouse: 'nord', location: 'BULK-2', quantity: '2' },
    ]),
  );
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const record = async (item: string, ...reasons: readonly string[]) =>
  core.api.stock.recordSerials.mutate({
    stockId: (await blankRow(item)).id,
    entries: reasons.map((notReadable) => ({ notReadable })),
  });

async function blankRow(item: string) {
  const { rows } = await core.api.onHand.page.query({ filter: {}, sort: [], offset: 0, limit: 100 });
  const row = rows.find(({ itemNumber, blank }) => itemNumber === item && blank);
  if (row === undefined) throw new Error(`No blank row of ${item}.`);
  return row;
}

const page = (filter: Partial<ExceptionFilter> = {}, sort: ExceptionSort = [], offset = 0, limit = 100) =>
  core.api.exceptions.page.query({
    filter: { search: filter.search ?? '', conditions: [...(filter.conditions ?? [])] },
    sort: [...sort],
    offset,
    limit,
  });
const reasons = async (...query: Parameters<typeof page>) =>
  (await page(...query)).rows.map(({ reason }) => reason);

describe('the list of exceptions', () => {
  test('is empty while every label can be read', async () => {
    expect(await page()).toEqual({ rows: [], total: 0 });
    expect(await core.api.exceptions.choices.query()).toEqual({ reasons: [], responsibles: [] });
  });

  test('says what cannot be read, where, why, by whom and since when', async () => {
    await record('A', 'Label torn');
    await core.api.duties.save.mutate({
      duties: [{ warehouse: '61', responsible: 'Night shift', dueDays: 3 }],
      version: 0,
    });
    const { rows, total } = await page();
    expect(total).toBe(1);
    expect(rows).toEqual([
      {
        id: expect.any(Number) as number,
        eventId: expect.any(Number) as number,
        itemNumber: 'A',
        productName: 'Drill',
        warehouse: '61',
        location: 'BULK-1',
        licensePlate: 'LP-1',
        batchNumber: 'B7',
        quantity: 1000,
        reason: 'Label torn',
        recordedBy: expect.any(String) as string,
        recorded: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
        age: 0,
        responsible: 'Night shift',
        heldFor: '',
        holding: '',
      },
    ]);
  });

  test('is searched, filtered and sorted, the oldest first', async () => {
    await record('A', 'Label torn', 'Missing');
    await record('B', 'Painted over');
    await core.api.duties.save.mutate({
      duties: [{ warehouse: 'NORD', responsible: 'Day shift', dueDays: null }],
      version: 0,
    });
    expect(await reasons()).toEqual(['Label torn', 'Missing', 'Painted over']);
    expect(await reasons({}, [{ column: 'recorded', descending: true }])).toEqual([
      'Painted over',
      'Missing',
      'Label torn',
    ]);
    expect(await reasons({}, [{ column: 'age', descending: true }])).toEqual([
      'Label torn',
      'Missing',
      'Painted over',
    ]);
    expect(await reasons({}, [{ column: 'responsible', descending: true }])).toEqual([
      'Painted over',
      'Label torn',
      'Missing',
    ]);
    expect(await reasons({ search: 'saw' })).toEqual(['Painted over']);
    expect(await reasons({ search: 'torn' })).toEqual(['Label torn']);
    expect(
      await reasons({ conditions: [{ column: 'responsible', operator: 'equals', value: 'day SHIFT' }] }),
    ).toEqual(['Painted over']);
    expect(
      await reasons({ conditions: [{ column: 'reason', operator: 'oneOf', values: ['missing', 'x'] }] }),
    ).toEqual(['Missing']);
    expect(await reasons({ conditions: [{ column: 'age', operator: 'gt', number: 0 }] })).toEqual([]);
    expect(await page({}, [], 1, 1)).toMatchObject({ total: 3, rows: [{ reason: 'Missing' }] });
    expect(await core.api.exceptions.choices.query()).toEqual({
      reasons: ['Label torn', 'Missing', 'Painted over'],
      responsibles: ['Day shift'],
    });
  });

  test('names the order that a unit is held for', async () => {
    const { id } = await core.api.orders.save.mutate({
      order: {
        kind: 'Sales',
        number: 'SO-1',
        name: '',
        lines: [
          {
            itemNumber: 'B',
            quantity: 1000,
            unit: '',
            site: '',
            warehouse: 'nord',
            toSite: '',
            toWarehouse: '',
          },
        ],
      },
    });
    await core.api.orders.release.mutate({ id });
    const [work] = await core.api.pick.work.query({ orderId: id });
    await core.api.pick.pick.mutate({
      workId: work?.id ?? 0,
      quantity: 1000,
      location: 'BULK-2',
      licensePlate: '',
      putLocation: 'STAGE',
      putLicensePlate: '',
      entries: [{ notReadable: 'Label torn' }],
    });
    expect((await page()).rows).toMatchObject([
      { itemNumber: 'B', heldFor: 'SO-1', holding: 'Picked', reason: 'Label torn' },
    ]);
    expect(await reasons({ conditions: [{ column: 'heldFor', operator: 'equals', value: 'so-1' }] })).toEqual(
      ['Label torn'],
    );
  });

  test('grows shorter when a serial is recorded after all, or the exception is taken back', async () => {
    await record('A', 'Label torn', 'Missing');
    const [torn, missing] = (await page()).rows;
    await core.api.stock.recordSerials.mutate({ stockId: torn?.id ?? 0, entries: [{ serial: 'S1' }] });
    expect(await reasons()).toEqual(['Missing']);
    await core.api.stock.reverse.mutate({ eventId: missing?.eventId ?? 0 });
    expect((await page()).total).toBe(0);
    expect(await stockWords(core, 'A')).toEqual(['BULK-1 LP-1 - 3', 'BULK-1 LP-1 S1 1']);
    expect(await stockId(core, 'A', 'S1')).toBeGreaterThan(0);
    expect(await problemOf(core.api.stock.reverse.mutate({ eventId: torn?.eventId ?? 0 }))).toMatchObject({
      code: 'in-use',
    });
  });

  test('is written into a file as it is shown', async () => {
    await record('A', '=SUM(A1)', 'Label "torn", wet');
    const { jobId } = await core.api.exceptions.export.mutate({
      filter: { search: '', conditions: [] },
      sort: [{ column: 'recorded', descending: true }],
      columns: ['reason', 'itemNumber', 'quantity', 'responsible'],
    });
    const { status, result } = await jobEnd(core, jobId);
    expect([status, result]).toMatchObject(['done', { kind: 'download', fileName: 'exceptions.csv' }]);
    const text = await downloadText(core, result?.kind === 'download' ? result.downloadId : '');
    expect(text).toBe(
      `Reason,Item number,Quantity,Responsible\r\n"Label ""torn"", wet",A,1,\r\n'=SUM(A1),A,1,\r\n`,
    );
  });
});
