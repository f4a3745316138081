import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { capturing } from '../fixtures/ledger-desk.ts';

let flow: FlowDesk;
beforeEach(() => {
  flow = openFlowDesk();
  flow.item('A', capturing('Packing'));
});
afterEach(() => flow.desk.remove());

let orders = 0;

/** Picks units of blank stock for an order and opens a container for them. */
async function picked(
  units: number,
): Promise<{ readonly orderId: number; readonly pack: () => Promise<unknown> }> {
  orders += 1;
  const number = `SO-${orders}`;
  flow.desk.receive({ itemNumber: 'A' }, [], units);
  const { orderId, lineId } = flow.order('Sales', number, 'A', units);
  const quantity = units * 1000;
  await flow.pick.pick({
    workId: flow.work(lineId, 'BULK-1', units),
    quantity,
    location: 'BULK-1',
    licensePlate: '',
    putLocation: 'STAGE',
    putLicensePlate: '',
    entries: [],
  });
  const { id } = await flow.pack.open({ orderId, number: '', warehouse: '61', location: 'PACK' });
  const entries = Array.from({ length: units }, (_, index) => ({ serial: `${number}-${index}` }));
  return {
    orderId,
    pack: async () => {
      await flow.pack.pack({ containerId: id, orderLineId: lineId, quantity, entries });
      await flow.pack.close(id);
    },
  };
}

/** Says how many statements some work took. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { store } = flow.desk;
  const { allSql, runSql } = store;
  let statements = 0;
  Object.assign(store, {
    allSql: (...call: Parameters<typeof allSql>) => {
      statements += 1;
      return allSql(...call);
    },
    runSql: (...call: Parameters<typeof runSql>) => {
      statements += 1;
      return runSql(...call);
    },
  });
  await work();
  Object.assign(store, { allSql, runSql });
  return statements;
}

it('packs, closes and ships serials with statements that grow no faster than their number', async () => {
  const counts: (readonly [packed: number, shipped: number])[] = [];
  for (const units of [10, 100, 1000]) {
    const { orderId, pack } = await picked(units);
    const packed = await statementsOf(pack);
    counts.push([packed, await statementsOf(() => flow.ship.confirm({ orderId, registered: [] }))]);
  }
  for (const step of [0, 1] as const) {
    const [ten = 0, hundred = 0, thousand = 0] = counts.map((count) => count[step]);
    expect((hundred - ten) / 90).toBeCloseTo((thousand - hundred) / 900, 1);
    expect((thousand - hundred) / 900).toBeLessThanOrEqual(5);
  }
});

it(
  'packs 10,000 serials within 2 s and ships them within 2 s, and as fast when there are some already',
  { timeout: 60_000 },
  async () => {
    for (const units of [10_000, 9_999]) {
      const { orderId, pack } = await picked(units);
      let start = performance.now();
      await pack();
      expect(performance.now() - start).toBeLessThan(2000);
      expect(flow.pack.containers(orderId)).toMatchObject([{ rowCount: units, closed: true }]);
      start = performance.now();
      await flow.ship.confirm({ orderId, registered: [] });
      expect(performance.now() - start).toBeLessThan(2000);
    }
    expect(flow.desk.stock('A')).toEqual([]);
  },
);
