import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GroupInput } from '../../src-main/domain/tracking-dimension-group.ts';
import { load, problemOf, type TestCore } from '../fixtures/core.ts';
import { itemsCsv } from '../fixtures/dynamics-files.ts';
import { openItemDesk, type ItemDesk } from '../fixtures/items.ts';
import { saveNumberGroup } from '../fixtures/number-groups.ts';
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

const sentenceOf = async (call: Promise<unknown>): Promise<string> => {
  const { code, sentence } = await problemOf(call);
  expect(code).toBe('changed-meanwhile');
  return sentence;
};

describe('a second save of a tracking dimension group', () => {
  const save = (input: Partial<GroupInput>, stored?: { id: number; version: number }) =>
    core.api.groups.save.mutate({
      name: 'New',
      description: '',
      settings: settingsWith({ 'serialNumber.active': true }),
      ...input,
      ...(stored && { id: stored.id, version: stored.version }),
    });
  const packing = settingsWith({ 'serialNumber.active': true, captureSerialNumber: 'Packing' });

  test('is refused with every field that changed, and both its values', async () => {
    const { group } = await save({});
    await save({ settings: packing }, group);
    expect(await sentenceOf(save({ description: 'Mine' }, group))).toBe(
      'New was changed meanwhile: Capture serial number is now Packing (was None); ' +
        'Serial number: Blank issue allowed is now Yes (was No); ' +
        'Serial number: Blank receipt allowed is now Yes (was No). Nothing was saved.',
    );
    expect((await core.api.groups.list.query()).find(({ id }) => id === group.id)?.description).toBe('');
  });

  test('adds several changes up, and leaves out what happened before it was read', async () => {
    const { group } = await save({});
    const { group: read } = await save({ description: 'One' }, group);
    const { group: second } = await save({ description: 'Two' }, read);
    await save({ description: 'Three' }, second);
    expect(await sentenceOf(save({}, read))).toBe(
      'New was changed meanwhile: Description is now Three (was One). Nothing was saved.',
    );
    expect(await sentenceOf(core.api.groups.remove.mutate({ id: group.id, version: second.version }))).toBe(
      'New was changed meanwhile: Description is now Three (was Two). Nothing was saved.',
    );
  });

  test('names the group as it is called now, and says where it was changed back', async () => {
    const { group } = await save({});
    const { group: renamed } = await save({ name: 'Renamed' }, group);
    expect(await sentenceOf(save({}, group))).toContain('Renamed was changed meanwhile: Name is now Renamed');
    await save({}, renamed);
    expect(await sentenceOf(save({ description: 'Mine' }, group))).toBe(
      'New was changed meanwhile, and changed back. Nothing was saved: open it again first.',
    );
  });

  test('goes through where the other window saved without changing anything', async () => {
    const { group } = await save({});
    expect((await save({}, group)).group.version).toBe(group.version);
    expect((await save({ description: 'Mine' }, group)).group.description).toBe('Mine');
  });

  test('of a version that is not known says only that it changed', async () => {
    const { group } = await save({});
    for (const version of [9, 2])
      expect(await sentenceOf(save({}, { id: group.id, version }))).toBe(
        'New was changed meanwhile. Nothing was saved.',
      );
  });
});

test('a second save of a tracking number group says what changed', async () => {
  const { group } = await saveNumberGroup(core);
  await saveNumberGroup(core, { name: 'Serials', sequence: { format: 'S-######' } }, group);
  expect(await sentenceOf(saveNumberGroup(core, { perQuantity: 2000 }, group))).toBe(
    'SN was changed meanwhile: Name is now Serials (was –); Format is now S-###### (was SN-######). Nothing was saved.',
  );
});

describe('a second save of an item says what changed', () => {
  test('on its page, in a change of many and in an import', async () => {
    const read = await desk.changed('D', { serialMask: '##' });
    await desk.save('D', { inventoryUnit: 'pcs' });
    await core.api.items.assignGroup.mutate({
      items: { itemNumbers: ['D'] },
      groupId: await desk.groupId('Ser'),
    });
    await load(core, itemsCsv([['D', 'Ser', 'Plotter']]));
    expect(await sentenceOf(core.api.items.save.mutate(read))).toBe(
      'D was changed meanwhile: Product name is now Plotter (was Printer); ' +
        'Tracking dimension group is now Ser (was SerPick); Inventory unit is now pcs (was –). Nothing was saved.',
    );
    expect(
      await sentenceOf(core.api.items.remove.mutate({ itemNumber: 'D', version: read.version })),
    ).toMatch(/^D was changed meanwhile: Product name is now Plotter/);
  });

  test('and counts what it does not name', async () => {
    const read = await desk.changed('D', {});
    await desk.save('D', {
      name: '1',
      reservationHierarchy: '2',
      serialNumberGroup: '3',
      batchNumberGroup: '4',
      inventoryUnit: '5',
      catchWeightUnit: '6',
      serialMask: '7',
    });
    expect(await sentenceOf(core.api.items.save.mutate(read))).toMatch(
      /Inventory unit is now 5 \(was –\); 2 more fields differ\. Nothing was saved\.$/,
    );
  });
});

test('a second save of the location stages says what changed', async () => {
  const read = await core.api.locationStages.list.query();
  const save = (stage: 'Packing' | 'Loaded', version: number) =>
    core.api.locationStages.save.mutate({ patterns: [{ warehouse: '', pattern: 'PACK-*', stage }], version });
  const { version } = await save('Packing', read.version);
  expect(await sentenceOf(save('Loaded', read.version))).toBe(
    'The list of location stages was changed meanwhile: PACK-* is now Packing (was –). Nothing was saved.',
  );
  await save('Loaded', version);
  expect(await sentenceOf(save('Packing', version))).toBe(
    'The list of location stages was changed meanwhile: PACK-* is now Loaded (was Packing). Nothing was saved.',
  );
});
