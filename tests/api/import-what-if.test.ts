import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportPreview } from '../../src-main/domain/import-preview.ts';
import {
  confirm,
  importFiles,
  jobEnd,
  load,
  openTestCore,
  problemOf,
  problemsOf,
  upload,
  type TestCore,
} from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { everything, stockOf } from '../fixtures/stock.ts';

let core: TestCore;

const picking = { name: 'SerPick', capture: 'Picking', active: true, control: true } as const;
const receiving = groupsCsv([{ ...picking, capture: 'None' }]);
const storageCsv = (flag: string) =>
  csvFile(
    'storage.csv',
    ['NAME', 'AREADVANCEDWAREHOUSEMANAGEMENTPROCESSESENABLED', 'ISWAREHOUSEMANDATORY'],
    [['Plain', flag, 'Yes']],
  );

async function openStockedCore(): Promise<void> {
  core = openTestCore();
  await load(
    core,
    groupsCsv([picking, { name: 'Ser', active: true, control: true }, { name: 'Free', active: true }]),
    csvFile(
      'items.csv',
      ['ITEMNUMBER', 'PRODUCTNAME', 'TRACKINGDIMENSIONGROUPNAME', 'STORAGEDIMENSIONGROUPNAME'],
      [
        ['A', 'Camera', 'SerPick', 'Plain'],
        ['B', 'Drone', 'SerPick', 'Full'],
        ['C', 'Cable', 'Ser', 'Full'],
      ],
    ),
    onHandCsv([
      { item: 'A', location: 'L1', quantity: '5' },
      { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
      { item: 'B', location: 'L2', quantity: '2' },
      { item: 'C', location: 'L3', serial: 'S2', quantity: '1' },
    ]),
  );
}

async function closeCore(): Promise<void> {
  expect(core.unexpected).toEqual([]);
  await core.remove();
}

const unconfirmed = ({ importId }: ImportPreview) =>
  core.api.imports.confirm.mutate({ importId, scope: 'warehouses' });

const allButTheImport = async (): Promise<unknown> => ({
  ...((await everything(core)) as object),
  items: await core.api.items.page.query({ offset: 0, limit: 10 }),
  storageGroups: await core.api.storageGroups.list.query(),
  history: await core.api.history.list.query({}),
});

describe('the preview of an import says what becomes of the stock', () => {
  beforeAll(openStockedCore);
  afterAll(closeCore);

  test('by a group, in figures and examples, and changes nothing', async () => {
    const before = await allButTheImport();
    const { whatIf } = await importFiles(core, [receiving]);
    expect(whatIf).toMatchObject({
      needsConfirmation: true,
      items: 2,
      rows: 3,
      quantity: 8000,
      transitions: [{ from: 'Expected', to: 'Overdue', items: 2, rows: 2, quantity: 7000 }],
    });
    expect(whatIf?.examples).toMatchObject([
      {
        itemNumber: 'A',
        productName: 'Camera',
        location: 'L1',
        quantity: 5000,
        from: 'Expected',
        to: 'Overdue',
      },
      {
        itemNumber: 'B',
        productName: 'Drone',
        location: 'L2',
        quantity: 2000,
        from: 'Expected',
        to: 'Overdue',
      },
    ]);
    expect(await allButTheImport()).toEqual(before);
  });

  test('as the group’s own page says it', async () => {
    const { whatIf } = await importFiles(core, [receiving]);
    const group = (await core.api.groups.list.query()).find(({ name }) => name === 'SerPick');
    if (group === undefined) throw new Error('There is no group SerPick.');
    const { id, version, name, description, settings } = group;
    const page = await core.api.groups.whatIf.query({
      id,
      version,
      name,
      description,
      settings: { ...settings, captureSerialNumber: 'None' },
    });
    const { list: _list, ...figures } = page;
    expect(whatIf).toEqual(figures);
  });

  test('by items that go to another group, also to one that comes in the same import', async () => {
    const { whatIf } = await importFiles(core, [
      groupsCsv([{ name: 'New', active: true, control: true }]),
      itemsCsv([
        ['A', 'New', 'Camera'],
        ['NEW', 'New'],
      ]),
    ]);
    expect(whatIf).toMatchObject({ items: 1, rows: 2, quantity: 6000 });
    expect(whatIf?.transitions).toMatchObject([{ from: 'Expected', to: 'Overdue', quantity: 5000 }]);
  });

  test('by the flag of a storage dimension group', async () => {
    const { whatIf } = await importFiles(core, [storageCsv('No')]);
    expect(whatIf).toMatchObject({ items: 1, rows: 2, quantity: 6000 });
  });

  test('by all files together, once', async () => {
    const { whatIf } = await importFiles(core, [
      storageCsv('No'),
      receiving,
      itemsCsv([['C', 'SerPick', 'Cable']]),
    ]);
    expect(whatIf).toMatchObject({ items: 3, rows: 4 });
  });

  test('without the on-hand of the files', async () => {
    const more = onHandCsv([{ item: 'B', location: 'L9', quantity: '100' }]);
    const { whatIf } = await importFiles(core, [receiving, more]);
    expect(whatIf).toMatchObject({ items: 2, rows: 3, quantity: 8000 });
  });

  test.each([
    ['on-hand alone', () => onHandCsv([{ item: 'B', location: 'L2', quantity: '1' }])],
    ['a description', () => groupsCsv([{ ...picking, description: 'Other' }])],
    ['a group without stock', () => groupsCsv([{ name: 'Free', active: true, control: true }])],
    ['a new item', () => itemsCsv([['Z', 'SerPick']])],
    ['what is stored already', () => groupsCsv([picking])],
  ])('not by %s', async (_name, file) => {
    const preview = await importFiles(core, [file()]);
    expect(preview.whatIf).toBeNull();
    expect(await core.api.imports.listReached.mutate({ importId: preview.importId })).toEqual({ list: null });
  });

  test('with a filter of on-hand for all rows that it reaches', async () => {
    const { importId } = await importFiles(core, [receiving]);
    const { list } = await core.api.imports.listReached.mutate({ importId });
    expect((await stockOf(core, { list: list ?? '' })).map(({ itemNumber }) => itemNumber).join('')).toBe(
      'AAB',
    );
    const sent = await upload(core, [receiving]);
    expect(await core.api.imports.listReached.mutate({ importId: sent })).toEqual({ list: null });
    await core.api.imports.discard.mutate({ importId });
    expect(await problemOf(core.api.imports.listReached.mutate({ importId }))).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('an import that reaches stock', () => {
  beforeEach(openStockedCore);
  afterEach(closeCore);

  test('is refused without its confirmation, and nothing has changed', async () => {
    const preview = await importFiles(core, [
      receiving,
      onHandCsv([{ item: 'B', location: 'L2', quantity: '9' }]),
    ]);
    const before = await allButTheImport();
    const refusal = { code: 'needs-confirmation', httpStatus: 409 };
    expect(await problemOf(unconfirmed(preview))).toMatchObject(refusal);
    const { importId } = preview;
    const revision = preview.whatIf?.revision ?? 0;
    for (const confirmed of [0, revision - 1, revision + 1])
      expect(
        await problemOf(core.api.imports.confirm.mutate({ importId, scope: 'warehouses', confirmed })),
      ).toMatchObject(refusal);
    expect(await allButTheImport()).toEqual(before);
    expect((await confirm(core, preview)).status).toBe('done');
  });

  test('is applied with it, as one change that Undo takes back through its own what-if', async () => {
    const before = await core.api.groups.list.query();
    const preview = await importFiles(core, [
      receiving,
      itemsCsv([
        ['C', 'SerPick', 'Cable'],
        ['Z', 'Ser'],
      ]),
    ]);
    expect((await confirm(core, preview)).status).toBe('done');
    const settingsNow = async () =>
      (await core.api.groups.list.query()).map(({ name, settings }) => ({ name, settings }));
    expect((await settingsNow()).find(({ name }) => name === 'SerPick')).toMatchObject({
      settings: { captureSerialNumber: 'None' },
    });
    const { events } = await core.api.history.list.query({});
    expect(events.slice(0, 3).map(({ door, name }) => `${door} ${name}`)).toEqual([
      'import Z',
      'import C',
      'import SerPick',
    ]);
    const changeId = events[0]?.changeId ?? 0;
    expect(new Set(events.slice(0, 3).map((event) => event.changeId))).toEqual(new Set([changeId]));

    expect(await problemOf(core.api.history.undo.mutate({ changeId }))).toMatchObject({
      code: 'needs-confirmation',
    });
    const undo = await core.api.history.whatIfUndo.query({ changeId });
    expect(undo.transitions).toMatchObject([{ from: 'Overdue', to: 'Expected', items: 2, quantity: 7000 }]);
    await core.api.history.undo.mutate({ changeId, confirmed: undo.revision });
    expect(await settingsNow()).toEqual(before.map(({ name, settings }) => ({ name, settings })));
    const { rows } = await core.api.items.page.query({ offset: 0, limit: 10 });
    expect(rows.map(({ itemNumber, trackingDimensionGroup }) => itemNumber + trackingDimensionGroup)).toEqual(
      ['ASerPick', 'BSerPick', 'CSer'],
    );
  });

  test('is refused where the data changed after the preview, whatever was confirmed', async () => {
    const preview = await importFiles(core, [receiving]);
    await load(core, onHandCsv([{ item: 'A', location: 'L1', quantity: '6' }]));
    expect(await confirm(core, preview)).toMatchObject({
      status: 'failed',
      error: 'The data changed after this preview was made. Look at the files again, then apply.',
    });
  });

  test('is not confused with one that reaches none', async () => {
    const preview = await importFiles(core, [itemsCsv([['Z', 'SerPick']])]);
    const { jobId } = await unconfirmed(preview);
    expect((await jobEnd(core, jobId)).status).toBe('done');
  });

  test('keeps its good rows where others would lose serial numbers, also by a group that it turns off itself by row', async () => {
    const preview = await importFiles(core, [
      groupsCsv([{ name: 'Free' }]),
      itemsCsv([
        ['A', 'Free', 'Camera'],
        ['B', 'Free', 'Drone'],
        ['C', '', 'Cable'],
      ]),
    ]);
    const column = 'TRACKINGDIMENSIONGROUPNAME';
    const refused = (await problemsOf(core, preview, 1)).filter(({ outcome }) => outcome === 'Refused');
    expect(refused).toEqual([
      {
        row: 2,
        column,
        value: 'Free',
        outcome: 'Refused',
        reason: 'The on-hand of A carries serial numbers, and Serial number would not be Active in Free.',
      },
      {
        row: 4,
        column,
        value: '',
        outcome: 'Refused',
        reason:
          'The on-hand of C carries serial numbers, and Serial number would not be Active without a tracking dimension group.',
      },
    ]);
    expect(preview.files.map(({ counts }) => counts)).toMatchObject([
      { changed: 1, refused: 0 },
      { changed: 1, refused: 2 },
    ]);
    // What the good rows do: B alone.
    expect(preview.whatIf).toMatchObject({
      items: 1,
      rows: 1,
      transitions: [{ from: 'Expected', to: 'Not tracked', quantity: 2000 }],
    });
    expect((await confirm(core, preview)).status).toBe('done');
    const { rows } = await core.api.items.page.query({ offset: 0, limit: 10 });
    expect(rows.map(({ itemNumber, trackingDimensionGroup }) => itemNumber + trackingDimensionGroup)).toEqual(
      ['ASerPick', 'BFree', 'CSer'],
    );
  });
});
