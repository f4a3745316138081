import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jobEnd, problemOf, type TestCore } from '../fixtures/core.ts';
import { makeOrder, orderLine } from '../fixtures/orders.ts';
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

describe('each policy', () => {
  it('asks one serial a unit under Packing, and the on-hand carries it from then on', async () => {
    const { orderId, lineId } = await line([['K', 3]]);
    const { id, number } = await desk.open(orderId);
    expect(number).toBe('C-000001');
    expect(await needs(id, lineId, 3)).toMatchObject({
      needed: 3,
      maximum: 3,
      capturesNew: true,
      notReadable: true,
      picked: 3000,
      scope: { kind: 'picked', orderLineId: lineId, blankOnly: true },
    });
    expect(await needs(id, lineId, 2)).toMatchObject({ needed: 2, maximum: 2, capturesNew: true });
    expect(await problemOf(desk.pack(id, lineId, 2, ['S1']))).toMatchObject({
      sentence: 'K needs 2 serial numbers; 1 is entered.',
      path: 'entries',
    });
    expect(await sentence(desk.pack(id, lineId, 4))).toBe('Only 3 of K can be taken here, not 4.');
    expect(await problemOf(needs(id, lineId, 1.5))).toMatchObject({ path: 'quantity' });
    await desk.pack(id, lineId, 2, ['S1', 'S2']);
    expect(await stockWords(core, 'K')).toEqual([
      'BULK-1 - - 7',
      `PACK ${number} S1 1`,
      `PACK ${number} S2 1`,
      'STAGE - - 1',
    ]);
    expect(await problemOf(desk.pack(id, lineId, 1, ['s1']))).toMatchObject({
      sentence:
        's1 stands elsewhere: Warehouse 61, location PACK, license plate C-000001, packed into a container.',
      path: 'entries.0',
    });
  });

  it('asks nothing again under Picking, and which of them in a part', async () => {
    const { orderId, lineId } = await line([['P', 2, 'S1', 'S2']]);
    const { id } = await desk.open(orderId);
    expect(await needs(id, lineId, 2)).toMatchObject({ needed: 0, maximum: 0 });
    expect(await needs(id, lineId, 1)).toMatchObject({ needed: 1, capturesNew: false });
    expect(await sentence(desk.pack(id, lineId, 1))).toBe('P needs 1 serial number; 0 are entered.');
    expect(await sentence(desk.pack(id, lineId, 1, ['NEW']))).toBe('NEW does not stand here.');
    await desk.pack(id, lineId, 1, ['s2']);
    await desk.pack(id, lineId, 1);
    expect(await stockWords(core, 'P')).toEqual(['BULK-1 - - 8', 'PACK C-000001 S1 1', 'PACK C-000001 S2 1']);
  });

  it('asks nothing under None, and takes an untracked quantity as it is', async () => {
    const { orderId, lineIds } = await desk.picked([
      ['N', 2],
      ['U', 2.5],
    ]);
    const { id } = await desk.open(orderId, 'BOX');
    const [ofN = 0, ofU = 0] = lineIds;
    expect(await needs(id, ofN, 2)).toMatchObject({ needed: 0 });
    expect(await needs(id, ofU, 1.25)).toMatchObject({ needed: 0 });
    await desk.pack(id, ofN, 2);
    await desk.pack(id, ofU, 1.25);
    expect(await problemOf(desk.pack(id, ofU, 1.25, ['X']))).toMatchObject({ path: 'entries.0' });
    const closed = await desk.close(id);
    expect(closed).toMatchObject({ closed: true, shipped: false, lacking: [] });
    expect(
      closed.lines.map(({ itemNumber, quantity, withSerial }) => [itemNumber, quantity, withSerial]),
    ).toEqual([
      ['N', 2000, 2000],
      ['U', 1250, 0],
    ]);
    // What is not packed leaves with the rest: only Packing wants a container.
    await desk.ship(orderId);
    expect(await stockWords(core, 'U')).toEqual([]);
  });

  it('lets a label that cannot be read go where blank issue is allowed', async () => {
    const { orderId, lineId } = await line([['K', 2]]);
    const { id } = await desk.open(orderId);
    await core.api.pack.pack.mutate({
      containerId: id,
      orderLineId: lineId,
      quantity: 2000,
      entries: [...serials('S1'), { notReadable: 'Torn' }],
    });
    expect((await desk.close(id)).lines).toMatchObject([{ withSerial: 1000, blank: 0, exceptions: 1000 }]);
    await desk.ship(orderId);
  });
});

describe('a container', () => {
  it('takes the number that is given once, and only of a warehouse that the order ships from', async () => {
    const { orderId } = await line([['K', 1]]);
    await desk.open(orderId, 'C-000002');
    expect(await problemOf(desk.open(orderId, 'c-000002'))).toMatchObject({
      code: 'name-taken',
      path: 'number',
    });
    // The number that comes next is taken already.
    expect((await desk.open(orderId)).number).toBe('C-000003');
    const elsewhere = { orderId, number: '', warehouse: '99', location: 'PACK' };
    expect(await problemOf(core.api.pack.open.mutate(elsewhere))).toMatchObject({ path: 'warehouse' });
    expect(await problemOf(desk.open(999))).toMatchObject({ code: 'not-found' });
    const bought = await makeOrder(core, 'Purchase', 'PO-1', orderLine('K', 1));
    const received = 'PO-1 is received, not shipped.';
    expect(await sentence(desk.open(bought.id))).toBe(received);
    expect(await sentence(core.api.pack.station.query({ orderId: bought.id }))).toBe(received);
    expect(await sentence(desk.ship(bought.id))).toBe(received);
  });

  it('is not closed while a unit lacks what its policy wants, with the list', async () => {
    const { orderId, lineIds } = await desk.picked([
      ['K', 2],
      ['B', 2],
    ]);
    const [ofK = 0, ofB = 0] = lineIds;
    const { id } = await desk.open(orderId);
    expect(await sentence(desk.close(id))).toBe('C-000001 is empty.');
    const { actionId } = await desk.pack(id, ofK, 2, ['S1', 'S2']);
    await desk.pack(id, ofB, 2);
    // A capture alone is taken back: its unit is blank again.
    const { events } = await core.api.stock.events.query({ serial: 'S1' });
    await core.api.stock.reverse.mutate({ eventId: events[0]?.id ?? 0 });
    const lacking = [
      '1 unit of K lacks a serial number.',
      '2 units of B lack a serial number on the sales line.',
    ];
    expect((await desk.container(orderId, id)).lacking.map((one) => one.sentence)).toEqual(lacking);
    expect(await problemOf(desk.close(id))).toMatchObject({
      sentence: `C-000001 cannot be closed: ${lacking.join(' ')}`,
      path: 'containerId',
    });
    expect((await desk.container(orderId, id)).closed).toBe(false);
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await stockWords(core, 'K')).toEqual(['BULK-1 - - 8', 'STAGE - - 2']);
  });

  it('is reopened, and what is unpacked keeps its serial', async () => {
    const { orderId, lineId } = await line([['K', 2]]);
    const { id } = await desk.open(orderId);
    const { actionId } = await desk.pack(id, lineId, 2, ['S1', 'S2']);
    await desk.close(id);
    expect(await sentence(desk.unpack(id, lineId, 2))).toBe('C-000001 is closed. Reopen it first.');
    expect(await sentence(core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 }))).toBe(
      'C-000001 is closed. Reopen it first.',
    );
    expect(await core.api.pack.reopen.mutate({ containerId: id })).toMatchObject({ closed: false });
    const asked = { containerId: id, orderLineId: lineId };
    expect(await core.api.pack.unpackNeeds.query({ ...asked, quantity: 2000 })).toMatchObject({ needed: 0 });
    expect(await core.api.pack.unpackNeeds.query({ ...asked, quantity: 1000 })).toMatchObject({
      needed: 1,
      maximum: 1,
      scope: { kind: 'place', location: 'PACK', containerId: id },
    });
    expect(await sentence(desk.unpack(id, lineId, 1))).toBe('K needs 1 serial number; 0 are entered.');
    await desk.unpack(id, lineId, 1, ['S2']);
    expect(await stockWords(core, 'K')).toEqual(['BULK-1 - - 8', 'PACK - S2 1', 'PACK C-000001 S1 1']);
    expect(await problemOf(core.api.pack.remove.mutate({ containerId: id }))).toMatchObject({
      code: 'in-use',
    });
    await desk.unpack(id, lineId, 1);
    await core.api.pack.remove.mutate({ containerId: id });
    expect(await problemOf(desk.close(id))).toMatchObject({ code: 'not-found' });
    // Its serials are known: nothing is asked when it is packed anew.
    const { id: next } = await desk.open(orderId);
    expect(await needs(next, lineId, 2)).toMatchObject({ needed: 0 });
  });

  it('takes only lines of its order, while it is open', async () => {
    const { orderId, lineId } = await line([['K', 2]]);
    const other = await line([['K', 1]], 'SO-2');
    const { id } = await desk.open(orderId);
    expect(await problemOf(desk.pack(id, other.lineId, 1, ['S9']))).toMatchObject({
      sentence: 'C-000001 is a container of SO-1; this line is not of that order.',
      path: 'orderLineId',
    });
    await desk.pack(id, lineId, 1, ['S1']);
    await desk.close(id);
    const closed = 'C-000001 is closed. Reopen it first.';
    expect(await sentence(desk.pack(id, lineId, 1, ['S2']))).toBe(closed);
    expect(await sentence(needs(id, lineId, 1))).toBe(closed);
    expect(await sentence(desk.close(id))).toBe(closed);
    expect(await sentence(core.api.pack.remove.mutate({ containerId: id }))).toBe(closed);
    const { id: rest } = await desk.open(orderId);
    await desk.pack(rest, lineId, 1, ['S2']);
    await desk.close(rest);
    await desk.ship(orderId);
    const gone = 'C-000001 has left with its shipment.';
    expect(await sentence(desk.pack(id, lineId, 1))).toBe(gone);
    expect(await sentence(desk.close(id))).toBe(gone);
    expect(await sentence(core.api.pack.reopen.mutate({ containerId: id }))).toBe(
      'C-000001 has left; reverse its shipment first.',
    );
    expect(await sentence(desk.ship(orderId))).toBe('Nothing is picked for SO-1 yet.');
    expect(await sentence(desk.pack(999, lineId, 1))).toBe('This container does not exist any more.');
  });
});

describe('the station', () => {
  it('lists orders with picked units, and knows an item, a container and another order by a scan', async () => {
    const { orderId, lineIds } = await desk.picked([
      ['K', 2],
      ['U', 1],
    ]);
    const other = await line([['P', 1, 'S1']], 'SO-2');
    const { version, ...item } = await core.api.items.get.query({ itemNumber: 'K' });
    await core.api.items.save.mutate({ ...item, version, units: [], gtin: '4006381333931' });
    const { id, number } = await desk.open(orderId);
    const orders = () => core.api.pack.orders.query({ search: '' });
    expect(await orders()).toMatchObject([
      { number: 'SO-1', picked: 3000, packed: 0 },
      { number: 'SO-2', picked: 1000, packed: 0 },
    ]);
    expect(await core.api.pack.orders.query({ search: 'o-2' })).toHaveLength(1);
    const find = (text: string) => core.api.pack.find.query({ orderId, text });
    const nothing = { lineIds: [], containerId: null, orderId: null };
    expect(await find(' k ')).toMatchObject({ lineIds: [lineIds[0]] });
    expect(await find('4006381333931')).toMatchObject({ lineIds: [lineIds[0]] });
    expect(await find('(01)04006381333931(21)S7')).toMatchObject({ lineIds: [lineIds[0]] });
    expect(await find(number.toLowerCase())).toMatchObject({ ...nothing, containerId: id });
    expect(await find('so-2')).toMatchObject({ ...nothing, orderId: other.orderId });
    expect((await find('P')).problem).toBe('P is not on SO-1.');
    expect((await find('nothing')).problem).toBe(
      'There is no item, no container of SO-1 and no order nothing.',
    );
    await desk.pack(id, lineIds[0] ?? 0, 2, ['T1', 'T2']);
    expect((await find('K')).problem).toBe('Nothing of K is picked for SO-1 and not packed.');
    await desk.pack(id, lineIds[1] ?? 0, 1);
    expect(await orders()).toMatchObject([{ number: 'SO-1', picked: 0, packed: 3000 }, { number: 'SO-2' }]);
    await desk.close(id);
    await desk.ship(orderId);
    expect(await orders()).toMatchObject([{ number: 'SO-2' }]);
  });

  it('checks a serial at typing as it does at commit', async () => {
    const { orderId, lineId } = await line([['K', 2]]);
    const { id } = await desk.open(orderId);
    const check = async (text: string) => {
      const { scope, capturesNew } = await needs(id, lineId, 2);
      return (await core.api.serials.check.mutate({ itemNumber: 'K', text, scope, capturesNew })).answers;
    };
    expect(await check('S1')).toMatchObject([{ ok: true, serial: 'S1' }]);
    await desk.pack(id, lineId, 1, ['S1']);
    await desk.unpack(id, lineId, 1);
    expect(await check('s1')).toMatchObject([
      {
        ok: false,
        reason: 'S1 stands here and goes along unasked. Enter the units without a serial number only.',
      },
    ]);
  });
});
