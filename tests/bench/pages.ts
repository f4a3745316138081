import type { OnHandFilter } from '../../src-main/domain/on-hand-query.ts';
import type { Desk } from './desk.ts';
import { timed } from './figures.ts';
import { createRandom } from './random.ts';

/** Rows of a page, as the grid asks for them. */
const LIMIT = 100;

/** Pages asked for under one filter and sort. */
const PAGES = 60;

/** Calls of one set of totals. */
const CALLS = 40;

type Look = Omit<Parameters<Desk['api']['onHand']['page']['query']>[0], 'offset' | 'limit'>;

/** Sorts by columns that no index is ordered by. */
const sorts: readonly NonNullable<Look['sort']>[] = [
  [{ column: 'batchNumber', descending: true }],
  [{ column: 'quantity', descending: false }],
  [{ column: 'productName', descending: false }],
];

const filters: readonly NonNullable<Look['filter']>[] = [
  { conditions: [{ column: 'warehouse', operator: 'equals', value: '24' }] },
  { conditions: [{ column: 'location', operator: 'contains', value: 'PACK' }] },
  {
    conditions: [
      { column: 'warehouse', operator: 'equals', value: '61' },
      { column: 'inventoryStatus', operator: 'equals', value: 'Blocking' },
    ],
  },
  { conditions: [{ column: 'batchNumber', operator: 'startsWith', value: 'B25' }] },
  { conditions: [{ column: 'verdict', operator: 'oneOf', values: ['Overdue'] }] },
  {
    conditions: [
      { column: 'verdict', operator: 'oneOf', values: ['Expected', 'Due'] },
      { column: 'warehouse', operator: 'equals', value: '24' },
    ],
  },
  { search: '77' },
];

/** Times of pages of one kind, in milliseconds, in the order in which they were asked for. */
export type Times = readonly number[];

/** Pages at a place of the default order: `share` 0 is the start, 1 the end. Offsets stray by a fiftieth of the rows. */
export async function pagesAt(desk: Desk, rows: number, share: 0 | 0.5 | 1): Promise<Times> {
  const stray = Math.max(LIMIT, Math.floor(rows / 50));
  const from = Math.floor((rows - stray) * share);
  const random = createRandom(rows + share * 10);
  return repeat(PAGES, () => page(desk, {}, from + random(stray - LIMIT)));
}

/** Pages under each sort by an unindexed column: the first one, then anywhere. */
export async function sortedPages(desk: Desk): Promise<Times> {
  const times: number[] = [];
  for (const sort of sorts) times.push(...(await pagesAnywhere(desk, { sort })));
  return times;
}

/** Pages under each of several filters: the first one, then anywhere in what it leaves. */
export async function filteredPages(desk: Desk): Promise<Times> {
  const times: number[] = [];
  for (const filter of filters) times.push(...(await pagesAnywhere(desk, { filter })));
  return times;
}

/** Asks for pages anywhere in the default order, one after the other, until `end` settles. */
export async function pagesUntil(desk: Desk, rows: number, end: Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  const random = createRandom(rows);
  const state = { hasEnded: false };
  const stop = (): void => void (state.hasEnded = true);
  end.then(stop, stop);
  while (!state.hasEnded) times.push((await page(desk, {}, random(rows - LIMIT))).time);
  return times;
}

/** Totals under a toggle. */
export async function totals(desk: Desk, serial: OnHandFilter['serial']): Promise<Times> {
  const filter = { serial, search: '', conditions: [] };
  return repeat(CALLS, () => timed(() => desk.api.onHand.totals.query({ filter })));
}

async function pagesAnywhere(desk: Desk, look: Look): Promise<Times> {
  const first = await page(desk, look, 0);
  const random = createRandom(first.total);
  const rest = await repeat(PAGES - 1, () => page(desk, look, random(first.total - LIMIT)));
  return [first.time, ...rest];
}

/** One page. @throws Error where it comes back without rows, because then nothing is measured. */
async function page(
  desk: Desk,
  look: Look,
  offset: number,
): Promise<{ readonly time: number; readonly total: number }> {
  const { value, time } = await timed(() => desk.api.onHand.page.query({ ...look, offset, limit: LIMIT }));
  if (value.rows.length === 0)
    throw new Error(`There are no rows at ${offset} under ${JSON.stringify(look)}.`);
  return { time, total: value.total };
}

async function repeat(calls: number, call: () => Promise<{ readonly time: number }>): Promise<Times> {
  const times: number[] = [];
  while (times.length < calls) times.push((await call()).time);
  return times;
}
