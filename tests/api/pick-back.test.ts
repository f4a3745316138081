import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemOf, type TestCore } from '../fixtures/core.ts';
import { makeOrder, orderLine } from '../fixtures/orders.ts';
import { bulk as at, openPickDesk, serials, staged as put, type PickDesk } from '../fixtures/pick-desk.ts';
import { stockId, stockWords } from '../fixtures/stock-words.ts';

let desk: PickDesk;
let core: TestCore;
beforeEach(async () => {
  desk = await openPickDesk();
  ({ core } = desk);
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const released: PickDesk['released'] = (...call) => desk.released(...call);
const pick: PickDesk['pick'] = (...call) => desk.pick(...call);
const remaining: PickDesk['remaining'] = (...call) => desk.remaining(...call);
const lines: PickDesk['staged'] = (...call) => desk.staged(...call);

describe('out of order', () => {
  it('refuses to pick twice, too much, what is unknown, and orders that are not picked', async () => {
    const { workId, order } = await released('P', 2);
    expect((await problemOf(pick(workId, 3, ['A', 'B', 'C']))).sentence).toBe(
      'Only 2 of P are left to pick here.',
    );
    expect((await problemOf(pick(999, 1))).code).toBe('not-found');
    expect((await problemOf(pick(workId, 2, ['A', 'B'], { putLocation: ' ' }))).path).toBe('putLocation');
    await pick(workId, 2, ['A', 'B']);
    expect((await problemOf(pick(workId, 1, ['C']))).sentence).toBe('This work is done already.');
    const purchase = await makeOrder(core, 'Purchase', 'PO-1', orderLine('P', 1));
    expect((await problemOf(core.api.orders.release.mutate({ id: purchase.id }))).code).toBe('invalid');
    const reduce = { orderLineId: purchase.lines[0]?.id ?? 0, quantity: 1000, ...put };
    expect((await problemOf(core.api.pick.reduce.mutate(reduce))).sentence).toBe(
      'Nothing of line 1 of PO-1 is picked and not packed.',
    );
    expect(await core.api.pick.work.query({ orderId: order.id })).toEqual([]);
  });

  it('says what is left where stock went meanwhile, and changes nothing', async () => {
    const { workId, order } = await released('P', 14);
    const id = await stockId(core, 'P', '');
    await core.api.stock.move.mutate({
      rows: [{ stockId: id, quantity: 13_000 }],
      location: 'GONE',
      licensePlate: '',
    });
    expect((await core.api.pick.needs.query({ workId, quantity: 14_000, ...at })).problem).toBe(
      'Only 1 of P can be taken here, not 14.',
    );
    expect(await problemOf(pick(workId, 2, ['A', 'B']))).toMatchObject({
      path: 'quantity',
      sentence: 'Only 1 of P can be taken here, not 2.',
    });
    expect(await remaining(order.id)).toEqual([14]);
    expect(await lines('P')).toEqual([]);
  });

  it('shares a place between two orders: what the first leaves is the whole for the second', async () => {
    const one = await released('K', 2, 'SO-1');
    const two = await released('K', 2, 'SO-2');
    await pick(one.workId, 2);
    expect(await core.api.pick.needs.query({ workId: two.workId, quantity: 2000, ...at })).toMatchObject({
      needed: 0,
      sentence: 'Everything here is taken: nothing is asked.',
    });
    await pick(two.workId, 2);
    expect(await stockWords(core, 'K')).toEqual(['STAGE - - 2', 'STAGE - K1 1', 'STAGE - K2 1']);
  });
});

describe('short picks', () => {
  it('wants a reason for nothing, gives the rest up, and leaves the order line open', async () => {
    const { workId, order } = await released('P', 3);
    expect(await problemOf(pick(workId, 0))).toMatchObject({ path: 'shortReason' });
    await pick(workId, 1, ['S1'], { shortReason: 'Two units missing' });
    expect(await remaining(order.id)).toEqual([]);
    const { events } = await core.api.stock.events.query({ orderId: order.id, kind: 'pick' });
    expect(events[0]?.reason).toBe('Short pick: Two units missing');
    await core.api.orders.release.mutate({ id: order.id });
    expect(await remaining(order.id)).toEqual([2]);
    await core.api.orders.cancelWork.mutate({ id: order.id });
  });

  it('of nothing is an event, and its reversal opens the work again', async () => {
    const { workId, order } = await released('P', 3);
    const { actionId } = await pick(workId, 0, [], { shortReason: 'Empty shelf' });
    expect(await remaining(order.id)).toEqual([]);
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await remaining(order.id)).toEqual([3]);
  });

  it('opens no more than was ordered when the rest was released again', async () => {
    const { workId, order } = await released('P', 3);
    const { actionId } = await pick(workId, 1, ['S1'], { shortReason: 'Missing' });
    await core.api.orders.release.mutate({ id: order.id });
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect((await remaining(order.id)).reduce((sum, units) => sum + units, 0)).toBe(3);
  });
});

describe('taking back', () => {
  it('gives the work back when a pick is reversed, and turns the units blank', async () => {
    const { workId, order } = await released('P', 2);
    const { actionId } = await pick(workId, 2, ['S1', 'S2']);
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await remaining(order.id)).toEqual([2]);
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 14', 'FAR-1 - S9 1']);
    await pick(workId, 2, ['S1', 'S2']);
  });

  it('reduces the picked quantity: the unit goes back and keeps its serial', async () => {
    const { workId, lineId, order } = await released('P', 2);
    await pick(workId, 2, ['S1', 'S2']);
    expect(await core.api.pick.picked.query({ orderId: order.id })).toMatchObject([
      { orderLineId: lineId, quantity: 2000, withSerial: 2000, blank: 0, location: 'STAGE', otherPlaces: 0 },
    ]);
    const needs = await core.api.pick.reduceNeeds.query({ orderLineId: lineId, quantity: 1000 });
    expect(needs).toMatchObject({ needed: 1, picked: 2000 });
    const { answers } = await core.api.serials.check.mutate({
      itemNumber: 'P',
      text: 's2\nS9',
      scope: needs.scope,
      capturesNew: false,
    });
    expect(answers).toMatchObject([{ ok: true, serial: 'S2' }, { ok: false }]);
    const back = { orderLineId: lineId, quantity: 1000, putLocation: 'BULK-1', putLicensePlate: '' };
    expect((await problemOf(core.api.pick.reduce.mutate(back))).path).toBe('entries');
    const { actionId } = await core.api.pick.reduce.mutate({ ...back, entries: serials('S2') });
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - - 12',
      'BULK-1 - S2 1',
      'FAR-1 - S9 1',
      'STAGE - S1 1',
    ]);
    // Released anew, the unit would be picked twice were the reduction taken back.
    await core.api.orders.release.mutate({ id: order.id });
    expect((await problemOf(core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 }))).sentence).toBe(
      'Line 1 of SO-1 was released again since, so more would be picked than ordered. Cancel its open work first.',
    );
    await core.api.orders.cancelWork.mutate({ id: order.id });
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await lines('P')).toEqual(['STAGE - S1 1', 'STAGE - S2 1']);
  });

  it('takes off the sales line what the user says, and puts it back with a reversal', async () => {
    const { workId, lineId, order } = await released('A', 3);
    const picked = await pick(workId, 3, ['D1', 'D2', 'D3']);
    const back = { orderLineId: lineId, quantity: 1000, putLocation: 'BULK-1', putLicensePlate: '' };
    const registered = async (): Promise<number | undefined> =>
      (await core.api.pick.picked.query({ orderId: order.id }))[0]?.registered;
    expect(await core.api.pick.reduceNeeds.query({ orderLineId: lineId, quantity: 1000 })).toMatchObject({
      needed: 1,
      scope: { kind: 'document', registered: true },
    });
    expect((await problemOf(core.api.pick.reduce.mutate(back))).sentence).toBe(
      'Say which 1 of the 3 units on line 1 of SO-1 go back; 0 are entered.',
    );
    expect((await problemOf(core.api.pick.reduce.mutate({ ...back, entries: serials('X') }))).sentence).toBe(
      'X is not registered on this sales line.',
    );
    const { actionId } = await core.api.pick.reduce.mutate({ ...back, entries: serials('d1') });
    expect(await registered()).toBe(2);
    expect(
      (await problemOf(core.api.stock.reverseAction.mutate({ actionId: picked.actionId ?? 0 }))).code,
    ).toBe('in-use');
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await registered()).toBe(3);
    await core.api.pick.reduce.mutate({ ...back, quantity: 3000 });
    expect(await core.api.pick.picked.query({ orderId: order.id })).toEqual([]);
  });
});
