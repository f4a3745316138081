import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFiles, load, openTestCore, problemsOf, type TestCore } from '../fixtures/core.ts';
import { csvFile, groupsCsv, storageCsv } from '../fixtures/dynamics-files.ts';

let core: TestCore;

beforeEach(() => {
  core = openTestCore();
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

describe('a file of storage dimension groups', () => {
  test.each(['NAME', 'GroupName', 'STORAGEDIMENSIONGROUPNAME'])(
    'is recognised with the column %s',
    async (name) => {
      const file = storageCsv(
        [
          ['SiteWh', 'No'],
          ['Full', 'yes'],
          ['Silent', ''],
        ],
        name,
      );
      const preview = await load(core, file);
      expect(preview.files[0]).toMatchObject({
        kind: 'storage-dimension-groups',
        error: null,
        problems: 0,
        counts: { new: 3, changed: 0, unchanged: 0, refused: 0 },
        ignored: ['ISWAREHOUSEMANDATORY'],
      });
      expect(await core.api.storageGroups.list.query()).toEqual([
        { name: 'Full', warehouseProcesses: true },
        { name: 'Silent', warehouseProcesses: true },
        { name: 'SiteWh', warehouseProcesses: false },
      ]);
      const again = await importFiles(core, [
        storageCsv(
          [
            ['sitewh', 'Yes'],
            ['full', 'Yes'],
            ['Silent', ''],
          ],
          name,
        ),
      ]);
      expect(again.files[0]?.counts).toEqual({ new: 0, changed: 1, unchanged: 2, refused: 0 });
    },
  );

  test('names what is wrong with it', async () => {
    const preview = await importFiles(core, [
      storageCsv([
        ['', 'Yes'],
        ['X', 'perhaps'],
        ['Y', 'No'],
        ['y', 'Yes'],
      ]),
    ]);
    expect(
      (await problemsOf(core, preview)).map(({ row, outcome, reason }) => [row, outcome, reason]),
    ).toEqual([
      [2, 'Refused', 'Give the storage dimension group a name.'],
      [3, 'Refused', 'Write Yes or No.'],
      [5, 'Refused', 'Row 4 has this group already.'],
    ]);
  });

  test('warns where it takes the processes from items that capture late', async () => {
    await load(
      core,
      groupsCsv([
        { name: 'Ser', active: true },
        { name: 'SerPick', active: true, capture: 'Picking' },
      ]),
      csvFile(
        'items.csv',
        ['ITEMNUMBER', 'TRACKINGDIMENSIONGROUPNAME', 'STORAGEDIMENSIONGROUPNAME'],
        [
          ['A', 'SerPick', 'Plain'],
          ['B', 'Ser', 'Plain'],
          ['D', 'SerPick', 'Plain'],
          ['E', 'SerPick', 'Full'],
        ],
      ),
    );
    const files = [
      storageCsv([
        ['PLAIN', 'No'],
        ['Full', 'Yes'],
      ]),
    ];
    const warning = {
      row: 2,
      column: 'AREADVANCEDWAREHOUSEMANAGEMENTPROCESSESENABLED',
      value: 'No',
      outcome: 'Warning',
      reason:
        'Pick will never ask for a serial number: A, D do not use warehouse management processes, so Capture serial number Picking is ignored. Choose None, or a storage dimension group that uses them.',
    };
    expect(await problemsOf(core, await importFiles(core, files))).toEqual([warning]);
    const receiving = groupsCsv([{ name: 'SerPick', active: true }]);
    const both = await importFiles(core, [...files, receiving]);
    expect(both.files[0]).toMatchObject({ problems: 0, counts: { changed: 1, refused: 0 } });
  });
});
