import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reserveNumbers, type NumberRequest } from '../../src-main/services/reserve-numbers.ts';
import { openStore } from '../../src-main/store/open.ts';
import { advanceCounter } from '../../src-main/store/number-group-queries.ts';
import type { Store } from '../../src-main/store/store.ts';
import { load, openTestCore, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { numberGroup, type NumberGroupChanges } from '../fixtures/number-groups.ts';
import { runNode } from '../fixtures/run-program.ts';

let core: TestCore;
let store: Store;
beforeEach(() => {
  core = openTestCore();
  store = openStore(core.folder);
});
afterEach(async () => {
  store.close();
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const create = async (changes: NumberGroupChanges = {}): Promise<number> =>
  (await core.api.numberGroups.save.mutate(numberGroup(changes))).group.id;
const reserve = (groupId: number, count: number, request: Partial<NumberRequest> = {}): readonly string[] =>
  reserveNumbers(store, groupId, {
    count,
    itemNumber: 'A',
    dimension: 'serial',
    date: '2026-11-23',
    reference: 'PO-1',
    lotId: 'L1',
    ...request,
  });
const nextOf = async (): Promise<number | undefined> => (await core.api.numberGroups.list.query())[0]?.next;

/** Another process that takes three numbers at a time. */
const otherProcess = (groupId: number, times: number) =>
  runNode(['tests/fixtures/reserve-numbers.ts', core.folder, String(groupId), String(times)]);
const numbersOf = (said: string): readonly string[] => said.split('\n').slice(0, -1).join(' ').split(' ');

describe('reserving numbers', () => {
  test('moves the counter on for good', async () => {
    const id = await create();
    expect(reserve(id, 2)).toEqual(['SN-000001', 'SN-000002']);
    expect(await nextOf()).toBe(3);
    expect(reserve(id, 1)).toEqual(['SN-000003']);
    expect(reserve(id, 0)).toEqual([]);
    expect(await nextOf()).toBe(4);
  });

  test('passes over what the on-hand of the item carries, and only of this item', async () => {
    const id = await create();
    await load(
      core,
      groupsCsv([{ name: 'Ser', active: true }]),
      itemsCsv([
        ['A', 'Ser'],
        ['B', 'Ser'],
      ]),
      onHandCsv([
        { item: 'A', serial: 'sn-000001', quantity: '1' },
        { item: 'A', serial: 'SN-000003', quantity: '1' },
        { item: 'A', batch: 'SN-000004', serial: 'X', quantity: '1' },
        { item: 'B', serial: 'SN-000005', quantity: '1' },
      ]),
    );
    expect(reserve(id, 3)).toEqual(['SN-000002', 'SN-000004', 'SN-000005']);
    const batches = await create({ code: 'BN' });
    expect(reserve(batches, 4, { dimension: 'batch' })).toEqual([
      'SN-000001',
      'SN-000002',
      'SN-000003',
      'SN-000005',
    ]);
  });

  test('takes nothing where the sequence ends, and says how many are left', async () => {
    const id = await create({ sequence: { code: 'Inv_1', largest: 3 } });
    expect(() => reserve(id, 4)).toThrow(
      '4 numbers of SN are needed. The number sequence Inv_1 ends after 3 more numbers: 3 is its largest. Raise the largest number.',
    );
    expect(await nextOf()).toBe(1);
    expect(reserve(id, 3)).toHaveLength(3);
    expect(() => reserve(id, 1)).toThrow('The number sequence Inv_1 is used up: 3 was its largest number.');
  });

  test('takes nothing where a real number gets too long', async () => {
    const id = await create({ parts: { reference: true } });
    expect(() => reserve(id, 1, { reference: 'RETURN-000123' })).toThrow(
      /^The number RETURN-000123SN-000001 has 22 characters/,
    );
    expect(reserve(id, 1)).toEqual(['PO-1SN-000001']);
  });

  test('refuses several numbers that would be the same', async () => {
    const id = await create({ parts: { reference: true, number: false } });
    expect(reserve(id, 1)).toEqual(['PO-1']);
    expect(() => reserve(id, 2)).toThrow('Tick Number sequence No. in this group.');
  });

  test('refuses a Per qty other than 1 for serial numbers under Serial number control', async () => {
    const id = await create({ perQuantity: 2000 });
    await load(
      core,
      groupsCsv([{ name: 'Control', active: true, control: true }]),
      itemsCsv([['A', 'Control']]),
    );
    expect(() => reserve(id, 1)).toThrow('Set Per qty of SN to 1.');
    expect(reserve(id, 1, { dimension: 'batch' })).toEqual(['SN-000001']);
    expect(reserve(id, 1, { itemNumber: 'B' })).toEqual(['SN-000002']);
  });

  test('refuses a group that is gone', () => {
    expect(() => reserve(77, 1)).toThrow('This tracking number group does not exist any more.');
  });

  test('refuses to run inside a transaction that could take it back', async () => {
    const id = await create();
    expect(() => store.transaction(() => reserve(id, 1))).toThrow('transaction within a transaction');
    expect(await nextOf()).toBe(1);
  });

  test('leaves a preview of an import valid', async () => {
    const id = await create();
    const revision = store.revision();
    reserve(id, 5);
    expect(store.revision()).toBe(revision);
  });

  test('the database itself refuses to set a counter back', async () => {
    const id = await create();
    reserve(id, 5);
    advanceCounter(store, id, 2);
    expect(await nextOf()).toBe(6);
    expect(() => store.runSql('UPDATE number_counters SET next = 2')).toThrow('never goes back');
  });
});

describe('several at a time', () => {
  test('two processes never get the same number', async () => {
    const id = await create();
    const programs = [otherProcess(id, 40), otherProcess(id, 40)];
    const mine = Array.from({ length: 40 }, () => reserve(id, 3)).flat();
    for (const program of programs) expect(await program.ended, program.complained()).toBe(0);
    const all = [...mine, ...programs.flatMap((program) => numbersOf(program.said()))];
    expect(all).toHaveLength(360);
    expect(new Set(all).size).toBe(360);
    expect(await nextOf()).toBe(361);
  });

  test('a process that is killed takes its numbers with it', async () => {
    const id = await create();
    const program = otherProcess(id, 100_000);
    await program.line(/SN-00003/);
    program.child.kill('SIGKILL');
    expect(await program.ended).toBe('SIGKILL');
    const given = numbersOf(program.said());
    expect(given.length).toBeGreaterThan(29);
    const mine = reserve(id, 50);
    expect(mine.filter((number) => given.includes(number))).toEqual([]);
    expect(new Set(mine).size).toBe(50);
  });
});
