import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TrackingNumberGroup } from '../../src-main/domain/tracking-number-group.ts';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { onHandCsv } from '../fixtures/dynamics-files.ts';
import {
  loadItemsOfCodes,
  numberGroup,
  saveNumberGroup,
  takeNumbersOf,
  type NumberGroupChanges,
} from '../fixtures/number-groups.ts';

let core: TestCore;
beforeEach(() => {
  core = openTestCore();
});
afterEach(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const save = (changes?: NumberGroupChanges, stored?: { id?: number; version?: number }) =>
  saveNumberGroup(core, changes, stored);
const list = (): Promise<readonly TrackingNumberGroup[]> => core.api.numberGroups.list.query();
const loadItems = (...rows: readonly (readonly [string, string, string, string?])[]) =>
  loadItemsOfCodes(core, ...rows);
const take = (id: number, count: number) => takeNumbersOf(core, id, count);

describe('saving', () => {
  test('stores a new group as version 1, and a change as the next version', async () => {
    const { group, changeId } = await save({ code: ' SN ', name: ' Serials ', next: null });
    expect(group).toEqual({
      ...numberGroup({ code: 'SN', name: 'Serials' }),
      next: 1,
      id: group.id,
      version: 1,
    });
    expect(changeId).not.toBeNull();
    const { id, version } = group;
    const changed = await save({ name: 'Other', next: 5, activations: { purchase: true } }, { id, version });
    expect(changed.group).toMatchObject({ id, version: 2, name: 'Other', next: 5 });
    expect(await list()).toEqual([changed.group]);
  });

  test('a new counter begins where it is told to, else with the smallest number', async () => {
    expect((await save({ sequence: { smallest: 7 }, next: null })).group.next).toBe(7);
    expect((await save({ code: 'B', next: 9 })).group.next).toBe(9);
  });

  test('lists groups by code without regard to case', async () => {
    for (const code of ['b', 'A', 'c', 'B1']) await save({ code });
    expect((await list()).map(({ code }) => code)).toEqual(['A', 'b', 'B1', 'c']);
  });

  test('refuses a code that is taken, without regard to case', async () => {
    await save({ code: 'Sn' });
    expect(await problemOf(save({ code: 'SN' }))).toMatchObject({
      code: 'name-taken',
      path: 'code',
      httpStatus: 409,
      sentence: 'There is already a group with the code Sn.',
    });
    const twins = await Promise.allSettled(['T', 't', 'T'].map((code) => save({ code })));
    expect(twins.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('refuses the second of two windows, and a group that is gone', async () => {
    const { group } = await save();
    const { id } = group;
    const results = await Promise.allSettled(
      Array.from({ length: 4 }, (_, index) => save({ name: `${index}` }, { id, version: 1 })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await problemOf(save({}, { id, version: 1 }))).code).toBe('changed-meanwhile');
    expect((await problemOf(save({}, { id }))).code).toBe('changed-meanwhile');
    await core.api.numberGroups.remove.mutate({ id, version: 2 });
    expect(await problemOf(save({}, { id, version: 2 }))).toMatchObject({
      code: 'not-found',
      httpStatus: 404,
    });
    expect(await list()).toEqual([]);
  });

  test('refuses to set the counter back, and says where it stands', async () => {
    const { group } = await save();
    take(group.id, 4);
    expect(await problemOf(save({ next: 4 }, group))).toMatchObject({
      code: 'invalid',
      path: 'next',
      sentence: 'The next number cannot go back to 4: the numbers before 5 may be given out already.',
    });
    const { group: later } = await save({ next: null, name: 'Kept' }, group);
    expect(later).toMatchObject({ next: 5, name: 'Kept' });
  });

  test('Per qty must be 1 where an item is under Serial number control', async () => {
    await loadItems(['C2', 'Control', 'sn'], ['S1', 'Ser', 'SN'], ['B1', 'Control', '', 'SN']);
    expect(await problemOf(save({ perQuantity: 2000 }))).toMatchObject({
      code: 'invalid',
      path: 'perQuantity',
      sentence:
        'Per qty must be 1: Serial number control is on for C2, so every unit has a number of its own.',
    });
    await save({ perQuantity: 2000, manual: true, code: 'SN' });
    await save({ perQuantity: 2000, code: 'Else' });
    const [, group] = await list();
    expect(group?.code).toBe('SN');
    expect((await problemOf(save({ perQuantity: 0 }, group))).path).toBe('perQuantity');
    expect((await save({ perQuantity: 1000 }, group)).group.manual).toBe(false);
  });
});

describe('hostile input', () => {
  const bad: readonly [string, unknown][] = [
    ['nothing', {}],
    ['a list', []],
    ['null', null],
    ['an unknown field', { ...numberGroup(), admin: true }],
    ['an unknown part', { ...numberGroup(), parts: { ...numberGroup().parts, sql: true } }],
    ['a text for a number', { ...numberGroup(), next: '1' }],
    ['a code of control characters', { ...numberGroup(), code: '\u0000\u0001' }],
    ['a negative id', { ...numberGroup(), id: -1 }],
    ['an id that is no whole number', { ...numberGroup(), id: 1.5 }],
    ['a number beyond all', { ...numberGroup(), next: 1e300 }],
    ['a very long name', { ...numberGroup(), name: 'x'.repeat(100_000) }],
  ];
  test.each(bad)('%s is refused and stores nothing', async (_name, input) => {
    const problem = await problemOf(core.api.numberGroups.save.mutate(input as never));
    expect(problem).toMatchObject({ code: 'invalid', httpStatus: 400 });
    expect(problem.sentence).not.toBe('');
    expect(await list()).toEqual([]);
  });

  test('signs of SQL and of patterns are signs like any other', async () => {
    const code = `';--%_\\$`;
    const { group } = await save({ code, sequence: { format: `$&'%##`, largest: 99 } });
    expect(group.code).toBe(code);
    expect((await core.api.numberGroups.preview.query(group)).numbers[0]).toBe(`$&'%01`);
    expect(take(group.id, 1)).toEqual([`$&'%01`]);
    await core.api.numberGroups.remove.mutate({ id: group.id, version: group.version });
    expect(await list()).toEqual([]);
  });

  test('there is no way to take numbers through the API', async () => {
    const { group } = await save();
    const call = (core.api.numberGroups as never as { reserve: { mutate(input: unknown): Promise<unknown> } })
      .reserve;
    expect((await problemOf(call.mutate({ id: group.id, count: 5 }))).code).toBe('invalid');
    expect((await list())[0]?.next).toBe(1);
  });
});

describe('in use', () => {
  test('where used names the items that have the code, whatever its case', async () => {
    const { group } = await save({ code: 'Ä1' });
    await loadItems(['I1', 'Ser', 'ä1', 'Ä1'], ['I2', 'Ser', 'Ä1'], ['I3', 'Ser', 'A1'], ['I4', 'Ser', '']);
    expect(await core.api.numberGroups.whereUsed.query({ id: group.id })).toEqual({
      asSerialNumberGroup: { items: 2, examples: ['I1', 'I2'] },
      asBatchNumberGroup: { items: 1, examples: ['I1'] },
    });
    expect(await core.api.numberGroups.whereUsed.query({ id: 999 })).toEqual({
      asSerialNumberGroup: { items: 0, examples: [] },
      asBatchNumberGroup: { items: 0, examples: [] },
    });
  });

  test.each([
    ['serial', 'sn', ''],
    ['batch', '', 'Sn'],
  ])(
    'deleting and a new code are refused while an item has it as %s number group',
    async (_as, serial, batch) => {
      const { group } = await save();
      await loadItems(
        ...Array.from({ length: 12 }, (_, index) => [`I${index + 10}`, 'Ser', serial, batch] as const),
      );
      const removal = await problemOf(core.api.numberGroups.remove.mutate({ id: group.id, version: 1 }));
      expect(removal).toMatchObject({ code: 'in-use', httpStatus: 409 });
      expect(removal.sentence).toMatch(/^I10, I11, .*I19 and 2 more name SN\. Choose another number group/);
      expect(await problemOf(save({ code: 'NEW' }, group))).toMatchObject({ code: 'in-use', path: 'code' });
      expect((await save({ code: 'sn' }, group)).group.code).toBe('sn');
    },
  );

  test('an unused group is deleted in the version the user has seen', async () => {
    const { group } = await save();
    const { id } = group;
    await save({ name: 'Changed' }, group);
    expect((await problemOf(core.api.numberGroups.remove.mutate({ id, version: 1 }))).code).toBe(
      'changed-meanwhile',
    );
    await core.api.numberGroups.remove.mutate({ id, version: 2 });
    expect(await list()).toEqual([]);
    expect((await problemOf(core.api.numberGroups.remove.mutate({ id, version: 2 }))).code).toBe('not-found');
  });
});

describe('the preview', () => {
  test('shows what an unsaved group would give out', async () => {
    const { numbers } = await core.api.numberGroups.preview.query(numberGroup({ next: 41 }));
    expect(numbers).toEqual(['SN-000041', 'SN-000042', 'SN-000043', 'SN-000044', 'SN-000045']);
    expect(await list()).toEqual([]);
  });

  test('follows the counter, and passes over serial numbers on hand', async () => {
    const { group } = await save();
    await loadItems(['A', 'Ser', 'sn'], ['B', 'Ser', 'OTHER']);
    await load(
      core,
      onHandCsv([
        { item: 'A', serial: 'sn-000004', quantity: '1' },
        { item: 'B', serial: 'SN-000005', quantity: '1' },
      ]),
    );
    take(group.id, 2);
    expect(await core.api.numberGroups.preview.query({ ...group, next: null })).toEqual({
      numbers: ['SN-000003', 'SN-000005', 'SN-000006', 'SN-000007', 'SN-000008'],
      skipped: 1,
      note: '',
    });
    expect(take(group.id, 2)).toEqual(['SN-000003', 'SN-000005']);
  });
});
