import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloseScope } from '../../src-main/domain/close-gaps.ts';
import { serialKey } from '../../src-main/domain/serial-number.ts';
import { stockKey, stockKeyText } from '../../src-main/domain/stock-key.ts';
import { afterReversals } from '../../src-main/services/after-reversal.ts';
import { createCloseGapService, type CloseGapService } from '../../src-main/services/close-gaps.ts';
import { createItemLists } from '../../src-main/services/item-lists.ts';
import { createTransactionService, type TransactionService } from '../../src-main/services/transactions.ts';
import { stockDifferences, sumDifferences } from '../../src-main/store/ledger-check-queries.ts';
import { countStatements } from '../fixtures/count-statements.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';

interface GapDesk {
  readonly desk: LedgerDesk;
  readonly gaps: CloseGapService;
  readonly transactions: TransactionService;
}

function openGapDesk(): GapDesk {
  const desk = openLedgerDesk();
  const { store } = desk;
  store.pragma('synchronous = OFF');
  desk.item('A', capturing('Picking'));
  desk.item('B', capturing('None'));
  const context = {
    store,
    dataFolder: '',
    alone: <T>(work: () => Promise<T>) => work(),
    write: <T>(work: () => T) => new Promise<T>((resolve) => resolve(store.change(work))),
    user: 'tester',
    now: () => new Date('2026-02-01T08:00:00Z'),
  };
  return {
    desk,
    gaps: createCloseGapService(context, createItemLists(store)),
    transactions: createTransactionService(context, afterReversals(context)),
  };
}

const everything: CloseScope = { filter: { serial: 'all', search: '', conditions: [] } };

const locations = ['L1', 'L2', 'L3'] as const;
const batches = ['', 'B1', 'B2'] as const;

const stockPlan = fc.array(
  fc.record({
    item: fc.constantFrom('A', 'B'),
    location: fc.constantFrom(...locations),
    batch: fc.constantFrom(...batches),
    plate: fc.constantFrom('', 'LP-1'),
    held: fc.boolean(),
    units: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const linePlan = fc.array(
  fc.record({
    item: fc.constantFrom('A', 'a', 'B', 'C', ''),
    location: fc.constantFrom(...locations, '', ''),
    batch: fc.constantFrom(...batches, ''),
    serial: fc.constantFrom(
      'S1',
      's1',
      'S2',
      'S3',
      'S4',
      'S5',
      'S6',
      'K1',
      'R1-R3',
      'T9-T2',
      '',
      'Q1',
      'Q2',
      'Q3',
    ),
  }),
  { minLength: 1, maxLength: 20 },
);

/** All stock in one text, whatever the ids. */
const stockText = ({ stock }: LedgerDesk): string =>
  stock()
    .map(({ key, quantity }) => `${stockKeyText(key)} ${quantity}`)
    .sort()
    .join('\n');

describe('whatever is pasted', () => {
  it('every line is planned or a problem, and what is planned is what is captured', async () => {
    await fc.assert(
      fc.asyncProperty(stockPlan, linePlan, async (stock, lines) => {
        const { desk, gaps, transactions } = openGapDesk();
        try {
          desk.act((posting) => {
            posting.event('receipt');
            posting.put(
              stockKey({ itemNumber: 'A', warehouse: '61', location: 'L1', serialNumber: 'K1' }),
              1000,
            );
            for (const { item, location, batch, plate, held, units } of stock)
              posting.put(
                stockKey({
                  itemNumber: item,
                  warehouse: '61',
                  location,
                  batchNumber: batch,
                  licensePlate: plate,
                  orderLineId: held ? 5 : 0,
                }),
                units * 1000,
              );
          });
          const before = stockText(desk);
          const onHand = desk.stock().reduce((sum, { quantity }) => sum + quantity, 0);
          const block = [
            'Item number\tLocation\tBatch number\tSerial number',
            ...lines.map(({ item, location, batch, serial }) => [item, location, batch, serial].join('\t')),
          ].join('\n');
          const plan = gaps.plan({ scope: everything, block, reading: 'decide' });
          const { rows } = gaps.page({ planId: plan.planId, part: 'all', offset: 0, limit: 1000 });
          expect(rows).toHaveLength(plan.lines);
          expect(plan.planned + plan.problems).toBe(plan.lines);
          const filled = lines.flatMap((line, index) =>
            Object.values(line).join('') === '' ? [] : [index + 2],
          );
          expect([...new Set(rows.map(({ line }) => line))].sort((a, b) => a - b)).toEqual(filled);
          const planned = rows.filter(({ problem }) => problem === '');
          expect(planned).toHaveLength(plan.planned);
          expect(new Set(planned.map(({ serial }) => serialKey(serial))).size).toBeLessThanOrEqual(
            planned.length,
          );
          for (const row of planned) {
            const said = lines[row.line - 2];
            expect([row.itemNumber, '']).toContain(said?.item.toUpperCase());
            expect([row.location, '']).toContain(said?.location);
            expect([row.batchNumber, '']).toContain(said?.batch);
          }
          expect(stockText(desk)).toBe(before);
          if (plan.planned === 0) return;

          const { actionId, captured } = await gaps.apply({ planId: plan.planId, leaveOut: [] });
          expect(captured).toBe(plan.planned);
          const after = desk.stock();
          const serials = after.filter(({ capturedEvent }) => capturedEvent > 0);
          expect(
            serials.map(({ key }) => `${key.itemNumber} ${key.serialNumber} ${key.location}`).sort(),
          ).toEqual(
            planned.map(({ itemNumber, serial, location }) => `${itemNumber} ${serial} ${location}`).sort(),
          );
          for (const { quantity } of serials) expect(quantity).toBe(1000);
          expect(after.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(onHand);
          const blank = after
            .filter(({ key }) => key.serialNumber === '')
            .reduce((sum, { quantity }) => sum + quantity, 0);
          expect(blank).toBe(plan.blankLeft);
          expect(stockDifferences(desk.store, 5)).toEqual({ count: 0, first: [] });
          expect(sumDifferences(desk.store, 5)).toEqual({ count: 0, first: [] });
          await transactions.reverseAction(actionId);
          expect(stockText(desk)).toBe(before);
        } finally {
          desk.remove();
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('the oldest unit', () => {
  it('is closed first, by its age and not by its row', () => {
    const { desk, gaps } = openGapDesk();
    try {
      desk.act((posting) => {
        posting.event('receipt');
        const at = (location: string) => stockKey({ itemNumber: 'A', warehouse: '61', location });
        posting.put(at('L1'), 1000, 0, '2026-01-04T00:00:00.000Z');
        posting.put(at('L2'), 1000, 0, '2026-01-02T00:00:00.000Z');
        posting.put(at('L3'), 1000, 0, '2026-01-02T00:00:00.000Z');
      });
      const { planId } = gaps.plan({ scope: everything, block: 'S1 S2\nS3\nS4', reading: 'serials' });
      const { rows } = gaps.page({ planId, part: 'planned', offset: 0, limit: 10 });
      expect(
        rows.map(({ serial, location, since }) => `${serial} ${location} ${since.slice(0, 10)}`),
      ).toEqual(['S1 S2 L2 2026-01-02', 'S3 L3 2026-01-02', 'S4 L1 2026-01-04']);
    } finally {
      desk.remove();
    }
  });
});

describe('statements', () => {
  let gapDesk: GapDesk;
  beforeEach(() => {
    gapDesk = openGapDesk();
    gapDesk.desk.act((posting) => {
      posting.event('receipt');
      for (const itemNumber of ['A', 'B'])
        for (let place = 0; place < 400; place += 1)
          posting.put(stockKey({ itemNumber, warehouse: '61', location: `L${place}` }), 10_000);
    });
  });
  afterEach(() => gapDesk.desk.remove());

  it('are as many for a thousand lines as for ten', async () => {
    const { desk, gaps } = gapDesk;
    const run = async (lines: number): Promise<readonly [number, number]> => {
      const rows = Array.from(
        { length: lines },
        (_, at) => `${at % 2 === 0 ? 'A' : 'B'}\tL${at % 400}\tS${lines}X${at}`,
      );
      const block = ['Item number\tLocation\tSerial number', ...rows].join('\n');
      let planId = '';
      const planning = await countStatements(desk.store, () => {
        const plan = gaps.plan({ scope: everything, block, reading: 'decide' });
        expect(plan).toMatchObject({ planned: lines, problems: 0 });
        planId = plan.planId;
      });
      const applying = await countStatements(desk.store, () => gaps.apply({ planId, leaveOut: [] }));
      return [planning, applying];
    };
    const [plan, apply] = await run(10);
    expect(await run(1000)).toEqual([plan, apply]);
    expect(plan).toBeLessThan(15);
    expect(apply).toBeLessThan(30);
  });
});
