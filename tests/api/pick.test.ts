import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load, problemOf, type TestCore } from '../fixtures/core.ts';
import { onHandCsv } from '../fixtures/dynamics-files.ts';
import { makeOrder, orderLine } from '../fixtures/orders.ts';
import { bulk as at, openPickDesk, serials, type PickDesk } from '../fixtures/pick-desk.ts';
import { rowsOf, stockId, stockWords } from '../fixtures/stock-words.ts';

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

describe('each policy', () => {
  it('asks one serial a unit under Picking, and the on-hand carries it from then on', async () => {
    const { workId, order } = await released('P', 2);
    const needs = await core.api.pick.needs.query({ workId, quantity: 2000, ...at });
    expect(needs).toMatchObject({ needed: 2, maximum: 2, capturesNew: true, notReadable: true, problem: '' });
    expect((await problemOf(pick(workId, 2))).sentence).toBe('P needs 2 serial numbers; 0 are entered.');
    expect((await problemOf(pick(workId, 2, ['S1', 'S2', 'S3']))).sentence).toContain('3 serial numbers');
    await pick(workId, 2, ['S1', 'S2']);
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - - 12',
      'FAR-1 - S9 1',
      'STAGE - S1 1',
      'STAGE - S2 1',
    ]);
    expect(await remaining(order.id)).toEqual([]);
  });

  it('asks nothing under Packing while blank units suffice, then which serials', async () => {
    const { workId } = await released('K', 3);
    expect(await core.api.pick.needs.query({ workId, quantity: 2000, ...at })).toMatchObject({ needed: 0 });
    expect(await core.api.pick.needs.query({ workId, quantity: 3000, ...at })).toMatchObject({
      needed: 1,
      maximum: 3,
      capturesNew: false,
    });
    expect((await problemOf(pick(workId, 3))).sentence).toBe('K needs 1 serial number; 0 are entered.');
    expect((await problemOf(pick(workId, 3, ['NEW']))).sentence).toBe('NEW does not stand here.');
    await pick(workId, 3, ['K2']);
    expect(await stockWords(core, 'K')).toEqual(['BULK-1 - K1 1', 'STAGE - - 2', 'STAGE - K2 1']);
  });

  it('asks which under None in a part of a plate, and nothing for the whole', async () => {
    const { workId } = await released('N', 1);
    const plate = { location: 'BULK-1', licensePlate: 'LP-1' };
    const needs = await core.api.pick.needs.query({ workId, quantity: 1000, ...plate });
    expect(needs).toMatchObject({ needed: 1, capturesNew: false });
    expect((await problemOf(pick(workId, 1, [], plate))).sentence).toBe(
      'N needs 1 serial number; 0 are entered.',
    );
    await pick(workId, 1, ['n2'], plate);
    expect(await lines('N')).toEqual(['STAGE - N2 1']);
    const next = await released('N', 1, 'SO-2');
    expect(await core.api.pick.needs.query({ workId: next.workId, quantity: 1000, ...plate })).toMatchObject({
      needed: 0,
    });
    await pick(next.workId, 1, [], plate);
    expect(await lines('N')).toEqual(['STAGE - N1 1', 'STAGE - N2 1']);
  });

  it('keeps a blank unit under None until its serial is recorded, where Blank issue allowed is off', async () => {
    const { work } = await released('N', 4);
    const step = work.find(({ location }) => location === 'BULK-2');
    if (step === undefined) throw new Error('BULK-2 was released.');
    const there = { location: 'BULK-2', licensePlate: '' };
    const ask = () => core.api.pick.needs.query({ workId: step.id, quantity: 2000, ...there });
    const needs = await ask();
    expect(needs).toMatchObject({ recordFirst: true, notReadable: false, blankStockUnits: 2 });
    expect(needs.problem).toBe(
      '2 units here have no serial number, and Blank issue allowed is off: record them first.',
    );
    expect((await problemOf(pick(step.id, 2, [], there))).sentence).toContain('Blank issue allowed is off');
    const torn = { ...there, entries: [{ notReadable: 'Torn' }] };
    expect((await problemOf(pick(step.id, 1, [], torn))).sentence).toContain('cannot be read stays');
    await core.api.stock.recordSerials.mutate({
      stockId: needs.blankStockId ?? 0,
      entries: serials('N7', 'N8'),
    });
    const { events } = await core.api.stock.events.query({ serial: 'N7' });
    expect(events[0]?.reason).toBe('Late receipt of the serial number');
    expect(await ask()).toMatchObject({ needed: 0, problem: '', recordFirst: false });
    await pick(step.id, 2, [], there);
    expect(await lines('N')).toEqual(['STAGE - N7 1', 'STAGE - N8 1']);
  });

  it('registers on the sales line under Active in sales process, once among all documents', async () => {
    const { workId, lineId } = await released('A', 2);
    const scope = { kind: 'document' as const, orderLineId: lineId };
    expect(await core.api.pick.needs.query({ workId, quantity: 2000, ...at })).toMatchObject({
      needed: 2,
      onDocument: true,
      scope,
    });
    expect((await problemOf(pick(workId, 2, ['D1']))).sentence).toBe(
      'A needs 2 serial numbers for the sales line; 1 is entered.',
    );
    const { actionId } = await pick(workId, 2, ['D1', 'D2']);
    expect(await stockWords(core, 'A')).toEqual(['BULK-1 - - 3', 'STAGE - - 2']);
    const next = await released('A', 1, 'SO-2');
    const check = await core.api.serials.check.mutate({
      itemNumber: 'A',
      text: 'd1',
      scope: { ...scope, orderLineId: next.lineId },
      capturesNew: true,
    });
    expect(check.answers).toMatchObject([{ ok: false, reason: 'd1 is registered on SO-1 already.' }]);
    expect(await problemOf(pick(next.workId, 1, ['d1']))).toMatchObject({
      sentence: 'd1 is registered on SO-1 already.',
      path: 'entries.0',
    });
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    await pick(next.workId, 1, ['d1']);
  });

  it('takes an untracked quantity without a word, and whole units of a tracked one', async () => {
    const { workId } = await released('U', 2.5);
    await pick(workId, 1.25);
    expect(await lines('U')).toEqual(['STAGE - - 1.25']);
    expect((await problemOf(pick(workId, 1, ['X']))).path).toBe('entries.0');
    const tracked = await released('P', 2, 'SO-2');
    const half = { workId: tracked.workId, quantity: 500, ...at };
    expect(await problemOf(core.api.pick.needs.query(half))).toMatchObject({ path: 'quantity' });
    expect(await problemOf(pick(tracked.workId, 0.5, ['X']))).toMatchObject({ path: 'quantity' });
  });

  it('asks twelve serials for two boxes of six', async () => {
    const { version, ...item } = await core.api.items.get.query({ itemNumber: 'P' });
    await core.api.items.save.mutate({ ...item, version, units: [{ unit: 'Box', quantity: 6000 }] });
    const { workId, work } = await released('P', 2, 'SO-1', 'box');
    expect(work[0]?.remaining).toBe(12_000);
    expect(await core.api.pick.needs.query({ workId, quantity: 12_000, ...at })).toMatchObject({
      needed: 12,
      units: [{ unit: 'Box', quantity: 6000 }],
    });
  });
});

describe('what carries a serial already', () => {
  it('moves a scanned unit that stands here, and captures an unknown serial onto a blank', async () => {
    await core.api.stock.recordSerials.mutate({
      stockId: await stockId(core, 'P', ''),
      entries: serials('S1'),
    });
    const { workId } = await released('P', 2);
    await pick(workId, 2, ['S1', 'NEW']);
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - - 12',
      'FAR-1 - S9 1',
      'STAGE - NEW 1',
      'STAGE - S1 1',
    ]);
  });

  it('takes it along unasked with the whole place, and asks for the blanks only', async () => {
    await core.api.stock.recordSerials.mutate({
      stockId: await stockId(core, 'P', ''),
      entries: serials('S1'),
    });
    const { workId } = await released('P', 14);
    const needs = await core.api.pick.needs.query({ workId, quantity: 14_000, ...at });
    expect(needs).toMatchObject({ needed: 13, scope: { blankOnly: true } });
    const { answers } = await core.api.serials.check.mutate({
      itemNumber: 'P',
      text: 'S1',
      scope: needs.scope,
      capturesNew: true,
    });
    expect(answers).toMatchObject([
      {
        ok: false,
        reason: 'S1 stands here and goes along unasked. Enter the units without a serial number only.',
      },
    ]);
    const fresh = Array.from({ length: 13 }, (_, index) => `F${index}`);
    expect((await problemOf(pick(workId, 14, ['S1', ...fresh.slice(1)]))).sentence).toBe(
      'P needs 13 serial numbers; 12 are entered. 1 more stands here with it already and goes along.',
    );
    await pick(workId, 14, fresh);
    expect(await stockWords(core, 'P')).toHaveLength(15);
  });

  it('refuses a serial that stands elsewhere, naming the place; swapped with a blank unit here it is picked', async () => {
    const { workId } = await released('P', 2);
    const { answers } = await core.api.serials.check.mutate({
      itemNumber: 'P',
      text: 'S9',
      scope: { kind: 'place', warehouse: '61', ...at },
      capturesNew: true,
    });
    const reason = 'S9 stands elsewhere: Warehouse 61, location FAR-1.';
    expect(answers).toMatchObject([{ ok: false, reason }]);
    expect(await problemOf(pick(workId, 2, ['S1', 'S9']))).toMatchObject({
      sentence: reason,
      path: 'entries.1',
    });
    const standsIn = await stockId(core, 'P', 'S9');
    const { blankStockId } = await core.api.pick.needs.query({
      workId,
      quantity: 2000,
      ...at,
      like: standsIn,
    });
    await core.api.stock.swap.mutate({ blankStockId: blankStockId ?? 0, serialStockId: standsIn });
    await pick(workId, 2, ['S1', 'S9']);
    expect(await stockWords(core, 'P')).toEqual([
      'BULK-1 - - 12',
      'FAR-1 - - 1',
      'STAGE - S1 1',
      'STAGE - S9 1',
    ]);
  });

  it('offers a blank unit of the same goods for a swap, or none', async () => {
    await load(
      core,
      onHandCsv([
        { item: 'P', location: 'B', batch: 'X', quantity: '1' },
        { item: 'P', location: 'B', batch: 'Y', quantity: '1' },
        { item: 'P', location: 'C', batch: 'Y', serial: 'Y1', quantity: '1' },
        { item: 'P', location: 'C', batch: 'Z', serial: 'Z1', quantity: '1' },
      ]),
    );
    const { workId } = await released('P', 2);
    const blankFor = async (serial: string): Promise<number | null> => {
      const like = await stockId(core, 'P', serial);
      const there = { location: 'B', licensePlate: '' };
      return (await core.api.pick.needs.query({ workId, quantity: 1000, ...there, like })).blankStockId;
    };
    const rows = await rowsOf(core, 'P');
    const ofY = rows.find(({ serialNumber, batchNumber }) => serialNumber === '' && batchNumber === 'Y');
    expect(await blankFor('Y1')).toBe(ofY?.id);
    expect(await blankFor('Z1')).toBeNull();
  });
});

it('lists the orders with open work first, then those with picked units', async () => {
  const one = await released('P', 1, 'SO-1');
  await released('K', 1, 'SO-22');
  await pick(one.workId, 1, ['S1']);
  await makeOrder(core, 'Sales', 'SO-3', orderLine('P', 1));
  const listed = async (search = '') =>
    (await core.api.pick.orders.query({ search })).map(({ number, steps }) => `${number} ${steps}`);
  expect(await listed()).toEqual(['SO-22 1', 'SO-1 0']);
  expect(await listed('so-2')).toEqual(['SO-22 1']);
});
