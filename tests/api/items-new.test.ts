import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ItemInput } from '../../src-main/domain/item.ts';
import { openStore } from '../../src-main/store/open.ts';
import { load, problemOf } from '../fixtures/core.ts';
import { onHandCsv } from '../fixtures/dynamics-files.ts';
import { openItemDesk, type ItemDesk } from '../fixtures/items.ts';

let desk: ItemDesk;

beforeEach(async () => {
  desk = await openItemDesk();
});

afterEach(async () => {
  expect(desk.core.unexpected).toEqual([]);
  await desk.core.remove();
});

type NewItem = Omit<ItemInput, 'units'> & { readonly units: ItemInput['units'][number][] };

const newItem = (changes: Partial<NewItem> = {}): NewItem => ({
  itemNumber: 'N-1',
  name: 'Novelty',
  groupId: null,
  storageDimensionGroup: '',
  reservationHierarchy: '',
  serialNumberGroup: '',
  batchNumberGroup: '',
  inventoryUnit: 'pcs',
  catchWeightUnit: '',
  serialMask: '@@-##',
  gtin: '4006381333931',
  units: [{ unit: 'box', quantity: 6000 }],
  ...changes,
});
const create = (changes?: Partial<NewItem>) => desk.core.api.items.save.mutate(newItem(changes));
const undo = (changeId: number | null) => desk.core.api.history.undo.mutate({ changeId: changeId ?? 0 });
const remove = (itemNumber: string, version = 1) =>
  desk.core.api.items.remove.mutate({ itemNumber, version });

describe('a new item', () => {
  test('is stored as version 1 with all its fields, and its undo deletes it with the group that it made', async () => {
    const groupId = await desk.groupId('SerPick');
    const { item, changeId } = await create({
      itemNumber: ' N-1 ',
      groupId,
      storageDimensionGroup: 'SiteWh',
    });
    expect(item).toEqual({ ...newItem({ groupId, storageDimensionGroup: 'SiteWh' }), version: 1 });
    expect(await desk.get('n-1')).toEqual(item);
    expect((await desk.events('item'))[0]).toMatchObject({
      changeId,
      door: 'page',
      subject: 'N-1',
      before: null,
      after: { itemNumber: 'N-1', trackingDimensionGroup: 'SerPick', units: [{ unit: 'box' }] },
    });
    await undo(changeId);
    expect(await problemOf(desk.get('N-1'))).toMatchObject({ code: 'not-found' });
    expect(await desk.core.api.storageGroups.list.query()).toEqual([]);
    expect((await desk.events('item'))[0]).toMatchObject({ subject: 'N-1', after: null });
  });

  test('has a number of its own, whatever the case', async () => {
    await create({ itemNumber: 'Größe' });
    for (const itemNumber of ['Größe', 'GRÖSSE', 'größe '])
      expect(await problemOf(create({ itemNumber, name: 'Other' }))).toMatchObject({
        code: 'name-taken',
        httpStatus: 409,
        path: 'itemNumber',
        sentence: 'There is already an item Größe.',
      });
    expect((await desk.get('Größe')).name).toBe('Novelty');
    const twins = await Promise.allSettled(
      ['T', 't', 'T'].map((itemNumber) => create({ itemNumber, gtin: '' })),
    );
    expect(twins.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each([
    ['no number', { itemNumber: ' \u0000 ' }, 'itemNumber', 'The item number is missing.'],
    ['too long a number', { itemNumber: 'x'.repeat(101) }, 'itemNumber', /longer than 100/],
    ['a group that is gone', { groupId: 999 }, 'groupId', /was deleted/],
    ['a wrong mask', { serialMask: '#'.repeat(200) }, 'serialMask', /\.$/],
  ])('is refused with %s, at the field', async (_name, changes, path, sentence) => {
    const problem = await problemOf(create(changes));
    expect(problem).toMatchObject({ path });
    expect(problem.sentence).toMatch(sentence);
    expect((await desk.page()).total).toBe(4);
  });

  test('cannot be undone once it has stock', async () => {
    const { changeId } = await create({ groupId: await desk.groupId('SerPick') });
    await load(desk.core, onHandCsv([{ item: 'N-1', warehouse: '99', quantity: '1' }]));
    expect(await problemOf(undo(changeId))).toMatchObject({
      code: 'in-use',
      sentence: 'N-1 has on-hand, so it cannot be deleted. Only an item without stock can.',
    });
  });
});

describe('deleting an item', () => {
  test('is refused while it has on-hand, and in a version that is not the present one', async () => {
    expect(await problemOf(remove('A'))).toMatchObject({
      code: 'in-use',
      httpStatus: 409,
      sentence: 'A has on-hand, so it cannot be deleted. Only an item without stock can.',
    });
    expect(await problemOf(remove('D', 2))).toMatchObject({ code: 'changed-meanwhile' });
    expect(await problemOf(remove('Z'))).toMatchObject({ code: 'not-found' });
    expect((await desk.page()).total).toBe(4);
  });

  test('is refused while an order has a line of it, and names the order', async () => {
    const store = openStore(desk.core.folder);
    store.exec(`INSERT INTO orders (kind, number, number_key, name, created_at)
        VALUES ('Purchase', 'PO-1', 'PO-1', '', '2026-11-23T00:00:00.000Z');
      INSERT INTO order_lines (order_id, line_number, item_number, quantity, unit, unit_quantity, site, warehouse,
        to_site, to_warehouse) VALUES (1, 1, 'D', 1000, 'pcs', 1000, '', '61', '', '');`);
    store.close();
    expect(await problemOf(remove('D'))).toMatchObject({
      code: 'in-use',
      sentence: 'D is on PO-1, so it cannot be deleted. Only an item without orders can.',
    });
  });

  test('is undone with everything that it had', async () => {
    const { item } = await desk.save('D', { units: [{ unit: 'box', quantity: 6000 }], serialMask: '##' });
    const { changeId } = await remove('d', item.version);
    expect(await desk.numbers({})).toBe('ABC');
    expect((await desk.events('item'))[0]).toMatchObject({ changeId, subject: 'D', after: null });
    await undo(changeId);
    expect(await desk.get('D')).toEqual({ ...item, version: 1 });
  });

  test('is not undone over an item that has taken its number in another case', async () => {
    const { changeId } = await remove('D');
    await create({ itemNumber: 'd' });
    expect(await problemOf(undo(changeId))).toMatchObject({
      code: 'name-taken',
      path: 'itemNumber',
      sentence: 'There is already an item d.',
    });
    expect((await desk.get('D')).name).toBe('Novelty');
  });
});
