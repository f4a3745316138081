import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemOf, type TestCore } from '../fixtures/core.ts';
import { openReceiveDesk, serialEntries, type ReceiveDesk } from '../fixtures/receive-desk.ts';
import { stockWords } from '../fixtures/stock-words.ts';

let desk: ReceiveDesk;
let core: TestCore;
beforeEach(async () => {
  desk = await openReceiveDesk();
  ({ core } = desk);
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

describe('a transfer receipt', () => {
  const sent = async (
    itemNumber: string,
    serials: readonly string[],
    blank = 0,
    unreadable = 0,
  ): Promise<{ readonly orderLineId: number }> => {
    const units = serials.length + blank + unreadable;
    const [orderLineId = 0] = await desk.order('Transfer', 'TO-1', { itemNumber, quantity: units * 1000 });
    await desk.send(orderLineId, itemNumber, serials, blank, unreadable);
    return { orderLineId };
  };
  const needs = (source: { readonly orderLineId: number }, units: number) =>
    core.api.receive.needs.query({ source, quantity: units * 1000 });

  it.each(['None', 'Picking', 'Packing'])(
    'shows the shipped serials and asks nothing under %s',
    async (policy) => {
      const item = `A-${policy}`;
      const source = await sent(item, ['S1', 'S2']);
      expect(await needs(source, 2)).toMatchObject({
        document: 'transfer',
        open: 2000,
        needed: 0,
        maximum: 0,
        serials: ['S1', 'S2'],
        serialCount: 2,
        sentence: 'Shipped serial numbers arrive with the units and are not entered again.',
      });
      expect((await problemOf(desk.receive(source, 3))).sentence).toBe(
        `Only 2 of ${item} are left to receive on line 1 of TO-1.`,
      );
      const { actionId } = await desk.receive(source, 2);
      expect(await stockWords(core, item)).toEqual(['BULK-1 - S1 1', 'BULK-1 - S2 1']);
      expect((await problemOf(desk.receive(source, 1))).sentence).toBe(
        `Nothing of ${item} is on its way on line 1 of TO-1.`,
      );
      await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
      expect((await needs(source, 0)).open).toBe(2000);
    },
  );

  it('asks only the units that arrive blank under None', async () => {
    const source = await sent('A-None', ['S1'], 2);
    expect(await needs(source, 3)).toMatchObject({
      needed: 2,
      maximum: 2,
      capturesNew: true,
      blankUnits: 2,
      sentence: 'Shipped serial numbers arrive with the units; the 2 blank units need their serial numbers.',
    });
    expect((await problemOf(desk.receive(source, 3))).sentence).toBe(
      'A-None needs 2 serial numbers; 0 are entered.',
    );
    expect(
      (await problemOf(desk.receive(source, 3, [{ notReadable: 'torn' }, { serial: 'N' }]))).sentence,
    ).toBe(
      'A-None on line 1 of TO-1 is not received without a readable label: Blank receipt allowed is off.',
    );
    await desk.receive(source, 3, serialEntries('N1', 'N2'));
    expect(await stockWords(core, 'A-None')).toEqual(['BULK-1 - N1 1', 'BULK-1 - N2 1', 'BULK-1 - S1 1']);
  });

  it.each(['Picking', 'Packing'])('leaves blank units blank under %s', async (policy) => {
    const source = await sent(`A-${policy}`, ['S1'], 2);
    expect(await needs(source, 3)).toMatchObject({ needed: 0, maximum: 0, blankUnits: 2 });
    await desk.receive(source, 3);
    expect(await stockWords(core, `A-${policy}`)).toEqual(['BULK-1 - - 2', 'BULK-1 - S1 1']);
  });

  it('asks which units arrived where it is a part of them, by a check of what is on its way', async () => {
    const source = await sent('A-None', ['S1', 'S2', 'S3']);
    const asked = await needs(source, 2);
    expect(asked).toMatchObject({ needed: 2, maximum: 2, capturesNew: false });
    const { answers } = await core.api.serials.check.mutate({
      itemNumber: 'A-None',
      text: 's2\nX',
      scope: asked.scope,
      capturesNew: asked.capturesNew,
    });
    expect(answers).toMatchObject([{ ok: true, serial: 'S2' }, { ok: false }]);
    await desk.receive(source, 2, serialEntries('S3', 's1'));
    expect(await stockWords(core, 'A-None')).toEqual(['- - S2 1', 'BULK-1 - S1 1', 'BULK-1 - S3 1']);
  });

  it.each(['None', 'NoneBlank', 'Picking'])(
    'lets a unit arrive whose label was known to be unreadable, alone or not, under %s',
    async (policy) => {
      const item = `A-${policy}`;
      const source = await sent(item, ['S1'], 0, 2);
      expect(await needs(source, 3)).toMatchObject({ needed: 0, maximum: 0 });
      await desk.receive(source, 1, [{ notReadable: 'torn' }]);
      expect(await needs(source, 2)).toMatchObject({ needed: 0, maximum: 0 });
      await desk.receive(source, 2);
      expect(await stockWords(core, item)).toEqual(['BULK-1 - - 2', 'BULK-1 - S1 1']);
    },
  );

  it('keeps the batch and the status of the shipment', async () => {
    const source = await sent('A-None', ['S1']);
    const input = {
      source,
      quantity: 1000,
      location: 'BULK-1',
      licensePlate: '',
      inventoryStatus: '',
      batchNumber: 'B1',
    };
    expect(await problemOf(core.api.receive.receive.mutate(input))).toMatchObject({ path: 'batchNumber' });
  });

  it('moves units of an item without serial numbers, in any part', async () => {
    const source = await sent('A-No', [], 3);
    await desk.receive(source, 1.5);
    expect(await stockWords(core, 'A-No')).toEqual(['- - - 1.5', 'BULK-1 - - 1.5']);
  });
});

describe('a return under Picking', () => {
  /** Serials that stood on stock, e.g. after a change from None, leave with a sales order line. */
  const returned = async (serials: readonly string[]): Promise<number> => {
    await desk.item('R', 'None');
    await desk.receive(
      { itemNumber: 'R', warehouse: '61', document: 'purchase' },
      serials.length,
      serialEntries(...serials),
    );
    const [salesLine = 0] = await desk.order('Sales', 'SO-1', { itemNumber: 'R', quantity: 10_000 });
    await desk.ship(salesLine, 'R', serials);
    const { version, ...item } = await core.api.items.get.query({ itemNumber: 'R' });
    const groups = await core.api.groups.list.query();
    const groupId = groups.find(({ name }) => name === 'Picking')?.id ?? null;
    await core.api.items.save.mutate({ ...item, units: [...item.units], groupId, version });
    const [line = 0] = await desk.order('Return', 'RMA-1', {
      itemNumber: 'R',
      quantity: 10_000,
      returnsLine: salesLine,
    });
    return line;
  };

  it('offers the shipped serials, keeps a chosen one and refuses others', async () => {
    const orderLineId = await returned(['S1', 'S2']);
    const source = { orderLineId };
    const asked = await core.api.receive.needs.query({ source, quantity: 2000 });
    expect(asked).toMatchObject({ needed: 0, maximum: 2, serials: ['S1', 'S2'], notReadable: false });
    const { answers } = await core.api.serials.check.mutate({
      itemNumber: 'R',
      text: 's1\nX1',
      scope: asked.scope,
      capturesNew: asked.capturesNew,
    });
    expect(answers).toMatchObject([
      { ok: true, serial: 'S1' },
      {
        ok: false,
        reason: 'X1 was not shipped by the sales order that RMA-1 gives back, or is back already.',
      },
    ]);
    expect(await problemOf(desk.receive(source, 2, serialEntries('S1', 'X1')))).toMatchObject({
      path: 'entries.1',
    });
    await desk.receive(source, 2, serialEntries('s1'));
    expect(await stockWords(core, 'R')).toEqual(['BULK-1 - - 1', 'BULK-1 - S1 1']);
    expect(await core.api.receive.needs.query({ source, quantity: 1000 })).toMatchObject({
      serials: ['S2'],
    });
    expect((await problemOf(desk.receive(source, 1, serialEntries('S1')))).sentence).toContain(
      'S1 stands elsewhere',
    );
  });

  it('does not offer what came back and left with another order', async () => {
    const orderLineId = await returned(['S1', 'S2']);
    await desk.receive({ orderLineId }, 1, serialEntries('S1'));
    const [other = 0] = await desk.order('Sales', 'SO-2', { itemNumber: 'R', quantity: 1000 });
    await desk.ship(other, 'R', ['S1']);
    expect((await core.api.receive.needs.query({ source: { orderLineId }, quantity: 1000 })).serials).toEqual(
      ['S2'],
    );
  });

  it('offers a serial again when its return is taken back', async () => {
    const orderLineId = await returned(['S1']);
    const { actionId } = await desk.receive({ orderLineId }, 1, serialEntries('S1'));
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect((await core.api.receive.needs.query({ source: { orderLineId }, quantity: 1000 })).serials).toEqual(
      ['S1'],
    );
  });
});
