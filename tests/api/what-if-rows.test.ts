import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OnHandFilter } from '../../src-main/domain/on-hand-query.ts';
import { downloadText, jobEnd, load, problemOf } from '../fixtures/core.ts';
import { itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { openItemDesk, type ItemDesk } from '../fixtures/items.ts';
import { stockOf } from '../fixtures/stock.ts';

let desk: ItemDesk;

beforeEach(async () => {
  desk = await openItemDesk();
});

afterEach(async () => {
  expect(desk.core.unexpected).toEqual([]);
  await desk.core.remove();
});

const shown = async (filter: Partial<OnHandFilter>): Promise<string> =>
  (await stockOf(desk.core, filter)).map(({ itemNumber }) => itemNumber).join('');
const assign = async (name: string, itemNumbers: string[]) =>
  desk.core.api.items.whatIfAssignGroup.mutate({ items: { itemNumbers }, groupId: await desk.groupId(name) });
const listOf = ({ list }: { readonly list: string | null }): string => list ?? '';

describe('the rows that a change reaches', () => {
  test('are the stock of the items that it governs differently, before it is made and after', async () => {
    const preview = await assign('SerPick', ['A', 'B', 'D']);
    const list = listOf(preview);
    expect(await shown({ list })).toBe('AAA');
    expect(await desk.core.api.onHand.totals.query({ filter: { list } })).toEqual({
      rows: preview.rows,
      quantity: preview.quantity,
      blankQuantity: 3000,
    });
    await desk.core.api.items.assignGroup.mutate({
      items: { itemNumbers: ['A'] },
      groupId: await desk.groupId('SerPick'),
      confirmed: preview.revision,
    });
    expect(await shown({ list })).toBe('AAA');
  });

  test('can be filtered, searched and sorted further, and exported', async () => {
    await desk.save(
      'C',
      { groupId: await desk.groupId('SerPick') },
      (await assign('SerPick', ['C'])).revision,
    );
    const list = listOf(await assign('Ser', ['B', 'C']));
    expect(await shown({ list })).toBe('BC');
    expect(await shown({ list, serial: 'captured' })).toBe('');
    expect(await shown({ list, search: 'drone' })).toBe('B');
    const filter = {
      list,
      conditions: [{ column: 'quantity' as const, operator: 'lt' as const, number: 9000 }],
    };
    expect(await shown(filter)).toBe('C');
    const { jobId } = await desk.core.api.exports.onHand.mutate({
      filter,
      sort: [],
      columns: ['itemNumber'],
    });
    const { result } = await jobEnd(desk.core, jobId);
    if (result?.kind !== 'download') throw new Error('The export left no file.');
    const text = await downloadText(desk.core, result.downloadId);
    expect(
      text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).toEqual(['C']);
  });

  test('are known of a flag, of Undo and of Restore', async () => {
    await desk.save('B', { storageDimensionGroup: 'Plain' });
    await desk.save('D', { storageDimensionGroup: 'Plain' });
    const group = { name: 'Plain', warehouseProcesses: false };
    const preview = await desk.core.api.storageGroups.whatIf.query(group);
    expect(await shown({ list: listOf(preview) })).toBe('B');
    const { changeId } = await desk.core.api.storageGroups.save.mutate({
      ...group,
      confirmed: preview.revision,
    });
    const undo = await desk.core.api.history.whatIfUndo.query({ changeId: changeId ?? 0 });
    expect(await shown({ list: listOf(undo) })).toBe('B');
    const [event] = await desk.events('storage-dimension-group');
    const restore = await desk.core.api.history.whatIfRestore.query({
      eventId: event?.id ?? 0,
      side: 'before',
    });
    expect(await shown({ list: listOf(restore) })).toBe('B');
  });

  test('are none where it reaches no stock', async () => {
    expect(await assign('No', ['D'])).toMatchObject({ needsConfirmation: false, list: null });
  });

  test('are known of very many items', async () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => `I-${String(index).padStart(6, '0')}`);
    await load(desk.core, itemsCsv(numbers.map((item) => [item, 'Ser'])));
    await load(
      desk.core,
      onHandCsv(numbers.slice(0, 2000).map((item) => ({ item, warehouse: '99', quantity: '1' }))),
    );
    const preview = await assign('SerPick', numbers);
    expect(preview).toMatchObject({ items: 20_000, rows: 2000, quantity: 2_000_000 });
    const filter = { list: listOf(preview) };
    expect(await desk.core.api.onHand.totals.query({ filter })).toMatchObject({ rows: 2000 });
    const far = await desk.core.api.onHand.page.query({ filter, sort: [], offset: 1999, limit: 10 });
    expect(far.rows.map(({ itemNumber }) => itemNumber)).toEqual(['I-001999']);
  }, 60_000);

  test('are kept for the latest previews only, and an older link says so', async () => {
    const first = listOf(await assign('SerPick', ['A']));
    expect(await shown({ list: first })).toBe('AAA');
    let last = first;
    for (let turn = 0; turn < 8; turn += 1) last = listOf(await assign('SerPick', ['A']));
    expect(await shown({ list: last })).toBe('AAA');
    const filter = { list: first };
    for (const call of [
      desk.core.api.onHand.page.query({ filter, sort: [], offset: 0, limit: 10 }),
      desk.core.api.onHand.totals.query({ filter }),
      desk.core.api.exports.onHand.mutate({ filter, sort: [], columns: ['itemNumber'] }),
    ])
      expect(await problemOf(call)).toMatchObject({
        code: 'not-found',
        httpStatus: 404,
        path: 'filter.list',
        sentence: expect.stringMatching(/not kept any more/) as string,
      });
    expect(await problemOf(desk.core.api.onHand.totals.query({ filter: { list: "x' OR 1" } }))).toMatchObject(
      { code: 'invalid' },
    );
  });
});

describe('turning Use warehouse management processes off', () => {
  test('says on saving where capture fails', async () => {
    for (const item of ['A', 'B', 'C', 'D']) await desk.save(item, { storageDimensionGroup: 'Plain' });
    const off = { name: 'Plain', warehouseProcesses: false };
    const { revision } = await desk.core.api.storageGroups.whatIf.query(off);
    const saved = await desk.core.api.storageGroups.save.mutate({ ...off, confirmed: revision });
    expect(saved.deadEnds).toEqual([
      {
        step: 'Pick',
        sentence: expect.stringMatching(
          /^Pick will never ask for a serial number: B, D do not use warehouse management processes/,
        ) as string,
      },
    ]);
    const on = { ...off, warehouseProcesses: true };
    const again = await desk.core.api.storageGroups.whatIf.query(on);
    const back = await desk.core.api.storageGroups.save.mutate({ ...on, confirmed: again.revision });
    expect(back.deadEnds).toEqual([]);
  });
});
