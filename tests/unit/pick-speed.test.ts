import { afterEach, beforeEach, expect, it } from 'vitest';
import { countStatements } from '../fixtures/count-statements.ts';
import { openFlowDesk, type FlowDesk } from '../fixtures/flow-desk.ts';
import { capturing } from '../fixtures/ledger-desk.ts';

let flow: FlowDesk;
beforeEach(() => {
  flow = openFlowDesk();
  flow.item('A', capturing('Picking'));
});
afterEach(() => flow.desk.remove());

let orders = 0;

/** Picks units of blank stock with a serial each, and says how many statements that took. */
async function pick(units: number): Promise<number> {
  const { store } = flow.desk;
  orders += 1;
  flow.desk.receive({ itemNumber: 'A' }, [], units);
  const { lineId } = flow.order('Sales', `SO-${orders}`, 'A', units);
  const workId = flow.work(lineId, 'BULK-1', units);
  return countStatements(store, () =>
    flow.pick.pick({
      workId,
      quantity: units * 1000,
      location: 'BULK-1',
      licensePlate: '',
      putLocation: 'STAGE',
      putLicensePlate: '',
      entries: Array.from({ length: units }, (_, index) => ({ serial: `S${orders}-${index}` })),
    }),
  );
}

it('picks serials with statements that grow no faster than their number', async () => {
  await pick(1);
  const [ten, hundred, thousand] = [await pick(10), await pick(100), await pick(1000)];
  expect((hundred - ten) / 90).toBeCloseTo((thousand - hundred) / 900, 1);
  expect((thousand - hundred) / 900).toBeLessThanOrEqual(5);
});

it(
  'picks 10,000 serials within 2 s, and as fast when there are some already',
  { timeout: 30_000 },
  async () => {
    for (const units of [10_000, 9_999]) {
      const start = performance.now();
      await pick(units);
      expect(performance.now() - start).toBeLessThan(2000);
    }
    const stock = flow.desk.stock('A');
    expect(stock).toHaveLength(19_999);
    expect(stock.every(({ key }) => key.location === 'STAGE' && key.serialNumber !== '')).toBe(true);
  },
);
