import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src-main/store/open.ts';
import { withSetting } from '../../src-main/domain/tracking-fields.ts';
import {
  confirm,
  importFiles,
  load,
  openTestCore,
  problemOf,
  problemsOf,
  type TestCore,
} from '../fixtures/core.ts';
import { csvFile, groupsCsv } from '../fixtures/dynamics-files.ts';
import { loadItemsOfCodes, saveNumberGroup } from '../fixtures/number-groups.ts';

let core: TestCore;

/** Items A and B with the number group Six (6 units to a number), C with the fitting One, in a group without control. */
beforeEach(async () => {
  core = openTestCore();
  await loadItemsOfCodes(core, ['A', 'Ser', 'six'], ['B', 'Ser', 'SIX'], ['C', 'Ser', 'One']);
  await saveNumberGroup(core, { code: 'Six', perQuantity: 6000 });
  await saveNumberGroup(core, { code: 'One' });
});

afterEach(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const refusal = (items: string, group = 'Control'): string =>
  `Per qty of Six must be 1 for ${items}: Serial number control is on in ${group}, so every unit has a number of its own. Set Per qty of Six to 1, or choose another number group.`;

const groupNamed = async (name: string) => {
  const found = (await core.api.groups.list.query()).find((group) => group.name === name);
  if (found === undefined) throw new Error(`There is no group ${name}.`);
  return found;
};
const controlId = async (): Promise<number> => (await groupNamed('Control')).id;
const changed = async (itemNumber: string, change: object) => {
  const item = await core.api.items.get.query({ itemNumber });
  return { ...item, units: [...item.units], ...change };
};
const save = async (itemNumber: string, change: object) =>
  core.api.items.save.mutate(await changed(itemNumber, change));
const allowAnyNumbers = async (manual: boolean): Promise<void> => {
  const six = (await core.api.numberGroups.list.query()).find(({ code }) => code === 'Six');
  await saveNumberGroup(core, { code: 'Six', perQuantity: 6000, manual }, six);
};
const numberOfControl = async (): Promise<number> =>
  (await core.api.groups.whereUsed.query({ id: await controlId() })).items;

describe('a number group that gives one number to six units', () => {
  test('keeps its items out of Serial number control, one by one', async () => {
    const groupId = await controlId();
    for (const call of [save('A', { groupId }), core.api.items.whatIf.query(await changed('A', { groupId }))])
      expect(await problemOf(call)).toMatchObject({
        code: 'invalid',
        httpStatus: 400,
        path: 'groupId',
        sentence: refusal('A'),
      });
    expect((await save('A', { groupId, serialNumberGroup: 'one' })).item.groupId).toBe(groupId);
  });

  test('is not assigned to an item under Serial number control, stored or new', async () => {
    const groupId = await controlId();
    await save('C', { groupId });
    expect(await problemOf(save('C', { serialNumberGroup: 'SIX' }))).toMatchObject({
      path: 'serialNumberGroup',
      sentence: refusal('C'),
    });
    const { version: _version, ...item } = await changed('A', { itemNumber: 'N', groupId });
    expect(await problemOf(core.api.items.save.mutate(item))).toMatchObject({
      path: 'serialNumberGroup',
      sentence: refusal('N'),
    });
    // Batch numbers are not bound by it, nor is a code that names no group yet.
    await save('C', { batchNumberGroup: 'Six', serialNumberGroup: 'Later' });
  });

  test('keeps all items of an assignment where they are', async () => {
    const asked = { items: { itemNumbers: ['A', 'B', 'C'] }, groupId: await controlId() };
    for (const call of [
      core.api.items.assignGroup.mutate(asked),
      core.api.items.whatIfAssignGroup.mutate(asked),
      core.api.items.assignGroup.mutate({ ...asked, items: { filter: {} } }),
    ])
      expect(await problemOf(call)).toMatchObject({
        code: 'invalid',
        path: 'groupId',
        sentence: refusal('A, B'),
      });
    expect(await numberOfControl()).toBe(0);
    await allowAnyNumbers(true);
    await core.api.items.assignGroup.mutate(asked);
    expect(await numberOfControl()).toBe(3);
  });

  test('keeps Serial number control off in the group of its items', async () => {
    const { id, version, name, description, settings } = await groupNamed('Ser');
    const controlled = {
      id,
      version,
      name,
      description,
      settings: withSetting(settings, 'serialNumberControl', true),
    };
    for (const call of [core.api.groups.save.mutate(controlled), core.api.groups.whatIf.query(controlled)])
      expect(await problemOf(call)).toMatchObject({
        code: 'invalid',
        path: 'settings.serialNumberControl',
        sentence: refusal('A, B', 'Ser'),
      });
    await core.api.groups.save.mutate({ ...controlled, settings, description: 'As before' });
    await allowAnyNumbers(true);
    const saved = await core.api.groups.save.mutate({ ...controlled, version: version + 1 });
    expect(saved.group.settings.serialNumberControl).toBe(true);
  });

  test('does not come back under control by Undo or Restore', async () => {
    await save('C', { groupId: await controlId() });
    const { changeId } = await save('C', { groupId: (await groupNamed('Ser')).id });
    const [event] = (await core.api.history.list.query({ kind: 'item' })).events;
    const one = (await core.api.numberGroups.list.query()).find(({ code }) => code === 'One');
    await saveNumberGroup(core, { code: 'One', perQuantity: 6000 }, one);
    for (const call of [
      core.api.history.undo.mutate({ changeId: changeId ?? 0 }),
      core.api.history.whatIfUndo.query({ changeId: changeId ?? 0 }),
      core.api.history.restore.mutate({ eventId: event?.id ?? 0, side: 'before' }),
    ])
      expect(await problemOf(call)).toMatchObject({
        code: 'invalid',
        path: 'groupId',
        sentence: refusal('C').replaceAll('Six', 'One'),
      });
  });

  test('does not stop other changes of an item that is under control with it from earlier', async () => {
    await save('C', { groupId: await controlId() });
    await save('C', { serialNumberGroup: 'Later' });
    // As an older version of the app could have left it.
    const store = openStore(core.folder);
    store.runSql("UPDATE items SET serial_number_group = 'six' WHERE item_number = 'C'");
    store.close();
    expect((await save('C', { name: 'Cable' })).item.name).toBe('Cable');
    const preview = await importFiles(core, [itemsFile(['C', 'Control', 'Six'], ['C2', 'Control', 'One'])]);
    expect(preview.files[0]).toMatchObject({ problems: 0, counts: { refused: 0 } });
    expect((await confirm(core, preview)).status).toBe('done');
  });
});

const itemsFile = (...rows: readonly (readonly [string, string, string])[]) =>
  csvFile('items.csv', ['ITEMNUMBER', 'TRACKINGDIMENSIONGROUPNAME', 'SERIALNUMBERGROUPCODE'], rows);
const controlOf = (name: string, control: boolean) => groupsCsv([{ name, active: true, control }]);

describe('an import', () => {
  test('refuses the rows of items that would be under control with such a number group, and stores the others', async () => {
    const preview = await load(
      core,
      itemsFile(
        ['A', 'Control', 'six'],
        ['B', 'Ser', 'SIX'],
        ['C', 'Control', 'One'],
        ['D', 'Control', 'Six'],
      ),
    );
    expect(preview.files[0]?.counts).toEqual({ new: 0, changed: 1, unchanged: 1, refused: 2 });
    const problem = { column: 'SERIALNUMBERGROUPCODE', outcome: 'Refused' };
    expect(await problemsAgain(itemsFile(['A', 'Control', 'six'], ['D', 'Control', 'Six']))).toEqual([
      { ...problem, row: 2, value: 'six', reason: refusal('A') },
      { ...problem, row: 3, value: 'Six', reason: refusal('D') },
    ]);
    expect(await numberOfControl()).toBe(1);
  });

  test('refuses a group that turns Serial number control on over such items', async () => {
    expect(await problemsAgain(controlOf('Ser', true))).toEqual([
      {
        row: 2,
        column: 'ISSERIALNUMBERCONTROLENABLED',
        value: 'Yes',
        outcome: 'Refused',
        reason: refusal('A, B', 'Ser'),
      },
    ]);
    const { id, version } = await groupNamed('Ser');
    await load(core, controlOf('Ser', true));
    expect(await groupNamed('Ser')).toMatchObject({ id, version });
  });

  test('looks at the groups as the same import will leave them', async () => {
    const files = [controlOf('Control', false), itemsFile(['A', 'Control', 'six'])];
    await load(core, ...files);
    expect(await numberOfControl()).toBe(1);
    await load(core, controlOf('New', true), itemsFile(['E', 'New', 'six'], ['F', 'New', 'One']));
    expect(
      (await core.api.items.page.query({ filter: { search: 'New' }, offset: 0, limit: 9 })).rows,
    ).toMatchObject([{ itemNumber: 'F' }]);
  });
});

async function problemsAgain(file: ReturnType<typeof itemsFile>) {
  return problemsOf(core, await importFiles(core, [file]));
}
