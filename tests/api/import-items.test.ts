import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { confirm, importFiles, load, openTestCore, problemsOf, type TestCore } from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv, onHandCsv, storageCsv } from '../fixtures/dynamics-files.ts';

let core: TestCore;

beforeEach(() => {
  core = openTestCore();
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const groups = groupsCsv([
  { name: 'No' },
  { name: 'Ser', active: true, control: true },
  { name: 'SerPick', active: true, capture: 'Picking' },
]);
const stock = onHandCsv([
  { item: 'A', serial: 'S1', quantity: '1' },
  { item: 'B', quantity: '4' },
]);
const events = async () => (await core.api.history.list.query({ limit: 500 })).events;

describe('the history of an import', () => {
  test('is one change by the door import, for groups, storage groups and items', async () => {
    await load(core, groups, itemsCsv([['A', 'Ser']]), storageCsv([['SiteWh', 'No']]));
    const found = await events();
    expect(found.map(({ kind, name }) => `${kind} ${name}`).reverse()).toEqual([
      'tracking-dimension-group No',
      'tracking-dimension-group Ser',
      'tracking-dimension-group SerPick',
      'storage-dimension-group SiteWh',
      'item A',
    ]);
    expect(new Set(found.map(({ changeId }) => changeId)).size).toBe(1);
    expect(found[0]).toMatchObject({
      door: 'import',
      note: 'Import of tracking-dimension-groups.csv, released-products.csv, storage.csv',
      before: null,
      after: { itemNumber: 'A', trackingDimensionGroup: 'Ser' },
    });
    expect(found[0]?.user).not.toBe('');
    expect(await core.api.history.check.query()).toEqual({ events: 5, brokenFrom: null });
  });

  test('has nothing of what stayed the same', async () => {
    await load(core, groups, itemsCsv([['A', 'Ser']]));
    const before = await events();
    await load(core, groups, itemsCsv([['A', 'Ser']]));
    expect(await events()).toEqual(before);
  });

  test('can be undone as a whole, as long as nothing stands on it', async () => {
    await load(core, groups, itemsCsv([['A', 'Ser']]));
    const [event] = await events();
    await core.api.history.undo.mutate({ changeId: event?.changeId ?? 0 });
    expect(await core.api.groups.list.query()).toEqual([]);
    expect((await core.api.items.page.query({ offset: 0, limit: 10 })).total).toBe(0);
    const [undone] = await events();
    await core.api.history.undo.mutate({ changeId: undone?.changeId ?? 0 });
    expect((await core.api.items.page.query({ offset: 0, limit: 10 })).rows[0]).toMatchObject({
      itemNumber: 'A',
      trackingDimensionGroup: 'Ser',
    });
  });
});

test('an import keeps masks and units, which no file carries, and counts the version up', async () => {
  await load(core, groups, itemsCsv([['A', 'Ser']]));
  const item = await core.api.items.get.query({ itemNumber: 'A' });
  const units = [{ unit: 'box', quantity: 6000 }];
  await core.api.items.save.mutate({ ...item, units, serialMask: 'S#' });
  await load(core, itemsCsv([['A', 'SerPick', 'Other']]));
  expect(await core.api.items.get.query({ itemNumber: 'A' })).toMatchObject({
    version: 3,
    name: 'Other',
    serialMask: 'S#',
    units,
  });
});

describe('what stock forbids is refused at the preview', () => {
  beforeEach(() =>
    load(
      core,
      groups,
      itemsCsv([
        ['A', 'Ser'],
        ['B', 'SerPick'],
      ]),
      stock,
    ),
  );

  test('a field that a moved group holds, not one that it does not', async () => {
    const preview = await importFiles(core, [
      groupsCsv([
        { name: 'No', active: true },
        { name: 'Ser', active: true, control: false },
        { name: 'SerPick', active: true, capture: 'None' },
      ]),
    ]);
    expect(preview.files[0]?.counts).toEqual({ new: 0, changed: 2, unchanged: 0, refused: 1 });
    expect((await problemsOf(core, preview)).filter(({ outcome }) => outcome === 'Refused')).toMatchObject([
      {
        row: 3,
        column: 'ISSERIALNUMBERCONTROLENABLED',
        value: 'No',
        reason:
          'Serial number control: Cannot be changed, because an item of this group has on-hand or transactions.',
      },
    ]);
    await confirm(core, preview);
    const kept = (await core.api.groups.list.query()).map(({ name, settings }) => [
      name,
      settings.serialNumberControl,
      settings.captureSerialNumber,
    ]);
    expect(kept).toEqual([
      ['No', false, 'None'],
      ['Ser', true, 'None'],
      ['SerPick', false, 'None'],
    ]);
  });

  test.each([
    ['another group', 'No', 'in No'],
    ['none', '', 'without a tracking dimension group'],
  ])('an item whose on-hand carries serial numbers into %s', async (_name, group, where) => {
    const preview = await importFiles(core, [
      itemsCsv([
        ['A', group],
        ['B', 'No'],
      ]),
    ]);
    expect(preview.files[0]?.counts).toMatchObject({ changed: 1, refused: 1 });
    expect(await problemsOf(core, preview)).toEqual([
      {
        row: 2,
        column: 'TRACKINGDIMENSIONGROUPNAME',
        value: group,
        outcome: 'Refused',
        reason: `The on-hand of A carries serial numbers, and Serial number would not be Active ${where}.`,
      },
    ]);
    await confirm(core, preview);
    const { rows } = await core.api.items.page.query({ offset: 0, limit: 10 });
    expect(rows.map(({ trackingDimensionGroup }) => trackingDimensionGroup)).toEqual(['Ser', 'No']);
  });
});

describe('what is warned about', () => {
  const header = [
    'ITEMNUMBER',
    'TRACKINGDIMENSIONGROUPNAME',
    'STORAGEDIMENSIONGROUPNAME',
    'CATCHWEIGHTUNITSYMBOL',
    'SERIALNUMBERGROUPCODE',
  ];
  const items = csvFile('items.csv', header, [
    ['A', 'SerPick', 'plain', '', ''],
    ['B', 'SerPick', 'Full', 'kg', ''],
    ['C', 'Ser', 'Full', 'kg', 'SN-1'],
  ]);

  test('dead ends by the files of the same import, and codes that name no group', async () => {
    const preview = await importFiles(core, [groups, items, storageCsv([['Plain', 'No']])]);
    expect(preview.files[1]?.counts).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 0 });
    expect(
      (await problemsOf(core, preview, 1)).map(({ row, outcome, reason }) => [
        row,
        outcome,
        reason.slice(0, 50),
      ]),
    ).toEqual([
      [2, 'Warning', 'Pick will never ask for a serial number: A does no'],
      [3, 'Warning', 'Pick cannot capture a serial number: B is a catch '],
      [4, 'Warning', 'There is no tracking number group SN-1. The code i'],
    ]);
    await confirm(core, preview);
    expect(
      (await core.api.items.page.query({ offset: 0, limit: 10 })).rows.map(
        ({ storageDimensionGroup, warehouseProcesses }) => `${storageDimensionGroup} ${warehouseProcesses}`,
      ),
    ).toEqual(['Plain No', 'Full Yes', 'Full Yes']);
  });

  test('a group that is changed under such items', async () => {
    await load(core, groups, items);
    const preview = await importFiles(core, [
      groupsCsv([{ name: 'Ser', active: true, control: true, capture: 'Packing' }]),
    ]);
    expect((await problemsOf(core, preview)).filter(({ outcome }) => outcome === 'Warning')).toMatchObject([
      {
        row: 2,
        column: 'SERIALNUMBERCAPTURINGOPERATION',
        reason: expect.stringMatching(/^Pack cannot capture a serial number: C is/) as string,
      },
      { row: 2, reason: expect.stringContaining('no location has the stage Packing') as string },
    ]);
  });
});
