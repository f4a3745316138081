import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  confirm,
  importFiles,
  jobAt,
  jobEnd,
  load,
  openTestCore,
  problemOf,
  problemsOf,
  putChunk,
  upload,
  type TestCore,
  type TestFile,
} from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv, onHandCsv, onHandHeader } from '../fixtures/dynamics-files.ts';
import { everything, stockOf } from '../fixtures/stock.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

const GIB = 1024 ** 3;

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const groups = groupsCsv([{ name: 'Ser', active: true }]);
const items = itemsCsv([['A', 'Ser']]);
beforeEach(async () => {
  await core.api.maintenance.startOver.mutate();
  await load(core, groups, items, onHandCsv([{ item: 'A', serial: 'OLD', quantity: '1' }]));
});

/** On-hand of so many rows. */
const manyRows = (rows: number): TestFile =>
  csvFile(
    'many.csv',
    onHandHeader,
    Array.from({ length: rows }, (_, index) => ['A', '61', `L${index}`, '', '', '', `SN-${index}`, '', '1']),
  );

const incoming = (): readonly string[] => {
  const folder = join(core.folder, 'incoming');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('bringing files', () => {
  const begin = (...files: readonly { readonly name: string; readonly size: number }[]) =>
    core.api.imports.begin.mutate({ files: [...files] });

  test('a file of 2 GB is refused when it is announced, by name', async () => {
    const there = incoming();
    const problem = await problemOf(
      begin({ name: 'small.csv', size: 1 }, { name: 'huge.csv', size: 2 * GIB }),
    );
    expect(problem).toMatchObject({ code: 'too-large', httpStatus: 413 });
    expect(problem.sentence).toMatch(/^huge\.csv is larger than 1 GiB\. .*\.$/);
    expect(incoming()).toEqual(there);
  });

  test('pieces must follow each other and fit what was announced', async () => {
    const { importId } = await begin({ name: 'a.csv', size: 10 });
    const put = async (file: number, offset: number, bytes: number): Promise<number> =>
      (await putChunk(core, importId, file, offset, new Uint8Array(bytes))).status;
    expect(await put(0, 4, 4)).toBe(400);
    expect(await put(0, 0, 11)).toBe(400);
    expect(await put(0, 0, 4)).toBe(200);
    expect(await put(0, 0, 4)).toBe(400);
    expect(await put(1, 0, 1)).toBe(400);
    const over = await putChunk(core, importId, 0, 4, new Uint8Array(7));
    expect(await over.json()).toEqual({
      error: { message: 'a.csv changed while it was read. Choose the files again.' },
    });
    const { jobId } = await core.api.imports.inspect.mutate({ importId });
    expect(await jobEnd(core, jobId)).toMatchObject({
      status: 'failed',
      error: 'a.csv did not arrive whole. Choose the files again.',
    });
    expect(await put(0, 4, 6)).toBe(200);
  });

  test('a piece of more than 4 MiB is refused', async () => {
    const { importId } = await begin({ name: 'a.csv', size: 5 * 1024 * 1024 });
    const answer = await putChunk(core, importId, 0, 0, new Uint8Array(4 * 1024 * 1024 + 1));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: { message: expect.stringMatching(/too large/) } });
  });

  test('what was discarded is gone, with its files', async () => {
    const importId = await upload(core, [items]);
    expect(incoming()).toContain(importId);
    await core.api.imports.discard.mutate({ importId });
    expect(incoming()).not.toContain(importId);
    const { jobId } = await core.api.imports.inspect.mutate({ importId });
    expect(await jobEnd(core, jobId)).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/no longer there/),
    });
    expect((await putChunk(core, importId, 0, 0, new Uint8Array(1))).status).toBe(404);
    await core.api.imports.discard.mutate({ importId });
  });
});

describe('confirming', () => {
  test('what was never looked at is refused', async () => {
    const importId = await upload(core, [items]);
    expect(await problemsOf(core, { importId })).toEqual([]);
    expect(await confirm(core, { importId })).toMatchObject({
      status: 'failed',
      error: 'This import was not looked at yet. Choose the files again.',
    });
  });

  test('what was applied cannot be applied again, and leaves no files', async () => {
    const preview = await load(core, onHandCsv([{ item: 'A', serial: 'NEW', quantity: '1' }]));
    const before = await everything(core);
    expect(incoming()).not.toContain(preview.importId);
    expect(await confirm(core, preview)).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/no longer there/),
    });
    expect(await everything(core)).toEqual(before);
    const twice = await importFiles(core, [onHandCsv([{ item: 'A', serial: 'TWO', quantity: '1' }])]);
    const ends = await Promise.all([confirm(core, twice), confirm(core, twice)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['done', 'failed']);
  });

  test.each([
    [
      'a group was saved',
      () => core.api.groups.save.mutate({ name: 'New', description: '', settings: settingsWith({}) }),
    ],
    [
      'another import was applied',
      () => load(core, onHandCsv([{ item: 'A', serial: 'ELSE', quantity: '1' }])),
    ],
    ['a warehouse was cleared', () => core.api.maintenance.clearWarehouse.mutate({ warehouse: '61' })],
    ['the length of serials was set', () => core.api.settings.set.mutate({ serialLength: 60 })],
  ])('after %s meanwhile is refused, and nothing is lost', async (_name, change) => {
    const preview = await importFiles(core, [onHandCsv([{ item: 'A', serial: 'MINE', quantity: '1' }])]);
    await change();
    const before = await everything(core);
    expect(await confirm(core, preview)).toMatchObject({
      status: 'failed',
      error: 'The data changed after this preview was made. Look at the files again, then apply.',
    });
    expect(await everything(core)).toEqual(before);
    const { jobId } = await core.api.imports.inspect.mutate({ importId: preview.importId });
    expect((await jobEnd(core, jobId)).status).toBe('done');
    expect((await confirm(core, preview)).status).toBe('done');
    expect(await stockOf(core)).toMatchObject([{ serialNumber: 'MINE' }]);
    await core.api.settings.set.mutate({ serialLength: 20 });
  });

  test('a change that is made while an import is applied waits for it', async () => {
    const preview = await importFiles(core, [manyRows(5000)]);
    const { jobId } = await core.api.imports.confirm.mutate({
      importId: preview.importId,
      scope: 'warehouses',
    });
    const saved = await core.api.groups.save.mutate({
      name: 'Later',
      description: '',
      settings: settingsWith({}),
    });
    expect(saved.group.version).toBe(1);
    expect((await core.api.jobs.get.query({ id: jobId })).status).toBe('done');
    expect((await core.api.onHand.totals.query({ filter: {} })).rows).toBe(5000);
  });
});

describe('cancelling', () => {
  test('while looking changes nothing, and the files can be looked at again', async () => {
    const before = await everything(core);
    const importId = await upload(core, [manyRows(30_000)]);
    for (const wanted of ['Waiting', 'Reading many.csv', 'Checking many.csv']) {
      const { jobId } = await core.api.imports.inspect.mutate({ importId });
      await jobAt(core, jobId, wanted);
      await core.api.jobs.cancel.mutate({ id: jobId });
      expect(['canceled', 'done']).toContain((await jobEnd(core, jobId)).status);
    }
    const { jobId } = await core.api.imports.inspect.mutate({ importId });
    await core.api.jobs.cancel.mutate({ id: jobId });
    expect((await jobEnd(core, jobId)).status).toBe('canceled');
    expect(await problemsOf(core, { importId })).toEqual([]);
    expect(await confirm(core, { importId })).toMatchObject({
      status: 'failed',
      error: expect.stringMatching(/not looked at/),
    });
    expect(await everything(core)).toEqual(before);
    const again = await core.api.imports.inspect.mutate({ importId });
    expect((await jobEnd(core, again.jobId)).status).toBe('done');
    expect((await confirm(core, { importId })).status).toBe('done');
    expect((await core.api.onHand.totals.query({ filter: {} })).rows).toBe(30_000);
  });

  test('while applying leaves everything as it was or as it will be', async () => {
    const before = await everything(core);
    const preview = await importFiles(core, [manyRows(20_000), groupsCsv([{ name: 'More' }])]);
    const ends: string[] = [];
    for (const wanted of ['Waiting', 'Storing groups and items', 'Storing on-hand', 'Adding up']) {
      const { jobId } = await core.api.imports.confirm.mutate({
        importId: preview.importId,
        scope: 'warehouses',
      });
      await jobAt(core, jobId, wanted);
      await core.api.jobs.cancel.mutate({ id: jobId });
      const { status } = await jobEnd(core, jobId);
      ends.push(status);
      if (status === 'done') break;
      expect(await everything(core)).toEqual(before);
    }
    expect(ends[0]).toBe('canceled');
    if (ends.at(-1) !== 'done') expect((await confirm(core, preview)).status).toBe('done');
    expect((await core.api.onHand.totals.query({ filter: {} })).rows).toBe(20_000);
    expect((await core.api.groups.list.query()).map(({ name }) => name)).toEqual(['More', 'Ser']);
  });

  test('a job that waits for its turn never starts', async () => {
    const preview = await importFiles(core, [manyRows(5000)]);
    const first = await core.api.imports.confirm.mutate({ importId: preview.importId, scope: 'warehouses' });
    const second = await core.api.imports.confirm.mutate({ importId: preview.importId, scope: 'warehouses' });
    await core.api.jobs.cancel.mutate({ id: second.jobId });
    expect((await jobEnd(core, first.jobId)).status).toBe('done');
    expect((await jobEnd(core, second.jobId)).status).toBe('canceled');
  });

  test('an unknown job is nothing to cancel', async () => {
    await core.api.jobs.cancel.mutate({ id: crypto.randomUUID() });
  });
});

test('pages and totals answer from the old stock while files are being looked at', async () => {
  const importId = await upload(core, [manyRows(30_000)]);
  const { jobId } = await core.api.imports.inspect.mutate({ importId });
  for (const phase of [
    'Waiting',
    'Reading many.csv',
    'Checking many.csv',
    'Comparing with the present stock',
  ]) {
    await jobAt(core, jobId, phase);
    expect(await stockOf(core)).toMatchObject([{ serialNumber: 'OLD' }]);
    expect(await problemsOf(core, { importId })).toEqual([]);
  }
  expect((await jobEnd(core, jobId)).status).toBe('done');
});
