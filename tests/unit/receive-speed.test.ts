import { afterEach, beforeEach, expect, it } from 'vitest';
import { createReceiveService, type ReceiveService } from '../../src-main/services/receive.ts';
import { countStatements } from '../fixtures/count-statements.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';
import { serialEntries } from '../fixtures/receive-desk.ts';

let desk: LedgerDesk;
let service: ReceiveService;
beforeEach(() => {
  desk = openLedgerDesk();
  const { store } = desk;
  service = createReceiveService({
    store,
    dataFolder: '',
    alone: (work) => work(),
    write: (work) => Promise.resolve(store.change(work)),
    user: 'tester',
    now: () => new Date('2026-01-05T08:00:00Z'),
  });
});
afterEach(() => desk.remove());

/** Receives units, and says how many statements that took. */
async function receive(units: number): Promise<number> {
  return countStatements(desk.store, () =>
    service.receive({
      source: { itemNumber: 'A', warehouse: '61', document: 'purchase' },
      quantity: units * 1000,
      location: 'BULK-1',
      licensePlate: '',
      inventoryStatus: '',
      batchNumber: '',
      entries: [...serialEntries(...Array.from({ length: units }, (_, index) => `S${units}-${index}`))],
    }),
  );
}

it('receives serials with statements that grow no faster than their number', async () => {
  desk.item('A', capturing('None'));
  await receive(1);
  const [ten, hundred, thousand] = [await receive(10), await receive(100), await receive(1000)];
  expect((hundred - ten) / 90).toBeCloseTo((thousand - hundred) / 900, 1);
  expect((thousand - hundred) / 900).toBeLessThanOrEqual(3);
});

it(
  'receives 10,000 serials within 2 s, and as fast when there are some already',
  { timeout: 30_000 },
  async () => {
    desk.item('A', capturing('None'));
    for (const units of [10_000, 9_999]) {
      const start = performance.now();
      await receive(units);
      expect(performance.now() - start).toBeLessThan(2000);
    }
    expect(desk.stock('A')).toHaveLength(19_999);
  },
);
