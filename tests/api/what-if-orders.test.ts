import { afterEach, beforeEach, expect, it } from 'vitest';
import { withSetting } from '../../src-main/domain/tracking-fields.ts';
import type { TrackingDimensionGroup } from '../../src-main/domain/tracking-dimension-group.ts';
import { problemOf } from '../fixtures/core.ts';
import { openPackDesk, type PackDesk } from '../fixtures/pack-desk.ts';

let desk: PackDesk;
/** SO-1: three picked units of P, with serials; two of K, one of them packed with its serial. SO-2: one picked unit of K. */
let orderId: number;
beforeEach(async () => {
  desk = await openPackDesk();
  const first = await desk.picked([
    ['P', 3, 'P1', 'P2', 'P3'],
    ['K', 2],
  ]);
  ({ orderId } = first);
  const { id } = await desk.open(orderId);
  await desk.pack(id, first.lineIds[1] ?? 0, 1, ['K1']);
  await desk.picked([['K', 1]], 'SO-2');
});
afterEach(async () => {
  expect(desk.core.unexpected).toEqual([]);
  await desk.core.remove();
});

async function groupNamed(name: string): Promise<TrackingDimensionGroup> {
  const found = (await desk.core.api.groups.list.query()).find((group) => group.name === name);
  if (found === undefined) throw new Error(`There is no group ${name}.`);
  return found;
}

const capturing = async (
  group: string,
  capture: 'None' | 'Picking' | 'Packing',
  blankIssue = true,
): Promise<Parameters<typeof desk.core.api.groups.whatIf.query>[0]> => {
  const { id, version, name, description, settings } = await groupNamed(group);
  const changed = withSetting(settings, 'captureSerialNumber', capture);
  return {
    id,
    version,
    name,
    description,
    settings: withSetting(changed, 'serialNumber.blankIssueAllowed', blankIssue),
  };
};

const stopped = [
  { orderNumber: 'SO-1', lineNumber: 2, itemNumber: 'K', units: 1 },
  { orderNumber: 'SO-2', lineNumber: 1, itemNumber: 'K', units: 1 },
];

it('names the open orders that a change of a group would stop', async () => {
  const { groups } = desk.core.api;
  expect((await groups.whatIf.query(await capturing('Pack', 'Picking'))).stopped).toEqual(stopped);
  expect((await groups.whatIf.query(await capturing('Pack', 'None', false))).stopped).toEqual(stopped);
});

it('names none where their units may leave, or carry their serials', async () => {
  const { groups } = desk.core.api;
  expect((await groups.whatIf.query(await capturing('Pack', 'None'))).stopped).toEqual([]);
  expect((await groups.whatIf.query(await capturing('Pick', 'Packing'))).stopped).toEqual([]);
});

it('names those that an item would stop in another group, whichever way it comes there', async () => {
  const { items } = desk.core.api;
  const { id: groupId } = await groupNamed('Pick');
  const item = await items.get.query({ itemNumber: 'K' });
  const saved = await items.whatIf.query({ ...item, units: [...item.units], groupId });
  expect(saved.stopped).toEqual(stopped);
  const assigned = await items.whatIfAssignGroup.mutate({ items: { itemNumbers: ['K', 'U'] }, groupId });
  expect(assigned.stopped).toEqual(stopped);
});

it('says what comes to pass: the order does not leave any more, until the change is taken back', async () => {
  const { groups, pack } = desk.core.api;
  const second = (await pack.orders.query({ search: 'SO-2' }))[0]?.id ?? 0;
  const change = await capturing('Pack', 'Picking');
  const { revision } = await groups.whatIf.query(change);
  await groups.save.mutate({ ...change, confirmed: revision });
  expect((await problemOf(desk.ship(second))).sentence).toContain('K');
  const { id } = await desk.open(second);
  const line = (await pack.station.query({ orderId: second })).lines[0]?.id ?? 0;
  await desk.pack(id, line, 1);
  expect((await problemOf(desk.close(id))).sentence).toContain('1 unit of K lacks a serial number.');
  await desk.unpack(id, line, 1);
  const back = await capturing('Pack', 'Packing');
  const again = await groups.whatIf.query(back);
  await groups.save.mutate({ ...back, confirmed: again.revision });
  await desk.pack(id, line, 1, ['K2']);
  await desk.close(id);
  await desk.ship(second);
});
