import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { asInput, makeOrder, orderLine } from '../fixtures/orders.ts';

let core: TestCore;
beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([
      { name: 'Pick', active: true, control: true, capture: 'Picking' },
      { name: 'None', active: true, control: true },
      { name: 'No' },
    ]),
    itemsCsv([
      ['P', 'Pick'],
      ['N', 'None'],
      ['U', 'No'],
    ]),
    onHandCsv([
      { item: 'P', location: 'BULK-2', plate: 'LP-2', quantity: '3' },
      { item: 'P', location: 'BULK-1', quantity: '4' },
      { item: 'P', warehouse: '62', location: 'X', quantity: '50' },
      { item: 'N', location: 'BULK-1', serial: 'S1', quantity: '1' },
      { item: 'N', location: 'BULK-1', serial: 'S2', quantity: '1' },
      { item: 'U', location: 'BULK-1', quantity: '2.5' },
    ]),
  );
  const { version, ...item } = await core.api.items.get.query({ itemNumber: 'P' });
  await core.api.items.save.mutate({ ...item, version, units: [{ unit: 'Box', quantity: 6000 }] });
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

describe('saving', () => {
  it('stores an order with its lines in the inventory unit, and edits it by its version', async () => {
    const made = await makeOrder(
      core,
      'Sales',
      'SO-1',
      orderLine('p', 2, { unit: 'box' }),
      orderLine('U', 0.5),
    );
    expect(made).toMatchObject({ version: 1, kind: 'Sales', number: 'SO-1', status: 'Open' });
    expect(
      made.lines.map(({ itemNumber, quantity, unit, unitQuantity }) => ({
        itemNumber,
        quantity,
        unit,
        unitQuantity,
      })),
    ).toEqual([
      { itemNumber: 'P', quantity: 12_000, unit: 'Box', unitQuantity: 2000 },
      { itemNumber: 'U', quantity: 500, unit: '', unitQuantity: 500 },
    ]);
    const input = asInput(made);
    const [first, second] = input.lines;
    if (first === undefined || second === undefined) throw new Error('Two lines were stored.');
    const changed = await core.api.orders.save.mutate({
      id: made.id,
      version: 1,
      order: { ...input, name: 'A customer', lines: [second, orderLine('N', 1)] },
    });
    expect(changed).toMatchObject({ version: 2, name: 'A customer' });
    expect(changed.lines.map(({ lineNumber, itemNumber }) => [lineNumber, itemNumber])).toEqual([
      [2, 'U'],
      [3, 'N'],
    ]);
    const again = await core.api.orders.save.mutate({ id: made.id, version: 2, order: asInput(changed) });
    expect(again.version).toBe(2);
    expect(
      await problemOf(core.api.orders.save.mutate({ id: made.id, version: 1, order: input })),
    ).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await core.api.orders.get.query({ id: made.id })).toEqual(changed);
  });

  it.each<[string, Parameters<typeof makeOrder>[4], string, string]>([
    ['an item that is not known', orderLine('Q', 1), 'lines.0.itemNumber', 'There is no item Q.'],
    [
      'a unit that is not known',
      orderLine('P', 1, { unit: 'pallet' }),
      'lines.0.unit',
      'P has no unit pallet. Its units are Box.',
    ],
    [
      'a part of a unit with serials',
      orderLine('P', 1.5),
      'lines.0.quantity',
      'is not a whole number of units',
    ],
    [
      'a part of a box that is not whole',
      orderLine('P', 0.25, { unit: 'Box' }),
      'lines.0.quantity',
      'is not a whole number of units',
    ],
    [
      'a second warehouse',
      orderLine('P', 1, { toWarehouse: '62' }),
      'order.lines.0.toWarehouse',
      'Only a transfer order',
    ],
    ['a line id of nowhere', orderLine('P', 1, { id: 999 }), '', 'is not there any more'],
  ])('refuses %s', async (_what, line, path, sentence) => {
    const problem = await problemOf(makeOrder(core, 'Sales', 'SO-1', line));
    expect(problem.path).toBe(path);
    expect(problem.sentence).toContain(sentence);
    expect((await core.api.orders.page.query({})).total).toBe(0);
  });

  it('names the units that an item can be ordered in', async () => {
    expect(await core.api.orders.units.query({ itemNumber: 'p' })).toMatchObject({
      itemNumber: 'P',
      units: [{ unit: 'Box', quantity: 6000 }],
      wholeUnits: true,
    });
    expect(await core.api.orders.units.query({ itemNumber: 'PP' })).toBeNull();
  });

  it('takes a part of a box that is whole in the inventory unit', async () => {
    const { lines } = await makeOrder(core, 'Sales', 'SO-1', orderLine('P', 0.5, { unit: 'Box' }));
    expect(lines[0]?.quantity).toBe(3000);
  });

  it('keeps numbers unique within a kind, in any case, and proposes the next', async () => {
    expect(await core.api.orders.nextNumber.query({ kind: 'Sales' })).toEqual({ number: 'SO-000001' });
    await makeOrder(core, 'Sales', 'so-000011', orderLine('U', 1));
    await makeOrder(core, 'Sales', 'SO-9x', orderLine('U', 1));
    await makeOrder(core, 'Purchase', 'SO-000011', orderLine('U', 1));
    expect(await core.api.orders.nextNumber.query({ kind: 'Sales' })).toEqual({ number: 'SO-000012' });
    expect(await problemOf(makeOrder(core, 'Sales', 'SO-000011', orderLine('U', 1)))).toMatchObject({
      code: 'name-taken',
      path: 'number',
    });
  });

  it('lets a return name a sales line of the same item only', async () => {
    const sales = await makeOrder(core, 'Sales', 'SO-1', orderLine('U', 1));
    const id = sales.lines[0]?.id ?? 0;
    const back = await makeOrder(core, 'Return', 'RMA-1', orderLine('U', 1, { returnsLine: id }));
    expect(back.lines[0]?.returnsLine).toBe(id);
    const wrong = await problemOf(makeOrder(core, 'Return', 'RMA-2', orderLine('P', 1, { returnsLine: id })));
    expect(wrong).toMatchObject({ path: 'lines.0.returnsLine' });
    const kept = await problemOf(core.api.orders.remove.mutate({ id: sales.id, version: 1 }));
    expect(kept.sentence).toBe('RMA-1 gives line 1 of SO-1 back, so it stays.');
  });
});

describe('the list', () => {
  it('finds by number, name and item, by kind and by status', async () => {
    await makeOrder(core, 'Sales', 'SO-1', orderLine('P', 1));
    await makeOrder(core, 'Sales', 'SO-2', orderLine('U', 1));
    await makeOrder(core, 'Purchase', 'PO-1', orderLine('P', 1));
    const released = await makeOrder(core, 'Sales', 'SO-3', orderLine('P', 2));
    await core.api.orders.release.mutate({ id: released.id });
    const numbers = async (input: Parameters<typeof core.api.orders.page.query>[0]): Promise<unknown> => {
      const { rows, total } = await core.api.orders.page.query(input);
      return [total, ...rows.map(({ number }) => number)];
    };
    expect(await numbers({})).toEqual([4, 'SO-3', 'PO-1', 'SO-2', 'SO-1']);
    expect(await numbers({ search: 'so-' })).toEqual([3, 'SO-3', 'SO-2', 'SO-1']);
    expect(await numbers({ search: 'p' })).toEqual([3, 'SO-3', 'PO-1', 'SO-1']);
    expect(await numbers({ search: '%' })).toEqual([0]);
    expect(await numbers({ kind: 'Purchase' })).toEqual([1, 'PO-1']);
    expect(await numbers({ status: 'Released' })).toEqual([1, 'SO-3']);
    expect(await numbers({ status: 'Open', kind: 'Sales' })).toEqual([2, 'SO-2', 'SO-1']);
    expect(await numbers({ status: 'Open', offset: 1, limit: 1 })).toEqual([3, 'SO-2']);
    expect(await numbers({ offset: 3, limit: 10 })).toEqual([4, 'SO-1']);
  });
});
