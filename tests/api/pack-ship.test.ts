import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobEnd, problemOf, type TestCore } from '../fixtures/core.ts';
import { openPackDesk, type PackDesk } from '../fixtures/pack-desk.ts';
import { serials } from '../fixtures/pick-desk.ts';
import { stockWords } from '../fixtures/stock-words.ts';

let desk: PackDesk;
let core: TestCore;
beforeEach(async () => {
  desk = await openPackDesk();
  ({ core } = desk);
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  const { jobId } = await core.api.ledger.check.mutate();
  expect((await jobEnd(core, jobId)).result).toMatchObject({ check: { differences: 0 } });
  await core.remove();
});

const needs = (containerId: number, orderLineId: number, units: number) =>
  core.api.pack.needs.query({ containerId, orderLineId, quantity: units * 1000 });
const sentence = async (call: Promise<unknown>): Promise<string> => (await problemOf(call)).sentence;
const line = async (...input: Parameters<PackDesk['picked']>) => {
  const { orderId, lineIds } = await desk.picked(...input);
  return { orderId, lineId: lineIds[0] ?? 0 };
};

describe('Confirm shipment', () => {
  it('takes Packing units only out of closed containers', async () => {
    const { orderId, lineId } = await line([['K', 2]]);
    const loose =
      '2 of K on line 1 of SO-1 are picked but not packed. Pack them, or reduce the picked quantity.';
    expect(await core.api.pack.shipment.query({ orderId })).toMatchObject({ missing: [loose] });
    expect(await sentence(desk.ship(orderId))).toBe(loose);
    const { id } = await desk.open(orderId);
    await desk.pack(id, lineId, 2, ['S1', 'S2']);
    expect(await core.api.pack.shipment.query({ orderId })).toMatchObject({
      missing: ['Close C-000001 first.'],
    });
    expect(await sentence(desk.ship(orderId))).toBe('Close C-000001 first.');
    expect(await stockWords(core, 'K')).toHaveLength(3);
    await desk.open(orderId, 'EMPTY');
    await desk.close(id);
    expect(await core.api.pack.shipment.query({ orderId })).toMatchObject({
      missing: [],
      lines: [{ orderLineId: lineId, quantity: 2000, atSlip: null }],
    });
    await desk.ship(orderId);
    expect(await stockWords(core, 'K')).toEqual(['BULK-1 - - 8']);
    const containers = await core.api.pack.containers.query({ orderId });
    expect(containers.map(({ number, shipped }) => [number, shipped])).toEqual([['C-000001', true]]);
  });

  it('lets a part leave, and the rest be released, picked, packed and shipped', async () => {
    const { orderId, lineId } = await line([['K', 12]]);
    const first = await desk.open(orderId);
    const texts = Array.from({ length: 10 }, (_, index) => `S${index}`);
    await desk.pack(first.id, lineId, 10, texts);
    await desk.close(first.id);
    const { actionId } = await desk.ship(orderId);
    await core.api.stock.adjustIn.mutate({
      itemNumber: 'K',
      warehouse: '61',
      location: 'BULK-1',
      licensePlate: '',
      inventoryStatus: '',
      batchNumber: '',
      quantity: 2000,
      reason: 'Found',
    });
    await core.api.orders.release.mutate({ id: orderId });
    await desk.pickAll(orderId);
    const second = await desk.open(orderId);
    expect(second.shipmentNumber).toBe('SO-1-2');
    await desk.pack(second.id, lineId, 2, ['T1', 'T2']);
    // The first one comes back while the second is being packed: they leave together.
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await desk.container(orderId, first.id)).toMatchObject({ closed: true, shipped: false });
    expect(await sentence(desk.ship(orderId))).toBe('Close C-000002 first.');
    await desk.close(second.id);
    await desk.ship(orderId);
    expect((await core.api.pack.containers.query({ orderId })).map(({ shipped }) => shipped)).toEqual([
      true,
      true,
    ]);
    const { lines } = await core.api.pack.station.query({ orderId });
    expect(lines).toMatchObject([{ ordered: 12_000, shipped: 12_000, picked: 0, packed: 0, openWork: 0 }]);
  });

  it('is taken back: the shipment is open again, and its container can be reopened', async () => {
    const { orderId, lineIds } = await desk.picked([
      ['K', 1],
      ['U', 1],
    ]);
    const [ofK = 0, ofU = 0] = lineIds;
    const { id } = await desk.open(orderId);
    await desk.pack(id, ofK, 1, ['S1']);
    await desk.pack(id, ofU, 1);
    await desk.close(id);
    await desk.ship(orderId);
    const { events } = await core.api.stock.events.query({ orderId, kind: 'ship' });
    const ofLine = (lineId: number): number => events.find((one) => one.orderLineId === lineId)?.id ?? 0;
    // One line comes back, leaves again by another action; then the other one comes back.
    await core.api.stock.reverse.mutate({ eventId: ofLine(ofU) });
    expect(await desk.container(orderId, id)).toMatchObject({ shipped: false, lines: [{ itemNumber: 'U' }] });
    await desk.ship(orderId);
    await core.api.stock.reverse.mutate({ eventId: ofLine(ofK) });
    expect(await desk.container(orderId, id)).toMatchObject({ shipped: false, lines: [{ itemNumber: 'K' }] });
    await core.api.pack.reopen.mutate({ containerId: id });
    await desk.unpack(id, ofK, 1);
    expect(await stockWords(core, 'K')).toEqual(['BULK-1 - - 9', 'PACK - S1 1']);
  });

  it('puts a transfer order in transit, with its serials', async () => {
    const { orderId, lineId } = await line([['K', 1]], 'TO-1', 'Transfer');
    expect(await sentence(desk.ship(orderId))).toContain('picked but not packed');
    const { id } = await desk.open(orderId);
    await desk.pack(id, lineId, 1, ['S1']);
    await desk.close(id);
    await desk.ship(orderId);
    expect(await stockWords(core, 'K')).toEqual(['- - S1 1', 'BULK-1 - - 9']);
    const station = await core.api.pack.station.query({ orderId });
    expect(station.lines).toMatchObject([{ shipped: 1000, packed: 0 }]);
  });
});

describe('Active in sales process', () => {
  const register = (containerId: number, orderLineId: number, ...texts: readonly string[]) =>
    core.api.pack.register.mutate({ containerId, orderLineId, entries: serials(...texts) });

  it('registers under Packing before the container closes, never more than is packed', async () => {
    const { orderId, lineId } = await line([['B', 3]]);
    const { id } = await desk.open(orderId);
    const needed = await needs(id, lineId, 2);
    expect(needed).toMatchObject({ needed: 0, maximum: 0 });
    expect(needed.sentence).toContain('registered on the sales line before the container is closed');
    const packed = await desk.pack(id, lineId, 2);
    expect((await desk.container(orderId, id)).lines).toMatchObject([{ registered: 0, toRegister: 2 }]);
    expect(await problemOf(register(id, lineId, 'D1', 'D2', 'D3'))).toMatchObject({
      sentence: '3 serial numbers were entered; 2 units of B in C-000001 lack one.',
      path: 'entries',
    });
    expect(await problemOf(register(id, lineId))).toMatchObject({ path: 'entries' });
    expect(await problemOf(register(id, lineId, 'D1', 'd1'))).toMatchObject({ path: 'entries.1' });
    await register(id, lineId, 'D1');
    expect(await sentence(desk.close(id))).toContain('1 unit of B lacks a serial number on the sales line.');
    const { actionId } = await register(id, lineId, 'D2');
    expect(await sentence(core.api.stock.reverseAction.mutate({ actionId: packed.actionId ?? 0 }))).toBe(
      'The serial numbers of these units are registered on the sales line. Reverse that first, or unpack them.',
    );
    await desk.close(id);
    expect(await sentence(core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 }))).toBe(
      'C-000001 is closed. Reopen it first.',
    );
    expect(await stockWords(core, 'B')).toEqual(['BULK-1 - - 7', 'PACK C-000001 - 2', 'STAGE - - 1']);
    expect(await sentence(desk.ship(orderId, [[lineId, 'D9']]))).toContain('picked but not packed');
    await core.api.pack.reopen.mutate({ containerId: id });
    await desk.pack(id, lineId, 1);
    await register(id, lineId, 'D3');
    await desk.close(id);
    expect(await problemOf(desk.ship(orderId, [[lineId, 'D9']]))).toMatchObject({
      sentence: 'The serial numbers of B are not registered at the packing slip.',
      path: 'registered.0.entries',
    });
    await desk.ship(orderId);
    expect(await stockWords(core, 'B')).toEqual(['BULK-1 - - 7']);
  });

  it('takes serials off the line again as their units are unpacked: the user says which', async () => {
    const { orderId, lineId } = await line([['B', 3]]);
    const { id } = await desk.open(orderId);
    await desk.pack(id, lineId, 3);
    await register(id, lineId, 'D1', 'D2');
    const asked = { containerId: id, orderLineId: lineId };
    expect(await core.api.pack.unpackNeeds.query({ ...asked, quantity: 1000 })).toMatchObject({
      needed: 0,
      maximum: 0,
    });
    expect(await core.api.pack.unpackNeeds.query({ ...asked, quantity: 2000 })).toMatchObject({
      needed: 1,
      maximum: 2,
      scope: { kind: 'document', orderLineId: lineId, registered: true },
    });
    expect(await sentence(desk.unpack(id, lineId, 2))).toContain('Say which 1 of the 2 units');
    expect(await sentence(desk.unpack(id, lineId, 2, ['D7']))).toBe(
      'D7 is not registered on this sales line.',
    );
    const { actionId } = await desk.unpack(id, lineId, 2, ['d1']);
    expect((await desk.container(orderId, id)).lines).toMatchObject([{ registered: 1, toRegister: 0 }]);
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect((await desk.container(orderId, id)).lines).toMatchObject([{ registered: 2, toRegister: 1 }]);
    await desk.unpack(id, lineId, 3);
    await desk.pack(id, lineId, 3);
    await register(id, lineId, 'D1', 'D2', 'D3');
    await desk.close(id);
  });

  it('registers under None with the packing slip, as many as are shipped', async () => {
    const { orderId, lineIds } = await desk.picked([
      ['C', 2],
      ['U', 1],
    ]);
    const [ofC = 0, ofU = 0] = lineIds;
    expect((await core.api.pack.shipment.query({ orderId })).lines).toMatchObject([
      { orderLineId: ofC, atSlip: { needed: 2, maximum: 2, notReadable: false } },
      { orderLineId: ofU, atSlip: null },
    ]);
    expect(await problemOf(desk.ship(orderId))).toMatchObject({
      sentence: 'C needs 2 serial numbers on line 1; 0 are entered.',
    });
    const refused: readonly (readonly [Parameters<PackDesk['ship']>[1], string, string])[] = [
      [
        [[ofC, 'D1', 'D2', 'D3']],
        '3 serial numbers were entered for 2 shipped units of C.',
        'registered.0.entries',
      ],
      [[[ofC, 'D1', 'D1']], 'D1 is entered twice.', 'registered.0.entries.1'],
      [
        [
          [ofC, 'D1'],
          [ofC, 'D2'],
        ],
        'The serial numbers of a line are given twice.',
        'registered.1.entries',
      ],
      [
        [
          [ofC, 'D1', 'D2'],
          [ofU, 'X'],
        ],
        'The serial numbers of U are not registered at the packing slip.',
        'registered.1.entries',
      ],
      [
        [
          [ofC, 'D1', 'D2'],
          [999, 'X'],
        ],
        'Nothing leaves of a line that serial numbers are given for on SO-1.',
        'registered.1.entries',
      ],
    ];
    for (const [registered, words, path] of refused)
      expect(await problemOf(desk.ship(orderId, registered))).toMatchObject({ sentence: words, path });
    const torn = { orderLineId: ofC, entries: [...serials('D1'), { notReadable: 'Torn' }] };
    expect(await sentence(core.api.pack.confirmShipment.mutate({ orderId, registered: [torn] }))).toContain(
      'Blank issue allowed is off',
    );
    const { actionId } = await desk.ship(orderId, [[ofC, 'D1', 'D2']]);
    expect(await stockWords(core, 'C')).toEqual(['BULK-1 - - 8']);
    // The serials are free again when the shipment is taken back.
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    await desk.ship(orderId, [[ofC, 'D1', 'D2']]);
    const next = await line([['C', 1]], 'SO-2');
    expect(await problemOf(desk.ship(next.orderId, [[next.lineId, 'd1']]))).toMatchObject({
      sentence: 'd1 is registered on SO-1 already.',
      path: 'registered.0.entries.0',
    });
  });

  it('needs nothing more under Picking: the serials are on the line already', async () => {
    const { orderId, lineId } = await line([['A', 2, 'D1', 'D2']]);
    const { id } = await desk.open(orderId);
    await desk.pack(id, lineId, 2);
    expect(await problemOf(register(id, lineId, 'D3'))).toMatchObject({ path: 'orderLineId' });
    await desk.close(id);
    await desk.ship(orderId);
  });
});
