import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { capturing } from '../fixtures/ledger-desk.ts';

let flow: FlowDesk;
let order: ReturnType<FlowDesk['order']>;
let workId: number;
let returnLine: number;
beforeEach(() => {
  flow = openFlowDesk();
  flow.item('A', capturing('Picking'));
  order = flow.order('Sales', 'SO-1', 'A', 5);
  workId = flow.work(order.lineId, 'BULK-1', 5);
  returnLine = flow.order('Return', 'RMA-1', 'A', 5, order.lineId).lineId;
});
afterEach(() => flow.desk.remove());

/** Receives a blank unit and picks it with a serial. Answers the pick's action. */
async function picked(serial: string): Promise<number> {
  flow.desk.receive({ itemNumber: 'A' }, [], 1);
  const { actionId } = await flow.pick.pick({
    workId,
    quantity: 1000,
    location: 'BULK-1',
    licensePlate: '',
    putLocation: 'STAGE',
    putLicensePlate: '',
    entries: [{ serial }],
  });
  return actionId ?? 0;
}

async function ship(): Promise<number> {
  return (await flow.ship.confirm({ orderId: order.orderId, registered: [] })).actionId ?? 0;
}

const offered = (): readonly string[] => flow.receive.needs({ orderLineId: returnLine }, 1000).serials;

it('offers what the order shipped, and not what was captured anew since', async () => {
  await picked('S1');
  await ship();
  expect(offered()).toEqual(['S1']);
  const again = await picked('s1');
  expect(offered()).toEqual([]);
  await flow.transactions.reverseAction(again);
  expect(offered()).toEqual(['S1']);
});

it('offers it still where a second capture and shipment of it were both taken back', async () => {
  await picked('S1');
  await ship();
  const [again, left] = [await picked('S1'), await ship()];
  await flow.transactions.reverseAction(left);
  await flow.transactions.reverseAction(again);
  expect(offered()).toEqual(['S1']);
});
