import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { worklistColumns, type WorklistFormat } from '../../src-main/domain/gap-worklist.ts';
import { gapVerdicts } from '../../src-main/domain/verdict.ts';
import { readCsv } from '../../src-main/files/csv-reader.ts';
import {
  downloadText,
  jobAt,
  jobEnd,
  load,
  openTestCore,
  ORIGIN,
  problemOf,
  type TestCore,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { makeOrder, orderLine } from '../fixtures/orders.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
beforeEach(() => core.api.maintenance.startOver.mutate());
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

type Cell = string | number | null;

async function written(format: WorklistFormat, warehouse?: string): Promise<string> {
  const { jobId } = await core.api.exports.gaps.mutate({
    format,
    ...(warehouse !== undefined && { warehouse }),
  });
  const { status, result, error } = await jobEnd(core, jobId);
  if (status !== 'done' || result?.kind !== 'download')
    throw new Error(`The export ended as ${status}: ${error}`);
  expect(result.fileName).toBe(`gaps.${format}`);
  return result.downloadId;
}

async function sheetOf(downloadId: string): Promise<readonly (readonly Cell[])[]> {
  const answer = await core.http(new Request(`${ORIGIN}/api/downloads/${downloadId}`));
  expect(answer.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  const workbook = await readXlsx(readFileSync(decodeURIComponent(answer.headers.get('x-desk-file') ?? '')));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Gaps']);
  return (workbook.sheets[0]?.rows ?? []) as readonly (readonly Cell[])[];
}

const linesOf = (text: string): readonly (readonly string[])[] =>
  [...readCsv([text], ',')].flat().map(({ fields }) => fields);

/** The cells of some columns by their heading, line by line. */
function picked<Value>(
  rows: readonly (readonly Value[])[],
  ...labels: readonly string[]
): readonly (readonly Value[])[] {
  const [heading = [], ...lines] = rows;
  const at = labels.map((label) => heading.findIndex((name) => name === label));
  return lines.map((cells) => at.map((index) => cells[index] as Value));
}

const start = (): Promise<unknown> =>
  load(
    core,
    groupsCsv([
      { name: 'Ser', active: true, control: true },
      { name: 'SerPick', active: true, capture: 'Picking' },
      { name: 'No' },
    ]),
    itemsCsv([
      ['A', 'Ser', '=1+1'],
      ['B', 'SerPick'],
      ['C', 'No'],
    ]),
    onHandCsv([
      { item: 'A', location: '-L1', quantity: '3' },
      { item: 'A', warehouse: '62', quantity: '2' },
      { item: 'A', serial: 'S1', quantity: '1' },
      { item: 'A', serial: 'S2', quantity: '2' },
      { item: 'B', quantity: '9' },
      { item: 'C', quantity: '7.5' },
    ]),
  );

test('holds what somebody must do something about, the worst first, with why and who', async () => {
  await start();
  const { warehouses: duties, version } = await core.api.duties.list.query();
  await core.api.duties.save.mutate({
    duties: duties.map((duty) => (duty.warehouse === '62' ? { ...duty, responsible: 'Night shift' } : duty)),
    version,
  });
  const rows = await sheetOf(await written('xlsx'));
  expect(rows[0]).toEqual(worklistColumns.map(({ label }) => label));
  expect(rows[0]?.slice(0, 2)).toEqual(['Item number', 'Product name']);
  expect(
    picked(rows, 'Item number', 'Warehouse', 'Location', 'Quantity', 'Verdict', 'Age', 'Responsible'),
  ).toEqual(
    [
      ['A', '61', '', 2, 'Invalid', 0, ''],
      ['A', '61', '-L1', 3, 'Overdue', 0, ''],
      ['A', '62', '', 2, 'Overdue', 0, 'Night shift'],
    ].map((cells) => cells.map((cell) => (cell === '' ? expect.toSatisfy(isEmpty) : cell))),
  );
  const reasons = picked(rows, 'Reason').flat();
  expect(reasons[0]).toBe(
    'More than one unit carries this serial number, though Serial number control is on.',
  );
  expect(reasons[1]).toMatch(/^Ser asks at receiving.* at -L1 and are still blank\.$/);
});

const isEmpty = (cell: unknown): boolean => cell === '' || cell === null || cell === undefined;

test('adds up to the totals of the page, in both formats, for all warehouses and for one', async () => {
  await start();
  for (const warehouse of [undefined, '61', '62', 'none']) {
    const scope = warehouse === undefined ? {} : { warehouse };
    const { totals } = await core.api.gaps.totals.query(scope);
    const wanted = totals
      .filter(({ verdict }) => gapVerdicts.some((gap) => gap === verdict))
      .map(({ verdict, rows, quantity }) => [verdict, rows, quantity / 1000]);
    const sums = (lines: readonly (readonly Cell[])[]): unknown =>
      gapVerdicts.flatMap((verdict) => {
        const own = lines.filter(([name]) => name === verdict);
        const sum = own.reduce((total, [, quantity]) => total + Number(quantity), 0);
        return own.length === 0 ? [] : [[verdict, own.length, sum]];
      });
    expect(sums(picked(await sheetOf(await written('xlsx', warehouse)), 'Verdict', 'Quantity'))).toEqual(
      wanted,
    );
    const text = await downloadText(core, await written('csv', warehouse));
    expect(sums(picked(linesOf(text), 'Verdict', 'Quantity'))).toEqual(wanted);
  }
});

test('a row that open work holds in part is a line with that part', async () => {
  await start();
  const order = await makeOrder(core, 'Sales', 'SO-1', orderLine('B', 4));
  await core.api.orders.release.mutate({ id: order.id });
  const rows = picked(
    linesOf(await downloadText(core, await written('csv'))),
    'Item number',
    'Quantity',
    'Verdict',
  );
  expect(rows).toContainEqual(['B', '4', 'Due']);
});

test('nothing in it runs in a spreadsheet', async () => {
  await start();
  const lines = linesOf(await downloadText(core, await written('csv')));
  expect(lines.flat().filter((field) => /^[=+\-@]/.test(field))).toEqual([]);
  expect(picked(lines, 'Product name').flat()).toContain("'=1+1");
  expect(picked(await sheetOf(await written('xlsx')), 'Product name').flat()).toContain('=1+1');
});

test('can be cancelled, and the next jobs run one after the other', async () => {
  await load(
    core,
    groupsCsv([{ name: 'Ser', active: true }]),
    itemsCsv([['I', 'Ser']]),
    onHandCsv(
      Array.from({ length: 20_000 }, (_, index) => ({ item: 'I', location: `L${index}`, quantity: '1' })),
    ),
  );
  const { jobId } = await core.api.exports.gaps.mutate({ format: 'xlsx' });
  await jobAt(core, jobId, 'Writing the worklist');
  await core.api.jobs.cancel.mutate({ id: jobId });
  expect((await jobEnd(core, jobId)).status).toBe('canceled');
  // Two at once take turns: they share a connection.
  const [sheet, text] = await Promise.all([written('xlsx'), written('csv')]);
  expect(await sheetOf(sheet)).toHaveLength(20_001);
  expect(linesOf(await downloadText(core, text))).toHaveLength(20_001);
});

test('of no gaps has its headings only', async () => {
  expect(await sheetOf(await written('xlsx'))).toEqual([worklistColumns.map(({ label }) => label)]);
});

test('an odd wish is refused', async () => {
  const odd = { format: 'pdf' } as never;
  expect(await problemOf(core.api.exports.gaps.mutate(odd))).toMatchObject({ httpStatus: 400 });
});
