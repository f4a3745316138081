import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestCore, problemOf, load, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
beforeEach(() => core.api.maintenance.startOver.mutate());
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const serial = settingsWith({ 'serialNumber.active': true });
const save = (
  name: string,
  settings = serial,
  more: { id?: number; version?: number; description?: string } = {},
) => core.api.groups.save.mutate({ name, description: '', settings, ...more });
const names = async (): Promise<readonly string[]> =>
  (await core.api.groups.list.query()).map(({ name }) => name);

describe('saving', () => {
  test('stores a new group as version 1, and a change as the next version', async () => {
    const { group } = await save(
      ' SerPick ',
      settingsWith({ 'serialNumber.active': true, captureSerialNumber: 'Packing' }),
    );
    expect(group).toMatchObject({ version: 1, name: 'SerPick', description: '' });
    const { id, version } = group;
    const changed = await save('SerPick2', serial, { id, version, description: ' late ' });
    expect(changed.group).toMatchObject({ id, version: 2, name: 'SerPick2', description: 'late' });
    expect(await core.api.groups.list.query()).toEqual([changed.group]);
  });

  test('lists groups by name without regard to case', async () => {
    for (const name of ['b', 'A', 'c', 'B1', 'É']) await save(name);
    expect(await names()).toEqual(['A', 'b', 'B1', 'c', 'É']);
  });

  test.each(['Picking', 'Packing'] as const)(
    'settles what %s forces and says so',
    async (captureSerialNumber) => {
      const { group, adjustments } = await save(
        'Late',
        settingsWith({ 'serialNumber.active': true, serialNumberControl: true, captureSerialNumber }),
      );
      expect(group.settings.serialNumber).toMatchObject({
        blankReceiptAllowed: true,
        blankIssueAllowed: true,
        physicalInventory: true,
      });
      expect(adjustments.map(({ path, from, to }) => [path, from, to]).sort()).toEqual([
        ['serialNumber.blankIssueAllowed', false, true],
        ['serialNumber.blankReceiptAllowed', false, true],
        ['serialNumber.physicalInventory', false, true],
      ]);
      expect(adjustments[0]?.because).toBe(
        `Selected because Capture serial number is ${captureSerialNumber}.`,
      );
      expect(await core.api.groups.list.query()).toEqual([group]);
    },
  );

  test.each([
    [
      'serialNumber.activeInSalesProcess',
      { 'serialNumber.active': true, 'serialNumber.activeInSalesProcess': true },
    ],
    ['captureSerialNumber', { captureSerialNumber: 'Picking' }],
    [
      'serialNumber.primaryStocking',
      { 'serialNumber.active': true, captureSerialNumber: 'Packing', 'serialNumber.primaryStocking': true },
    ],
  ] as const)('refuses what has no single reading and blames %s', async (path, changes) => {
    const problem = await problemOf(save('Odd', settingsWith(changes)));
    expect(problem).toMatchObject({ code: 'invalid', path: `settings.${path}`, httpStatus: 400 });
    expect(problem.sentence).toMatch(/^[A-Z].*\.$/);
    expect(await names()).toEqual([]);
  });

  test('refuses a name that is taken, without regard to case', async () => {
    const { group } = await save('SerPick');
    const problem = await problemOf(save('SERPICK'));
    expect(problem).toMatchObject({ code: 'name-taken', path: 'name', httpStatus: 409 });
    expect(problem.sentence).toContain('SerPick');
    const { group: other } = await save('Other');
    const renamed = save('serpick', serial, { id: other.id, version: other.version });
    expect((await problemOf(renamed)).code).toBe('name-taken');
    expect((await save('SERPICK', serial, { id: group.id, version: group.version })).group.name).toBe(
      'SERPICK',
    );
    expect(await names()).toEqual(['Other', 'SERPICK']);
  });

  test('refuses the second of two windows, and overwrites nothing', async () => {
    const { group } = await save('Shared');
    const { id, version } = group;
    const mine = await save(
      'Shared',
      settingsWith({ 'serialNumber.active': true, 'gtdNumber.active': true }),
      { id, version },
    );
    const second = save('Shared', settingsWith({ 'serialNumber.active': true, 'owner.active': true }), {
      id,
      version,
    });
    const problem = await problemOf(second);
    expect(problem).toMatchObject({ code: 'changed-meanwhile', httpStatus: 409 });
    expect(problem.sentence).toBe(
      'Shared was changed meanwhile: GTD number: Active is now Yes (was No). Nothing was saved.',
    );
    expect(await core.api.groups.list.query()).toEqual([mine.group]);
    expect((await problemOf(save('Shared', serial, { id }))).code).toBe('changed-meanwhile');
  });

  test('of two at the same moment exactly one goes through', async () => {
    const { group } = await save('Race');
    const { id, version } = group;
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => save('Race', serial, { id, version, description: `${index}` })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await core.api.groups.list.query()).toMatchObject([{ version: 2 }]);
    const twins = await Promise.allSettled(['Twin', 'TWIN', 'twin'].map((name) => save(name)));
    expect(twins.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('refuses a group that is no longer there', async () => {
    const { group } = await save('Gone');
    await core.api.groups.remove.mutate({ id: group.id, version: group.version });
    const problem = await problemOf(save('Gone', serial, { id: group.id, version: group.version }));
    expect(problem).toMatchObject({ code: 'not-found', httpStatus: 404 });
    expect(await names()).toEqual([]);
  });
});

describe('deleting', () => {
  test('takes away the version the user has seen, and no other', async () => {
    const { group } = await save('Temp');
    const { id } = group;
    await save('Temp', serial, { id, version: 1, description: 'changed' });
    expect((await problemOf(core.api.groups.remove.mutate({ id, version: 1 }))).code).toBe(
      'changed-meanwhile',
    );
    await core.api.groups.remove.mutate({ id, version: 2 });
    expect(await names()).toEqual([]);
    expect((await problemOf(core.api.groups.remove.mutate({ id, version: 2 }))).code).toBe('not-found');
  });

  test('is refused while items use the group, and names them', async () => {
    const { group } = await save('Used');
    await load(core, itemsCsv([['I-1', 'Used']]));
    const one = await problemOf(core.api.groups.remove.mutate({ id: group.id, version: 1 }));
    expect(one).toMatchObject({ code: 'in-use', httpStatus: 409 });
    expect(one.sentence).toMatch(/^Used is used by I-1\. /);
    const many = Array.from({ length: 13 }, (_, index) => [`M-${index + 10}`, 'Used'] as const);
    await load(core, itemsCsv(many));
    const { sentence } = await problemOf(core.api.groups.remove.mutate({ id: group.id, version: 1 }));
    expect(sentence).toMatch(/^Used is used by I-1, M-10, .*M-18 and 4 more\./);
    expect(await names()).toEqual(['Used']);
  });
});

test('where used: items, rows, quantity and blank quantity, blanks of serial-tracked items only', async () => {
  await load(
    core,
    groupsCsv([{ name: 'Ser', active: true }, { name: 'No' }]),
    itemsCsv([
      ['S1', 'Ser'],
      ['S2', 'Ser'],
      ['N1', 'No'],
    ]),
    onHandCsv([
      { item: 'S1', serial: 'A', quantity: '1' },
      { item: 'S1', quantity: '2.5' },
      { item: 'S2', warehouse: '62', quantity: '4' },
      { item: 'N1', quantity: '9' },
    ]),
  );
  const [no, ser] = await core.api.groups.list.query();
  expect(await core.api.groups.whereUsed.query({ id: ser?.id ?? 0 })).toMatchObject({
    items: 2,
    examples: ['S1', 'S2'],
    rows: 3,
    quantity: 7500,
    blankQuantity: 6500,
  });
  expect(await core.api.groups.whereUsed.query({ id: no?.id ?? 0 })).toMatchObject({
    items: 1,
    examples: ['N1'],
    rows: 1,
    quantity: 9000,
    blankQuantity: 0,
  });
  expect(await core.api.groups.whereUsed.query({ id: 999 })).toMatchObject({ items: 0, rows: 0 });
});
