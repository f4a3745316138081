import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { asInput, makeOrder, orderLine } from '../fixtures/orders.ts';
import { stockId } from '../fixtures/stock-words.ts';

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

const work = async (order?: string): Promise<readonly string[]> => {
  const found = await core.api.pick.work.query({});
  return found
    .filter(({ orderNumber }) => order === undefined || orderNumber === order)
    .map(({ itemNumber, location, licensePlate, remaining }) =>
      [itemNumber, location, licensePlate || '-', remaining / 1000].join(' '),
    );
};

describe('release', () => {
  it('makes work where stock stands free, the oldest row first, and a shipment', async () => {
    const order = await makeOrder(core, 'Sales', 'SO-1', orderLine('P', 5));
    const done = await core.api.orders.release.mutate({ id: order.id });
    expect(done).toMatchObject({
      released: 5000,
      short: [],
      sentence: 'Released SO-1: 5, all that was open.',
    });
    expect(done.shipmentNumber).not.toBeNull();
    expect(await work()).toEqual(['P BULK-1 - 2', 'P BULK-2 LP-2 3']);
    expect((await core.api.orders.get.query({ id: order.id })).status).toBe('Released');
    expect((await problemOf(core.api.orders.release.mutate({ id: order.id }))).sentence).toBe(
      'Everything of SO-1 is released to the warehouse already.',
    );
  });

  it('leaves to others what open work asks for, and says what is short', async () => {
    const first = await makeOrder(core, 'Sales', 'SO-1', orderLine('P', 5));
    const second = await makeOrder(
      core,
      'Transfer',
      'TO-1',
      orderLine('P', 2, { toWarehouse: '62' }),
      orderLine('P', 3, { toWarehouse: '62' }),
    );
    await core.api.orders.release.mutate({ id: first.id });
    const done = await core.api.orders.release.mutate({ id: second.id });
    expect(done).toMatchObject({
      released: 2000,
      short: [{ lineNumber: 2, itemNumber: 'P', released: 0, missing: 3000 }],
      sentence: 'Released 2 of 5 of TO-1. No free stock for 3 of P (line 2).',
    });
    expect(await work('TO-1')).toEqual(['P BULK-1 - 2']);
    const nothing = await core.api.orders.release.mutate({ id: second.id });
    expect(nothing).toMatchObject({ released: 0, shipmentNumber: null });
    await core.api.orders.cancelWork.mutate({ id: first.id });
    expect(await core.api.orders.release.mutate({ id: second.id })).toMatchObject({
      released: 3000,
      short: [],
    });
  });

  it('takes whole units of what has serial numbers and never names one', async () => {
    const order = await makeOrder(core, 'Sales', 'SO-1', orderLine('N', 1), orderLine('U', 5));
    const done = await core.api.orders.release.mutate({ id: order.id });
    expect(done.short).toEqual([{ lineNumber: 2, itemNumber: 'U', released: 2500, missing: 2500 }]);
    expect(await work()).toEqual(['N BULK-1 - 1', 'U BULK-1 - 2.5']);
  });

  it('is refused for what is only received', async () => {
    const order = await makeOrder(core, 'Purchase', 'PO-1', orderLine('P', 5));
    expect(await problemOf(core.api.orders.release.mutate({ id: order.id }))).toMatchObject({
      code: 'invalid',
    });
    expect(await problemOf(core.api.orders.release.mutate({ id: 999 }))).toMatchObject({ code: 'not-found' });
  });

  it('is taken back by canceling the work', async () => {
    const order = await makeOrder(core, 'Sales', 'SO-1', orderLine('P', 5));
    expect(await problemOf(core.api.orders.cancelWork.mutate({ id: order.id }))).toMatchObject({
      code: 'invalid',
    });
    await core.api.orders.release.mutate({ id: order.id });
    const refused = await problemOf(core.api.orders.remove.mutate({ id: order.id, version: 1 }));
    expect(refused.sentence).toBe('Line 1 of SO-1 is released to the warehouse. Cancel its work first.');
    expect(await core.api.orders.cancelWork.mutate({ id: order.id })).toEqual({
      canceled: 5000,
      sentence: 'Took back the open work of SO-1: 5.',
    });
    expect(await work()).toEqual([]);
    await core.api.orders.remove.mutate({ id: order.id, version: 1 });
    expect((await core.api.orders.page.query({})).total).toBe(0);
  });
});

describe('what happened for a line', () => {
  it('holds its item, its warehouse and the least quantity, and keeps the order', async () => {
    const order = await makeOrder(core, 'Sales', 'SO-1', orderLine('P', 5), orderLine('U', 1));
    await core.api.orders.release.mutate({ id: order.id });
    const [open] = await core.api.pick.work.query({});
    if (open === undefined) throw new Error('Nothing was released.');
    await core.api.pick.pick.mutate({
      workId: open.id,
      quantity: 1000,
      location: open.location,
      licensePlate: open.licensePlate,
      putLocation: 'STAGE',
      putLicensePlate: '',
      entries: [{ serial: 'NEW-1' }],
    });
    const state = await core.api.orders.get.query({ id: order.id });
    expect(state.lines[0]?.progress).toMatchObject({ ordered: 5000, released: 5000, picked: 1000 });
    expect(state.status).toBe('Picking');
    const input = asInput(state);
    const change = (first: Partial<(typeof input.lines)[number]>) =>
      problemOf(
        core.api.orders.save.mutate({
          id: order.id,
          version: 1,
          order: {
            ...input,
            lines: input.lines.map((line, index) => (index === 0 ? { ...line, ...first } : line)),
          },
        }),
      );
    expect(await change({ itemNumber: 'N' })).toMatchObject({ code: 'in-use', path: 'lines.0.itemNumber' });
    expect(await change({ warehouse: '62' })).toMatchObject({ code: 'in-use', path: 'lines.0.warehouse' });
    expect(await change({ quantity: 4000 })).toMatchObject({ code: 'in-use', path: 'lines.0.quantity' });
    await core.api.orders.cancelWork.mutate({ id: order.id });
    const refused = await problemOf(core.api.orders.remove.mutate({ id: order.id, version: 1 }));
    expect(refused.sentence).toBe(
      'Something happened for line 1 of SO-1 already, so it stays. Transactions shows it.',
    );
    const less = await core.api.orders.save.mutate({
      id: order.id,
      version: 1,
      order: { ...input, lines: [{ ...orderLine('P', 1), id: state.lines[0]?.id }] },
    });
    expect(less).toMatchObject({ version: 2, status: 'Picked' });
    expect(await stockId(core, 'P', 'NEW-1')).toBeGreaterThan(0);
  });
});
