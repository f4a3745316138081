import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf } from '../fixtures/core.ts';
import { openItemDesk, type ItemDesk } from '../fixtures/items.ts';

let desk: ItemDesk;

beforeEach(async () => {
  desk = await openItemDesk();
});

afterEach(async () => {
  expect(desk.core.unexpected).toEqual([]);
  await desk.core.remove();
});

describe('the grid', () => {
  test('shows what is known of an item, and its stock', async () => {
    const { rows, total } = await desk.page();
    expect(total).toBe(4);
    expect(rows[0]).toEqual({
      itemNumber: 'A',
      name: 'Camera',
      trackingDimensionGroup: 'Ser',
      capture: 'None',
      storageDimensionGroup: '',
      warehouseProcesses: 'Yes',
      serialNumberGroup: '',
      batchNumberGroup: '',
      inventoryUnit: '',
      serialMask: '',
      onHandQuantity: 5000,
      blankQuantity: 3000,
    });
    expect(rows.map(({ capture, blankQuantity }) => [capture, blankQuantity])).toEqual([
      ['None', 3000],
      ['Picking', 40_000],
      ['', 0],
      ['Picking', 0],
    ]);
  });

  test.each([
    ['search by number or name', { filter: { search: 'cAm' } }, 'A'],
    ['search by group', { filter: { search: 'serpick' } }, 'BD'],
    ['no wildcard', { filter: { search: '%' } }, ''],
    [
      'a choice',
      { filter: { conditions: [{ column: 'capture', operator: 'oneOf', values: ['', 'None'] }] } },
      'AC',
    ],
    [
      'a quantity',
      { filter: { conditions: [{ column: 'onHandQuantity', operator: 'gte', number: 5000 }] } },
      'AB',
    ],
    [
      'blanks',
      {
        filter: { conditions: [{ column: 'blankQuantity', operator: 'between', number: 1, numberTo: 3000 }] },
      },
      'A',
    ],
    ['an order', { sort: [{ column: 'onHandQuantity', descending: true }] }, 'BACD'],
    [
      'an order by two',
      {
        sort: [
          { column: 'trackingDimensionGroup', descending: true },
          { column: 'name', descending: true },
        ],
      },
      'DBAC',
    ],
    ['a stretch', { offset: 1, limit: 2 }, 'BC'],
    ['a stretch of an order', { sort: [{ column: 'name', descending: false }], offset: 1, limit: 2 }, 'AB'],
  ])('%s', async (_name, input, expected) => {
    expect(await desk.numbers(input)).toBe(expected);
  });
});

describe('assigning a group to many', () => {
  test('is one change with one confirmation and one undo', async () => {
    const to = await desk.groupId('SerPick');
    const from = await desk.groupId('Ser');
    const items = { itemNumbers: ['A', 'D', 'not there'] };
    expect(await problemOf(desk.core.api.items.assignGroup.mutate({ items, groupId: to }))).toMatchObject({
      code: 'needs-confirmation',
    });
    const preview = await desk.core.api.items.whatIfAssignGroup.mutate({ items, groupId: to });
    expect(preview).toMatchObject({ needsConfirmation: true, items: 1, quantity: 5000 });
    expect(await desk.events('item')).toHaveLength(4);
    const done = await desk.core.api.items.assignGroup.mutate({
      items,
      groupId: to,
      confirmed: preview.revision,
    });
    expect(done.items).toBe(1);
    const [event] = await desk.events('item');
    expect(event).toMatchObject({ door: 'bulk', changeId: done.changeId, subject: 'A' });
    expect(await desk.get('A')).toMatchObject({ version: 2, groupId: to });
    expect((await desk.get('D')).version).toBe(1);

    const changeId = done.changeId ?? 0;
    const undo = await desk.core.api.history.whatIfUndo.query({ changeId });
    await desk.core.api.history.undo.mutate({ changeId, confirmed: undo.revision });
    expect((await desk.get('A')).groupId).toBe(from);
  });

  test('takes everything that matches a filter, and all of it comes back at once', async () => {
    const before = await Promise.all(['B', 'D'].map(desk.get));
    const input = { items: { filter: { search: 'SerPick' } }, groupId: await desk.groupId('No') };
    const preview = await desk.core.api.items.whatIfAssignGroup.mutate(input);
    const done = await desk.core.api.items.assignGroup.mutate({ ...input, confirmed: preview.revision });
    expect(done.items).toBe(2);
    expect(await desk.numbers({ filter: { search: 'SerPick' } })).toBe('');
    const changeId = done.changeId ?? 0;
    const undo = await desk.core.api.history.whatIfUndo.query({ changeId });
    await desk.core.api.history.undo.mutate({ changeId, confirmed: undo.revision });
    const after = await Promise.all(['B', 'D'].map(desk.get));
    expect(after).toEqual(before.map((item) => ({ ...item, version: 3 })));
  });

  test('is refused as a whole where one item would lose its serial numbers', async () => {
    const input = { items: { itemNumbers: ['A', 'B'] }, groupId: await desk.groupId('No') };
    expect(await problemOf(desk.core.api.items.whatIfAssignGroup.mutate(input))).toMatchObject({
      code: 'in-use',
    });
    expect(await problemOf(desk.core.api.items.assignGroup.mutate(input))).toMatchObject({ code: 'in-use' });
    expect((await desk.get('B')).version).toBe(1);
    expect(await problemOf(desk.core.api.items.assignGroup.mutate({ ...input, groupId: 999 }))).toMatchObject(
      {
        code: 'not-found',
        path: 'groupId',
      },
    );
  });
});

describe('storage dimension groups', () => {
  test('without warehouse management processes Capture is ignored, so the flag asks for confirmation', async () => {
    await desk.save('B', { storageDimensionGroup: 'Plain' });
    const group = { name: 'plain', warehouseProcesses: false };
    expect(await problemOf(desk.core.api.storageGroups.save.mutate(group))).toMatchObject({
      code: 'needs-confirmation',
    });
    const preview = await desk.core.api.storageGroups.whatIf.query(group);
    expect(preview).toMatchObject({ needsConfirmation: true, items: 1, quantity: 40_000 });
    const done = await desk.core.api.storageGroups.save.mutate({ ...group, confirmed: preview.revision });
    expect(done.group).toEqual({ name: 'Plain', warehouseProcesses: false });
    expect((await desk.page()).rows[1]?.warehouseProcesses).toBe('No');
    expect((await desk.events('storage-dimension-group'))[0]).toMatchObject({
      subject: 'PLAIN',
      before: { warehouseProcesses: true },
      after: { warehouseProcesses: false },
    });
    const used = await desk.core.api.groups.whereUsed.query({ id: await desk.groupId('SerPick') });
    expect(used.withoutWarehouseProcesses).toEqual({ items: 1, examples: ['B'] });

    const undo = await desk.core.api.history.whatIfUndo.query({ changeId: done.changeId ?? 0 });
    await desk.core.api.history.undo.mutate({ changeId: done.changeId ?? 0, confirmed: undo.revision });
    expect(await desk.core.api.storageGroups.list.query()).toEqual([
      { name: 'Plain', warehouseProcesses: true },
    ]);
  });

  test('one that an item made goes with it when that is undone, and stays while another names it', async () => {
    const first = await desk.save('C', { storageDimensionGroup: 'New' });
    await desk.save('D', { storageDimensionGroup: 'NEW' });
    expect((await desk.get('D')).storageDimensionGroup).toBe('New');
    expect(
      await problemOf(desk.core.api.history.undo.mutate({ changeId: first.changeId ?? 0 })),
    ).toMatchObject({
      code: 'in-use',
      sentence: 'New is used by D. Give these items another storage dimension group first.',
    });
    await desk.save('D', { storageDimensionGroup: '' });
    await desk.core.api.history.undo.mutate({ changeId: first.changeId ?? 0 });
    expect(await desk.core.api.storageGroups.list.query()).toEqual([]);
  });
});
