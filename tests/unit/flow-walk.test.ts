import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Capture } from '../../src-main/domain/capture.ts';
import type { SerialEntry } from '../../src-main/domain/serial-entry.ts';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { capturing } from '../fixtures/ledger-desk.ts';

let flow: FlowDesk;
beforeEach(() => {
  flow = openFlowDesk();
});
afterEach(() => flow.desk.remove());

const serials = (...texts: readonly string[]): readonly SerialEntry[] => texts.map((serial) => ({ serial }));

/** What stands where: `warehouse location serial units` and how it is held, a row each. */
const seen = (): readonly string[] =>
  flow.desk
    .stock()
    .map(({ key, quantity }) =>
      [
        key.warehouse,
        key.location || '-',
        key.serialNumber || '(blank)',
        quantity / 1000,
        ...(key.inTransit === 1
          ? ['in transit']
          : key.containerId
            ? ['packed']
            : key.orderLineId
              ? ['picked']
              : []),
      ].join(' '),
    )
    .sort();

const to = { putLocation: 'STAGE', putLicensePlate: '' };
const at = { location: 'BULK-1', licensePlate: '' };

/** Receives three units by a purchase order; the entries are what the page would have asked for. */
const received = async (capture: Capture, entries: readonly SerialEntry[]): Promise<void> => {
  flow.item('A', capturing(capture));
  const { lineId } = flow.order('Purchase', 'PO-1', 'A', 3);
  await flow.receive.receive({
    source: { orderLineId: lineId },
    quantity: 3000,
    ...at,
    inventoryStatus: '',
    batchNumber: '',
    entries: [...entries],
  });
};

describe('a sales order', () => {
  const walk = async (
    capture: Capture,
    asked: {
      readonly receive: readonly string[];
      readonly pick: readonly string[];
      readonly pack: readonly string[];
    },
  ): Promise<readonly (readonly string[])[]> => {
    const steps: (readonly string[])[] = [];
    await received(capture, serials(...asked.receive));
    steps.push(seen());
    const { orderId, lineId } = flow.order('Sales', 'SO-1', 'A', 2);
    const workId = flow.work(lineId, 'BULK-1', 2);
    const needs = flow.pick.needs({ workId, quantity: 2000, ...at });
    expect(needs.needed).toBe(asked.pick.length);
    await flow.pick.pick({ workId, quantity: 2000, ...at, ...to, entries: [...serials(...asked.pick)] });
    steps.push(seen());
    const container = await flow.pack.open({ orderId, number: 'C-1', warehouse: '61', location: 'PACK' });
    expect(flow.pack.needs({ containerId: container.id, orderLineId: lineId, quantity: 2000 }).needed).toBe(
      asked.pack.length,
    );
    await flow.pack.pack({
      containerId: container.id,
      orderLineId: lineId,
      quantity: 2000,
      entries: [...serials(...asked.pack)],
    });
    steps.push(seen());
    await flow.pack.close(container.id);
    await flow.ship.confirm({ orderId, registered: [] });
    steps.push(seen());
    return steps;
  };

  it('is asked at receiving under None, and which ones at picking', async () => {
    expect(await walk('None', { receive: ['S1', 'S2', 'S3'], pick: ['S1', 'S3'], pack: [] })).toEqual([
      ['61 BULK-1 S1 1', '61 BULK-1 S2 1', '61 BULK-1 S3 1'],
      ['61 BULK-1 S2 1', '61 STAGE S1 1 picked', '61 STAGE S3 1 picked'],
      ['61 BULK-1 S2 1', '61 PACK S1 1 packed', '61 PACK S3 1 packed'],
      ['61 BULK-1 S2 1'],
    ]);
  });

  it('is asked at picking under Picking, and not again', async () => {
    expect(await walk('Picking', { receive: [], pick: ['S1', 'S2'], pack: [] })).toEqual([
      ['61 BULK-1 (blank) 3'],
      ['61 BULK-1 (blank) 1', '61 STAGE S1 1 picked', '61 STAGE S2 1 picked'],
      ['61 BULK-1 (blank) 1', '61 PACK S1 1 packed', '61 PACK S2 1 packed'],
      ['61 BULK-1 (blank) 1'],
    ]);
  });

  it('is asked at packing under Packing', async () => {
    expect(await walk('Packing', { receive: [], pick: [], pack: ['S1', 'S2'] })).toEqual([
      ['61 BULK-1 (blank) 3'],
      ['61 BULK-1 (blank) 1', '61 STAGE (blank) 2 picked'],
      ['61 BULK-1 (blank) 1', '61 PACK S1 1 packed', '61 PACK S2 1 packed'],
      ['61 BULK-1 (blank) 1'],
    ]);
  });
});

describe('a transfer order', () => {
  it('carries the serial that was captured at picking, and asks nothing at the destination', async () => {
    await received('Picking', []);
    const { orderId, lineId } = flow.order('Transfer', 'TO-1', 'A', 2);
    const workId = flow.work(lineId, 'BULK-1', 2);
    await flow.pick.pick({ workId, quantity: 2000, ...at, ...to, entries: [...serials('S1', 'S2')] });
    const { actionId } = await flow.ship.confirm({ orderId, registered: [] });
    expect(seen()).toEqual(['61 - S1 1 in transit', '61 - S2 1 in transit', '61 BULK-1 (blank) 1']);
    const source = { orderLineId: lineId };
    expect(flow.receive.needs(source, 2000)).toMatchObject({
      needed: 0,
      serials: ['S1', 'S2'],
      warehouse: '62',
    });
    const arrived = { source, quantity: 2000, ...at, inventoryStatus: '', batchNumber: '', entries: [] };
    const receipt = await flow.receive.receive(arrived);
    expect(seen()).toEqual(['61 BULK-1 (blank) 1', '62 BULK-1 S1 1', '62 BULK-1 S2 1']);
    await expect(flow.transactions.reverseAction(actionId ?? 0)).rejects.toThrow('cannot be reversed');
    await flow.transactions.reverseAction(receipt.actionId ?? 0);
    await flow.transactions.reverseAction(actionId ?? 0);
    expect(seen()).toEqual(['61 BULK-1 (blank) 1', '61 STAGE S1 1 picked', '61 STAGE S2 1 picked']);
  });
});

describe('shipping and closing', () => {
  it('takes Packing units only out of closed containers, and closes none that lacks a serial', async () => {
    await received('Packing', []);
    const { orderId, lineId } = flow.order('Sales', 'SO-1', 'A', 2);
    const workId = flow.work(lineId, 'BULK-1', 2);
    await flow.pick.pick({ workId, quantity: 2000, ...at, ...to, entries: [] });
    await expect(flow.ship.confirm({ orderId, registered: [] })).rejects.toThrow(
      '2 of A on line 1 of SO-1 are picked but not packed.',
    );
    const { id: containerId } = await flow.pack.open({
      orderId,
      number: '',
      warehouse: '61',
      location: 'PACK',
    });
    const packing = { containerId, orderLineId: lineId, quantity: 2000 };
    await expect(flow.pack.pack({ ...packing, entries: [...serials('S1')] })).rejects.toThrow(
      'A needs 2 serial numbers; 1 is entered.',
    );
    const { actionId } = await flow.pack.pack({ ...packing, entries: [...serials('S1', 'S2')] });
    await expect(flow.ship.confirm({ orderId, registered: [] })).rejects.toThrow('Close C-000001 first.');
    const { events } = flow.transactions.list({ serial: 'S1' }, 0, 10);
    await flow.transactions.reverse(events[0]?.id ?? 0);
    await expect(flow.pack.close(containerId)).rejects.toThrow('1 unit of A lacks a serial number.');
    await expect(flow.transactions.reverseAction(actionId ?? 0)).resolves.toBeTruthy();
    expect(seen()).toEqual(['61 BULK-1 (blank) 1', '61 STAGE (blank) 2 picked']);
  });

  it('keeps the serial of what is unpacked and put back', async () => {
    await received('Picking', []);
    const { orderId, lineId } = flow.order('Sales', 'SO-1', 'A', 2);
    const workId = flow.work(lineId, 'BULK-1', 2);
    await flow.pick.pick({ workId, quantity: 2000, ...at, ...to, entries: [...serials('S1', 'S2')] });
    const { id: containerId } = await flow.pack.open({
      orderId,
      number: '',
      warehouse: '61',
      location: 'PACK',
    });
    await flow.pack.pack({ containerId, orderLineId: lineId, quantity: 2000, entries: [] });
    await flow.pack.unpack({ containerId, orderLineId: lineId, quantity: 1000, entries: [...serials('S2')] });
    await flow.pick.reduce({
      orderLineId: lineId,
      quantity: 1000,
      putLocation: 'BULK-1',
      putLicensePlate: '',
      entries: [],
    });
    expect(seen()).toEqual(['61 BULK-1 (blank) 1', '61 BULK-1 S2 1', '61 PACK S1 1 packed']);
  });

  it('gives open work back when a pick is reversed, and gives the rest up in a short pick', async () => {
    await received('Picking', []);
    const { lineId } = flow.order('Sales', 'SO-1', 'A', 3);
    const workId = flow.work(lineId, 'BULK-1', 3);
    const { actionId } = await flow.pick.pick({
      workId,
      quantity: 1000,
      ...at,
      ...to,
      entries: [...serials('S1')],
      shortReason: 'Two units missing',
    });
    expect(flow.pick.work(undefined)).toEqual([]);
    await flow.transactions.reverseAction(actionId ?? 0);
    expect(flow.pick.work(undefined).map(({ remaining }) => remaining)).toEqual([3000]);
    expect(seen()).toEqual(['61 BULK-1 (blank) 3']);
  });
});

describe('Active in sales process', () => {
  const salesProcess = (capture: Capture): void =>
    flow.item('A', { 'serialNumber.activeInSalesProcess': true, captureSerialNumber: capture });

  it.each([
    ['Picking', 'pick'],
    ['Packing', 'close'],
    ['None', 'slip'],
  ] as const)('registers on the sales line under %s, never on the stock', async (capture, step) => {
    salesProcess(capture);
    flow.desk.receive({ itemNumber: 'A' }, [], 3);
    const { orderId, lineId } = flow.order('Sales', 'SO-1', 'A', 2);
    const workId = flow.work(lineId, 'BULK-1', 2);
    const entries = [...serials('S1', 'S2')];
    const picked = { workId, quantity: 2000, ...at, ...to };
    if (step === 'pick')
      await expect(flow.pick.pick({ ...picked, entries: [] })).rejects.toThrow('2 serial numbers');
    await flow.pick.pick({ ...picked, entries: step === 'pick' ? entries : [] });
    const { id: containerId } = await flow.pack.open({
      orderId,
      number: '',
      warehouse: '61',
      location: 'PACK',
    });
    await flow.pack.pack({ containerId, orderLineId: lineId, quantity: 2000, entries: [] });
    if (step === 'close') {
      await expect(flow.pack.close(containerId)).rejects.toThrow(
        '2 units of A lack a serial number on the sales line.',
      );
      await flow.pack.register({ containerId, orderLineId: lineId, entries });
    }
    await flow.pack.close(containerId);
    expect(seen()).toEqual(['61 BULK-1 (blank) 1', '61 PACK (blank) 2 packed']);
    await expect(
      flow.ship.confirm({
        orderId,
        registered: [{ orderLineId: lineId, entries: [...entries, ...serials('S3')] }],
      }),
    ).rejects.toThrow(
      step === 'slip' ? '3 serial numbers were entered for 2' : 'not registered at the packing slip',
    );
    await flow.ship.confirm({
      orderId,
      registered: step === 'slip' ? [{ orderLineId: lineId, entries }] : [],
    });
    expect(seen()).toEqual(['61 BULK-1 (blank) 1']);
    expect(flow.desk.store.allSql('SELECT serial_number AS s FROM document_serials ORDER BY 1')).toEqual([
      { s: 'S1' },
      { s: 'S2' },
    ]);
  });
});
