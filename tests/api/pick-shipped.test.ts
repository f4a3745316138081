import { afterEach, beforeEach, expect, it } from 'vitest';
import { problemOf, type TestCore } from '../fixtures/core.ts';
import { openPickDesk, serials, type PickDesk, type Released } from '../fixtures/pick-desk.ts';

let desk: PickDesk;
let core: TestCore;
/** An order of five units of A, whose serials are registered on the sales line at picking. */
let order: Released;
beforeEach(async () => {
  desk = await openPickDesk();
  ({ core } = desk);
  order = await desk.released('A', 5);
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

/** Picks units and ships them; answers the shipment's action. */
async function shipped(...picked: readonly string[]): Promise<number> {
  await desk.pick(order.workId, picked.length, picked);
  const { actionId } = await core.api.pack.confirmShipment.mutate({ orderId: order.order.id });
  return actionId ?? 0;
}

const back = (units: number, ...some: readonly string[]) =>
  core.api.pick.reduce.mutate({
    orderLineId: order.lineId,
    quantity: units * 1000,
    putLocation: 'BULK-1',
    putLicensePlate: '',
    entries: serials(...some),
  });
const needs = (units: number) =>
  core.api.pick.reduceNeeds.query({ orderLineId: order.lineId, quantity: units * 1000 });
const registered = async (): Promise<number | undefined> =>
  (await core.api.pick.picked.query({ orderId: order.order.id }))[0]?.registered;
const reverse = (actionId: number | null) => core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
/** Whether a serial stands on the sales line still: then it cannot be registered once more. */
const standsOnLine = async (serial: string): Promise<boolean> => {
  const { answers } = await core.api.serials.check.mutate({
    itemNumber: 'A',
    text: serial,
    scope: { kind: 'document', orderLineId: order.lineId },
    capturesNew: true,
  });
  return answers[0]?.ok === false;
};

it('takes all that is picked back unasked, and leaves what was shipped on the sales line', async () => {
  await shipped('D1', 'D2', 'D3');
  await desk.pick(order.workId, 2, ['D4', 'D5']);
  expect(await registered()).toBe(2);
  expect(await needs(2)).toMatchObject({ needed: 0, maximum: 0 });
  await back(2);
  expect(await standsOnLine('D4')).toBe(false);
  expect(await standsOnLine('D3')).toBe(true);
});

it('of a part asks which, and takes none that was shipped', async () => {
  await shipped('D1', 'D2', 'D3');
  await desk.pick(order.workId, 2, ['D4', 'D5']);
  const asked = await needs(1);
  expect(asked).toMatchObject({ needed: 1, maximum: 1 });
  const { answers } = await core.api.serials.check.mutate({
    itemNumber: 'A',
    text: 'D1\nd4',
    scope: asked.scope,
    capturesNew: false,
  });
  expect(answers).toMatchObject([{ ok: false, reason: 'D1 was shipped with SO-1 already.' }, { ok: true }]);
  expect(await problemOf(back(1, 'D1'))).toMatchObject({
    path: 'entries.0',
    sentence: 'D1 was shipped with SO-1 already.',
  });
  expect((await problemOf(back(1))).sentence).toBe(
    'Say which 1 of the 2 units on line 1 of SO-1 go back; 0 are entered.',
  );
  await back(1, 'D5');
  expect(await registered()).toBe(1);
});

it('knows again what came back with a reversed shipment, and what left with another one', async () => {
  const first = await shipped('D1');
  const second = await shipped('D2');
  await reverse(first);
  expect(await registered()).toBe(1);
  expect((await problemOf(back(1, 'D2'))).sentence).toBe('D2 was shipped with SO-1 already.');
  await core.api.pack.confirmShipment.mutate({ orderId: order.order.id });
  await reverse(second);
  expect(await registered()).toBe(1);
  await back(1, 'D2');
  expect(await standsOnLine('D1')).toBe(true);
  expect(await standsOnLine('D2')).toBe(false);
});

it('does not take a pick back whose serials were shipped, though as many units are picked', async () => {
  const pick = await desk.pick(order.workId, 1, ['D1']);
  const { actionId } = await core.api.pack.confirmShipment.mutate({ orderId: order.order.id });
  await desk.pick(order.workId, 4, ['D2', 'D3', 'D4', 'D5']);
  expect(await problemOf(reverse(pick.actionId))).toMatchObject({
    code: 'in-use',
    sentence: 'D1 was shipped with SO-1 since. Reverse that shipment first.',
  });
  expect(await registered()).toBe(4);
  await reverse(actionId);
  await reverse(pick.actionId);
  expect(await registered()).toBe(4);
  expect(await standsOnLine('D1')).toBe(false);
});

it('does not put a serial back among those of a shipment that left without it', async () => {
  await desk.pick(order.workId, 2, ['D1', 'D2']);
  const reduced = await back(1, 'D2');
  const { actionId } = await core.api.pack.confirmShipment.mutate({ orderId: order.order.id });
  expect(await problemOf(reverse(reduced.actionId))).toMatchObject({
    code: 'in-use',
    sentence:
      'Line 1 of SO-1 was shipped since without D2. Pick the unit again, or reverse that shipment first.',
  });
  await reverse(actionId);
  await reverse(reduced.actionId);
  expect(await registered()).toBe(2);
});
