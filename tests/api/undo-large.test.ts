import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { JobState } from '../../src-main/domain/job.ts';
import type { JobResult } from '../../src-main/services/jobs.ts';
import { LARGE_UNDO } from '../../src-main/services/undo-large.ts';
import {
  confirm,
  importFiles,
  jobAt,
  jobEnd,
  load,
  openTestCore,
  problemOf,
  type TestCore,
  type TestFile,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { everything, stockOf } from '../fixtures/stock.ts';

/** So many rows that taking them back drops the indexes and makes them anew. */
const MANY = 51_000;

let core: TestCore;

beforeEach(() => {
  core = openTestCore();
});
afterEach(async () => {
  const { jobId } = await core.api.ledger.check.mutate();
  expect((await jobEnd(core, jobId)).result).toMatchObject({ check: { differences: 0, first: [] } });
  expect(await core.api.history.check.query()).toMatchObject({ brokenFrom: null });
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const groups = groupsCsv([
  { name: 'SerPick', active: true, capture: 'Picking' },
  { name: 'SerPack', active: true, capture: 'Packing' },
]);
const monday = onHandCsv(
  [
    { item: 'A', location: 'L1', quantity: '10' },
    { item: 'A', location: 'L2', serial: 'S0', quantity: '1' },
  ],
  'monday.csv',
);
const many = onHandCsv(
  Array.from({ length: MANY }, (_, index) => ({
    item: 'A',
    location: `L${index % 9}`,
    serial: `S${index}`,
    quantity: '1',
  })),
  'tuesday.csv',
);

const apply = async (...files: readonly TestFile[]): Promise<number> => {
  const { status, result, error } = await confirm(core, await importFiles(core, files));
  if (result?.kind !== 'import-outcome') throw new Error(`The import ended as ${status}: ${error}`);
  return result.outcome.changeId ?? 0;
};
const begin = async (changeId: number, confirmed?: number): Promise<string> =>
  (await core.api.history.undoLarge.mutate({ changeId, confirmed })).jobId;
const undo = async (changeId: number, confirmed?: number): Promise<JobState<JobResult>> =>
  jobEnd(core, await begin(changeId, confirmed));
const rows = async (): Promise<number> => (await core.api.onHand.totals.query({ filter: {} })).rows;

describe('the undo of a large import', () => {
  test('lets every page be answered meanwhile, and brings all of it back', async () => {
    await load(core, groups, itemsCsv([['A', 'SerPick']]), monday);
    const before = await everything(core);
    const changeId = await apply(many);
    expect(await core.api.history.isLarge.query({ changeId })).toBe(true);
    const jobId = await begin(changeId);
    const taking = await jobAt(core, jobId, 'Taking the on-hand back');
    // Whoever reads sees what was there before, until all of it is taken back.
    expect(await rows()).toBe(MANY);
    expect(await core.api.jobs.get.query({ id: jobId })).toMatchObject({ status: 'running' });
    // The two of Monday went as well.
    expect(taking.total).toBe(MANY + 2);
    // Whoever writes waits, and finds it done.
    await core.api.settings.set.mutate({ serialLength: 60 });
    expect(await rows()).toBe(2);
    await core.api.settings.set.mutate({ serialLength: 20 });
    const { status, result } = await jobEnd(core, jobId);
    expect(status).toBe('done');
    if (result?.kind !== 'undone') throw new Error('It was not undone.');
    expect(await everything(core)).toEqual(before);
    const { events } = await core.api.history.list.query({ kind: 'on-hand' });
    expect(events[0]).toMatchObject({ changeId: result.changeId, after: null });
  }, 60_000);

  test('cancelled in the midst of it leaves all as it was, and can be begun again', async () => {
    await load(core, groups, itemsCsv([['A', 'SerPick']]));
    const empty = await everything(core);
    const changeId = await apply(many);
    const totals = await core.api.onHand.totals.query({ filter: {} });
    const jobId = await begin(changeId);
    await jobAt(core, jobId, 'Taking the on-hand back');
    await core.api.jobs.cancel.mutate({ id: jobId });
    expect(await jobEnd(core, jobId)).toMatchObject({ status: 'canceled', result: null });
    expect(await core.api.onHand.totals.query({ filter: {} })).toEqual(totals);
    expect((await undo(changeId)).status).toBe('done');
    expect(await everything(core)).toEqual(empty);
  }, 60_000);

  test('is no work of the page, whose own door refuses it', async () => {
    await load(core, groups, itemsCsv([['A', 'SerPick']]), monday);
    const changeId = await apply(many);
    for (const call of [
      core.api.history.undo.mutate({ changeId }),
      core.api.history.whatIfUndo.query({ changeId }),
    ])
      expect(await problemOf(call)).toMatchObject({
        code: 'too-large',
        sentence: 'This change is too large to be undone at once: every page would wait.',
      });
    const [event] = (await core.api.history.list.query({ kind: 'on-hand' })).events;
    const target = { eventId: event?.id ?? 0, side: 'before' } as const;
    for (const call of [
      core.api.history.restore.mutate(target),
      core.api.history.whatIfRestore.query(target),
    ])
      expect((await problemOf(call)).sentence).toBe(
        'On-hand is not restored to a version. Undo its import instead.',
      );
    expect(await rows()).toBe(MANY);
  }, 60_000);
});

describe('the undo of a change of many items', () => {
  const items = (group: string): TestFile =>
    itemsCsv(Array.from({ length: LARGE_UNDO.events + 1 }, (_, index) => [`I${index}`, group]));
  const stock = onHandCsv([{ item: 'I7', location: 'L1', quantity: '10' }]);
  const groupOf = async (itemNumber: string): Promise<number | null> =>
    (await core.api.items.get.query({ itemNumber })).groupId;

  test('is confirmed where it reaches stock: until then nothing is changed', async () => {
    await load(core, groups, items('SerPick'), stock);
    const before = await groupOf('I7');
    const changeId = await apply(items('SerPack'));
    const after = await groupOf('I7');
    expect(await core.api.history.isLarge.query({ changeId })).toBe(true);
    const { status, result } = await undo(changeId);
    expect(status).toBe('done');
    if (result?.kind !== 'undo-what-if') throw new Error('It did not ask.');
    const { whatIf } = result;
    expect(whatIf).toMatchObject({ needsConfirmation: true, rows: 1, quantity: 10_000 });
    expect(await stockOf(core, { list: whatIf.list ?? '' })).toMatchObject([{ itemNumber: 'I7' }]);
    expect(await groupOf('I7')).toBe(after);

    await core.api.settings.set.mutate({ serialLength: 60 });
    const { result: again } = await undo(changeId, whatIf.revision);
    if (again?.kind !== 'undo-what-if') throw new Error('It did not ask again.');
    expect((await undo(changeId, again.whatIf.revision)).result).toMatchObject({ kind: 'undone' });
    expect(await groupOf('I7')).toBe(before);
    expect(await groupOf('I8')).toBe(before);
  }, 60_000);

  test('says what stands in its way, and of what kind that is', async () => {
    await load(core, groups);
    const changeId = await apply(items('SerPick'));
    const item = await core.api.items.get.query({ itemNumber: 'I7' });
    await core.api.items.save.mutate({ ...item, name: 'Renamed' });
    expect(await undo(changeId)).toMatchObject({
      status: 'failed',
      code: 'changed-meanwhile',
      error: 'I7 was changed since. Nothing was undone; the page History has every version.',
    });
    expect(await undo(999_999)).toMatchObject({ status: 'failed', code: 'not-found' });
    expect((await core.api.items.page.query({ offset: 0, limit: 1 })).total).toBe(LARGE_UNDO.events + 1);
  }, 60_000);
});
