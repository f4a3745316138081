import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { viewContentSchema } from '../../src-main/domain/saved-view.ts';
import { newNumberGroup } from '../../src-main/domain/tracking-number-group.ts';
import { DATA_FILE } from '../../src-main/store/open.ts';
import { load, type TestCore, type TestFile } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, storageCsv } from '../fixtures/dynamics-files.ts';
import { openItemDesk, type ItemDesk } from '../fixtures/items.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

let desk: ItemDesk;
let core: TestCore;

beforeEach(async () => {
  desk = await openItemDesk();
  core = desk.core;
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

/** The events that some work has added, each as `door kind name`, and of how many changes they are. */
async function added(
  work: () => Promise<unknown>,
): Promise<{ readonly events: readonly string[]; readonly changes: number }> {
  const { total } = await core.api.history.list.query({});
  await work();
  const { events, ...now } = await core.api.history.list.query({});
  const fresh = events.slice(0, now.total - total).reverse();
  return {
    events: fresh.map(({ door, kind, name }) => `${door} ${kind} ${name}`),
    changes: new Set(fresh.map(({ changeId }) => changeId)).size,
  };
}

const group = { name: 'New', description: '', settings: settingsWith({ 'serialNumber.active': true }) };

const stagesFile: TestFile = {
  name: 'stages.scdesk',
  content: JSON.stringify({
    format: 'serial-capture-desk-configuration',
    version: 1,
    groups: [],
    locationStages: [{ warehouse: '', pattern: 'BAY-*', stage: 'Loaded' }],
  }),
};

describe('every change of the configuration is one change in the history, by its door', () => {
  test.each<[string, () => Promise<unknown>, readonly string[]]>([
    [
      'a new tracking dimension group',
      () => core.api.groups.save.mutate(group),
      ['page tracking-dimension-group New'],
    ],
    [
      'who is responsible for warehouses',
      () =>
        core.api.duties.save.mutate({
          duties: [
            { warehouse: '61', responsible: 'Night shift', dueDays: 3 },
            { warehouse: '24', responsible: '', dueDays: 1 },
          ],
          version: 0,
        }),
      ['page warehouse-duties Responsible and due days'],
    ],
    [
      'a new view',
      () => core.api.views.save.mutate({ page: 'gaps', name: 'Mine', view: viewContentSchema.parse({}) }),
      ['page saved-view Mine'],
    ],
    [
      'a new tracking number group',
      () => core.api.numberGroups.save.mutate({ ...newNumberGroup, code: 'SN' }),
      ['page tracking-number-group SN'],
    ],
    ['an edited item', () => desk.save('D', { name: 'Plotter' }), ['page item D']],
    [
      'an item that makes its storage dimension group',
      () => desk.save('D', { storageDimensionGroup: 'SiteWh' }),
      ['page storage-dimension-group SiteWh', 'page item D'],
    ],
    ['a deleted item', () => core.api.items.remove.mutate({ itemNumber: 'D', version: 1 }), ['page item D']],
    [
      'a storage dimension group',
      () => core.api.storageGroups.save.mutate({ name: 'Bulk', warehouseProcesses: false }),
      ['page storage-dimension-group Bulk'],
    ],
    [
      'location stages',
      () =>
        core.api.locationStages.save.mutate({
          patterns: [{ warehouse: '', pattern: 'PACK-*', stage: 'Packing' }],
          version: 0,
        }),
      ['page location-stages Location stages'],
    ],
    [
      'a setting of the app',
      () => core.api.settings.set.mutate({ gs1Sign: '~', serialLength: 60 }),
      ['page settings Settings'],
    ],
    [
      'a group for many items',
      async () =>
        core.api.items.assignGroup.mutate({
          items: { itemNumbers: ['D'] },
          groupId: (await core.api.groups.save.mutate(group)).group.id,
        }),
      ['page tracking-dimension-group New', 'bulk item D'],
    ],
    [
      'an import of several files',
      () =>
        load(
          core,
          groupsCsv([{ name: 'Imported', active: true }]),
          itemsCsv([['E', 'Imported']]),
          storageCsv([['SiteWh', 'No']]),
          stagesFile,
        ),
      [
        'import tracking-dimension-group Imported',
        'import storage-dimension-group SiteWh',
        'import location-stages Location stages',
        'import item E',
      ],
    ],
  ])('%s', async (_name, work, expected) => {
    const { events, changes } = await added(work);
    expect(events).toEqual(expected);
    expect(changes).toBe(new Set(expected.map((event) => event.split(' ')[0])).size);
    expect((await core.api.history.check.query()).brokenFrom).toBeNull();
  });
});

describe('the check', () => {
  test.each([
    ['a version', `UPDATE history SET after = replace(after, 'Picking', 'Packing') WHERE id = 3`, 3],
    ['a name', `UPDATE history SET name = 'B' WHERE id = 4`, 4],
    ['an event taken out', 'DELETE FROM history WHERE id = 2', 3],
    [
      'two events in each other’s place',
      'UPDATE history SET id = -4 WHERE id = 4; UPDATE history SET id = 4 WHERE id = 5; UPDATE history SET id = 5 WHERE id = -4',
      4,
    ],
    ['spaces in what was stored', `UPDATE history SET after = after || ' ' WHERE id = 1`, 1],
  ])('names the first event that does not hold: %s', async (_name, sql, brokenFrom) => {
    const file = new Database(join(core.folder, DATA_FILE));
    file.exec('DROP TRIGGER history_is_never_changed; DROP TRIGGER history_is_never_shortened');
    file.exec(sql);
    file.close();
    expect((await core.api.history.check.query()).brokenFrom).toBe(brokenFrom);
  });
});
