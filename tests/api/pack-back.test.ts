import { afterEach, beforeEach, expect, it } from 'vitest';
import { problemOf } from '../fixtures/core.ts';
import { openPackDesk, type PackDesk } from '../fixtures/pack-desk.ts';

let desk: PackDesk;
let orderId: number;
let lineId: number;
/** A container in which two units of K were packed with their serials, and that is empty again. */
let id: number;
let unpacked: number;
beforeEach(async () => {
  desk = await openPackDesk();
  const picked = await desk.picked([['K', 2]]);
  ({ orderId } = picked);
  lineId = picked.lineIds[0] ?? 0;
  ({ id } = await desk.open(orderId));
  await desk.pack(id, lineId, 2, ['S1', 'S2']);
  unpacked = (await desk.unpack(id, lineId, 2)).actionId ?? 0;
});
afterEach(async () => {
  expect(desk.core.unexpected).toEqual([]);
  await desk.core.remove();
});

const reverse = (actionId: number | null) =>
  desk.core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });

it('brings a removed container back with the units that come back into it', async () => {
  await desk.core.api.pack.remove.mutate({ containerId: id });
  await reverse(unpacked);
  expect(await desk.container(orderId, id)).toMatchObject({
    number: 'C-000001',
    warehouse: '61',
    location: 'PACK',
    closed: false,
    rowCount: 2,
  });
  await desk.close(id);
  await desk.ship(orderId);
});

it('brings one back that a shipment left behind empty', async () => {
  const { id: other } = await desk.open(orderId);
  const packed = await desk.pack(other, lineId, 2);
  await desk.close(other);
  const shipped = await desk.ship(orderId);
  expect(await desk.core.api.pack.containers.query({ orderId })).toHaveLength(1);
  await reverse(shipped.actionId);
  await desk.core.api.pack.reopen.mutate({ containerId: other });
  await reverse(packed.actionId);
  await reverse(unpacked);
  expect(await desk.container(orderId, id)).toMatchObject({ rowCount: 2 });
});

it('does not where another container has its number by now', async () => {
  await desk.core.api.pack.remove.mutate({ containerId: id });
  const { id: other } = await desk.open(orderId, 'c-000001');
  expect(await problemOf(reverse(unpacked))).toMatchObject({
    code: 'in-use',
    sentence: 'C-000001 was removed since, and another container has its number by now.',
  });
  await desk.core.api.pack.remove.mutate({ containerId: other });
  await reverse(unpacked);
  expect(await desk.container(orderId, id)).toMatchObject({ rowCount: 2 });
});
