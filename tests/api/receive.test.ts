import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReceiptDocument } from '../../src-main/domain/receive.ts';
import { problemOf, type TestCore } from '../fixtures/core.ts';
import { openReceiveDesk, serialEntries, type ReceiveDesk } from '../fixtures/receive-desk.ts';
import { ledgerEvents, rowsOf, stockWords } from '../fixtures/stock-words.ts';

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

const documents: readonly ReceiptDocument[] = ['purchase', 'production', 'return'];
const orderKinds = { purchase: 'Purchase', production: 'Production', return: 'Return' } as const;
const from = (itemNumber: string, document: ReceiptDocument = 'purchase') => ({
  itemNumber,
  warehouse: '61',
  document,
});
const needs = (itemNumber: string, units: number, document: ReceiptDocument = 'purchase') =>
  core.api.receive.needs.query({ source: { itemNumber, document }, quantity: units * 1000 });

describe.each(documents)('a %s receipt', (document) => {
  it.each(['None', 'NoneBlank'])(
    'asks a serial for each unit under %s, and names item and line',
    async (policy) => {
      const item = `A-${policy}`;
      expect(await needs(item, 2, document)).toMatchObject({
        needed: 2,
        maximum: 2,
        notReadable: policy === 'NoneBlank',
        sentence: 'One serial number for each unit.',
      });
      const kind = orderKinds[document];
      const [, lineId = 0] = await desk.order(
        kind,
        'D-1',
        { itemNumber: 'A-No', quantity: 1000 },
        { itemNumber: item, quantity: 2000 },
      );
      const source = { orderLineId: lineId };
      expect(await problemOf(desk.receive(source, 2))).toMatchObject({
        sentence: `${item} on line 2 of D-1 needs 2 serial numbers; 0 are entered.`,
        path: 'entries',
      });
      expect((await problemOf(desk.receive(source, 2, serialEntries('1')))).sentence).toBe(
        `${item} on line 2 of D-1 needs 2 serial numbers; 1 is entered.`,
      );
      expect((await problemOf(desk.receive(source, 2, serialEntries('1', '2', '3')))).sentence).toBe(
        `3 serial numbers were entered for 2 of ${item} on line 2 of D-1.`,
      );
      expect(await stockWords(core, item)).toEqual([]);
      await desk.receive(source, 2, serialEntries(' S1 ', 's2'));
      expect(await stockWords(core, item)).toEqual(['BULK-1 - S1 1', 'BULK-1 - s2 1']);
      expect(await ledgerEvents(core, item)).toEqual([document === 'return' ? 'return-receipt' : 'receipt']);
    },
  );

  it.each(['Picking', 'Packing'])('leaves units blank under %s and refuses a serial', async (policy) => {
    const item = `A-${policy}`;
    expect(await needs(item, 2, document)).toMatchObject({
      needed: 0,
      maximum: 0,
      notReadable: false,
      sentence: `No serial number is asked here: it is captured at ${policy.toLowerCase()}.`,
    });
    expect((await problemOf(desk.receive(from(item, document), 2, serialEntries('S1')))).sentence).toContain(
      `${item} gets its serial numbers at ${policy.toLowerCase()}`,
    );
    expect((await problemOf(desk.receive(from(item, document), 1, [{ notReadable: 'torn' }]))).sentence).toBe(
      `${item} gets its serial numbers at ${policy.toLowerCase()}; receiving leaves them blank.`,
    );
    await desk.receive(from(item, document), 2);
    expect(await stockWords(core, item)).toEqual(['BULK-1 - - 2']);
  });

  it.each([
    ['No', 'This item is not tracked by serial number.'],
    ['ASP', 'The serial number is registered on the sales document, not on stock.'],
  ])('asks nothing of an item under %s and refuses a serial', async (policy, sentence) => {
    const item = `A-${policy}`;
    expect(await needs(item, 2, document)).toMatchObject({ needed: 0, maximum: 0, sentence });
    expect(await problemOf(desk.receive(from(item, document), 2, serialEntries('S1')))).toMatchObject({
      sentence: `${item} is not tracked by serial number on stock, so none is received.`,
      path: 'entries',
    });
    await desk.receive(from(item, document), 2.5);
    expect(await stockWords(core, item)).toEqual(['BULK-1 - - 2.5']);
  });

  it('numbers the units where the number group generates, passing over numbers in use', async () => {
    await desk.item('G', 'None', { serialNumberGroup: 'sn' });
    await desk.item('H', 'None');
    await desk.receive(from('G', 'purchase'), 1, serialEntries('SN-000002'));
    expect(await needs('G', 3, document)).toMatchObject({
      needed: 0,
      maximum: 0,
      generatedBy: 'SN',
      sentence: 'Number group SN will make the serial numbers.',
    });
    const { generated, actionId } = await desk.receive(from('G', document), 3);
    expect(generated).toEqual(['SN-000001', 'SN-000003', 'SN-000004']);
    expect(await stockWords(core, 'G')).toHaveLength(4);
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await stockWords(core, 'G')).toEqual(['BULK-1 - SN-000002 1']);
    expect((await desk.receive(from('G', document), 1)).generated).toEqual(['SN-000005']);
  });

  it('generates nothing under Picking, and says so', async () => {
    await desk.item('G', 'Picking', { serialNumberGroup: 'SN' });
    expect((await needs('G', 1, document)).sentence).toBe(
      'No serial number is asked here: it is captured at picking. Number group SN makes none here.',
    );
    expect((await desk.receive(from('G', document), 2)).generated).toEqual([]);
    expect(await stockWords(core, 'G')).toEqual(['BULK-1 - - 2']);
  });

  it('ignores Capture without warehouse management processes', async () => {
    await desk.item('W', 'Picking', { storageDimensionGroup: 'Plain' });
    expect(await needs('W', 2, document)).toMatchObject({ needed: 0, maximum: 2, capturesNew: true });
    await desk.receive(from('W', document), 2, serialEntries('S1'));
    expect(await stockWords(core, 'W')).toEqual(['BULK-1 - - 1', 'BULK-1 - S1 1']);
    await desk.item('V', 'None', { storageDimensionGroup: 'Plain' });
    expect(await needs('V', 2, document)).toMatchObject({ needed: 2 });
    expect((await problemOf(desk.receive(from('V', document), 2))).sentence).toBe(
      'V needs 2 serial numbers; 0 are entered.',
    );
  });
});

describe('quantities', () => {
  it('asks three serials for a box of 3, and one box of what is left', async () => {
    await desk.item('B', 'None', { units: [{ unit: 'box', quantity: 3000 }] });
    const [lineId = 0] = await desk.order('Purchase', 'PO-1', {
      itemNumber: 'B',
      quantity: 2000,
      unit: 'box',
    });
    const source = { orderLineId: lineId };
    expect(await core.api.receive.needs.query({ source, quantity: 3000 })).toMatchObject({
      needed: 3,
      open: 6000,
      units: [{ unit: 'box', quantity: 3000 }],
    });
    expect((await problemOf(desk.receive(source, 3, serialEntries('1', '2')))).sentence).toContain(
      'needs 3 serial numbers',
    );
    await desk.receive(source, 3, serialEntries('1', '2', '3'));
    expect((await core.api.receive.needs.query({ source, quantity: 0 })).open).toBe(3000);
    expect(await problemOf(desk.receive(source, 4, serialEntries('4', '5', '6', '7')))).toMatchObject({
      sentence: 'Only 3 of B are left to receive on line 1 of PO-1.',
      path: 'quantity',
    });
    await desk.receive(source, 3, serialEntries('4', '5', '6'));
    expect((await problemOf(desk.receive(source, 1, serialEntries('7')))).sentence).toBe(
      'Nothing of B is left to receive on line 1 of PO-1.',
    );
  });

  it('refuses a part of a unit that needs a serial, a sales order, an unknown line and an unknown item', async () => {
    expect(await problemOf(desk.receive(from('A-Picking'), 0.5))).toMatchObject({ path: 'quantity' });
    const [lineId = 0] = await desk.order('Sales', 'SO-1', { itemNumber: 'A-No', quantity: 1000 });
    expect((await problemOf(desk.receive({ orderLineId: lineId }, 1))).sentence).toBe(
      'SO-1 is a sales order: it is picked and shipped, not received.',
    );
    expect((await problemOf(desk.receive({ orderLineId: 999 }, 1))).code).toBe('not-found');
    expect(await problemOf(desk.receive(from('X'), 1))).toMatchObject({
      code: 'not-found',
      path: 'source.itemNumber',
    });
  });

  it('costs no number of the group when it is refused', async () => {
    await desk.item('G', 'None', { serialNumberGroup: 'SN' });
    const [lineId = 0] = await desk.order('Purchase', 'PO-1', { itemNumber: 'G', quantity: 2000 });
    const source = { orderLineId: lineId };
    await problemOf(desk.receive(source, 3));
    await problemOf(desk.receive(source, 0.5));
    await problemOf(desk.receive(source, 2, serialEntries('G')));
    await problemOf(desk.receive(from('G'), 100_001));
    expect((await desk.receive(source, 2)).generated).toEqual(['SN-000001', 'SN-000002']);
  });
});

describe('serials', () => {
  it('are checked again at commit, when stock appeared in between', async () => {
    const scope = { kind: 'receive' } as const;
    const check = await core.api.serials.check.mutate({
      itemNumber: 'A-None',
      text: 'S1',
      scope,
      capturesNew: true,
    });
    expect(check.answers).toMatchObject([{ ok: true }]);
    await desk.receive(from('A-None'), 1, serialEntries('s1'));
    expect(await problemOf(desk.receive(from('A-None'), 2, serialEntries('N', 'S1')))).toMatchObject({
      sentence: 'S1 stands elsewhere: Warehouse 61, location BULK-1.',
      path: 'entries.1',
    });
    expect(await stockWords(core, 'A-None')).toEqual(['BULK-1 - s1 1']);
    expect((await problemOf(desk.receive(from('A-None'), 2, serialEntries('D', 'd')))).sentence).toBe(
      'd is entered twice.',
    );
  });

  it('are not needed for a label that cannot be read, where blank receipt is allowed only', async () => {
    const entries = [{ serial: 'S1' }, { notReadable: 'Label torn' }];
    expect(await problemOf(desk.receive(from('A-None'), 2, entries))).toMatchObject({
      sentence: 'A-None is not received without a readable label: Blank receipt allowed is off.',
    });
    await desk.receive(from('A-NoneBlank'), 2, entries);
    expect(await stockWords(core, 'A-NoneBlank')).toEqual(['BULK-1 - - 1', 'BULK-1 - S1 1']);
    expect(await ledgerEvents(core, 'A-NoneBlank')).toEqual(['exception', 'receipt']);
  });
});

describe('undo', () => {
  it('takes the serials out of the stock and opens the line again', async () => {
    const [lineId = 0] = await desk.order('Purchase', 'PO-1', { itemNumber: 'A-NoneBlank', quantity: 3000 });
    const source = { orderLineId: lineId };
    const { actionId } = await desk.receive(source, 3, [...serialEntries('1', '2'), { notReadable: 'torn' }]);
    await core.api.stock.reverseAction.mutate({ actionId: actionId ?? 0 });
    expect(await rowsOf(core, 'A-NoneBlank')).toEqual([]);
    expect((await core.api.receive.needs.query({ source, quantity: 0 })).open).toBe(3000);
    await desk.receive(source, 3, serialEntries('1', '2', '3'));
    expect(await stockWords(core, 'A-NoneBlank')).toHaveLength(3);
  });
});

describe('what waits', () => {
  it('lists open orders and their lines, and finds an order, an item and its barcode by a scan', async () => {
    await desk.item('B', 'None', { gtin: '4006381333931' });
    const [first = 0] = await desk.order(
      'Purchase',
      'PO-1',
      { itemNumber: 'B', quantity: 1000 },
      { itemNumber: 'A-No', quantity: 2000 },
    );
    await desk.order('Sales', 'SO-1', { itemNumber: 'B', quantity: 1000 });
    await desk.order('Return', 'RMA-1', { itemNumber: 'A-No', quantity: 1000 });
    const orders = await core.api.receive.orders.query({ search: '' });
    expect(orders.map(({ number, openLines }) => [number, openLines])).toEqual([
      ['RMA-1', 1],
      ['PO-1', 2],
    ]);
    expect(await core.api.receive.orders.query({ search: 'rma' })).toHaveLength(1);
    const orderId = orders[1]?.id ?? 0;
    const find = (text: string, within?: number) =>
      core.api.receive.find.query({ text, ...(within !== undefined && { orderId: within }) });
    expect(await find(' po-1 ')).toMatchObject({ orders: [{ id: orderId }], item: null, problem: '' });
    expect(await find('b', orderId)).toMatchObject({ item: { itemNumber: 'B' }, lines: [{ id: first }] });
    expect(await find('04006381333931')).toMatchObject({ item: { itemNumber: 'B' }, lines: [] });
    expect(await find(']C101040063813339311012AB\u001D21S1')).toMatchObject({
      item: { itemNumber: 'B' },
      batchNumber: '12AB',
    });
    expect((await find('SO-1')).problem).toContain('is a sales order');
    expect((await find('?')).problem).toBe('There is no order and no item ?.');

    await desk.receive({ orderLineId: first }, 1, serialEntries('S1'));
    const order = await core.api.receive.order.query({ orderId });
    expect(order.lines.map(({ lineNumber, open }) => [lineNumber, open])).toEqual([[2, 2000]]);
    await desk.receive({ orderLineId: order.lines[0]?.id ?? 0 }, 2);
    expect(await core.api.receive.orders.query({ search: '' })).toHaveLength(1);
    expect((await find('PO-1')).problem).toBe('Nothing is left to receive of PO-1.');
  });
});
