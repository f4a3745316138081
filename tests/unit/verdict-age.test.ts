import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Capture } from '../../src-main/domain/capture.ts';
import { stockKey, type StockKey } from '../../src-main/domain/stock-key.ts';
import { blankVerdict, locationStages } from '../../src-main/domain/verdict.ts';
import { post } from '../../src-main/store/ledger.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';

let desk: LedgerDesk;
beforeAll(() => {
  desk = openLedgerDesk();
  desk.store.change(() => {
    for (const stage of locationStages)
      desk.store.runSql(`INSERT INTO places (warehouse, location, stage) VALUES ('61', ?, ?)`, [
        stage,
        stage,
      ]);
  });
  for (const capture of ['None', 'Picking', 'Packing'] as const) desk.item(capture, capturing(capture));
  desk.item('Untracked', {});
});
afterAll(() => desk.remove());

const earlier = '2026-01-05T08:00:00.000Z';
const later = '2026-02-01T08:00:00.000Z';

/** Moves one unit a month later and says since when it has its verdict. */
function sinceAfterMove(from: StockKey, to: StockKey): string | undefined {
  desk.act((posting) => {
    posting.event('receipt');
    posting.put(from, 1000);
  });
  const { store } = desk;
  return store.change(() =>
    post(store, { user: 'tester', now: () => new Date(later) }, (posting) => {
      posting.event('move');
      const id = posting.move(posting.at(from)?.id ?? 0, to, 1000);
      const { since } = posting.row(id) ?? expect.fail('The unit is gone.');
      posting.event('adjustment');
      posting.take(id, 1000);
      return since;
    }),
  );
}

const key = (itemNumber: string, location: string, more: Partial<StockKey> = {}): StockKey =>
  stockKey({ itemNumber, warehouse: '61', location, ...more });

describe('since when a unit has its verdict', () => {
  it.each<Capture>(['None', 'Picking', 'Packing'])(
    'a blank under %s that moves keeps it where its verdict stays the same',
    (capture) => {
      const at = (stage: (typeof locationStages)[number]): string =>
        blankVerdict(
          { capture, blankReceiptAllowed: false, warehouseProcesses: true },
          { stage, openPick: false },
        );
      for (const from of locationStages)
        for (const to of locationStages)
          if (from !== to)
            expect(sinceAfterMove(key(capture, from), key(capture, to)), `${from} → ${to}`).toBe(
              at(from) === at(to) ? earlier : later,
            );
    },
  );

  it('what has a serial, cannot be read, or is not tracked keeps it wherever it moves', () => {
    const more = { serialNumber: 'S1' };
    expect(sinceAfterMove(key('Picking', 'Storage', more), key('Picking', 'Loaded', more))).toBe(earlier);
    const torn = { exceptionId: 1 };
    expect(sinceAfterMove(key('Picking', 'Storage', torn), key('Picking', 'Loaded', torn))).toBe(earlier);
    expect(sinceAfterMove(key('Untracked', 'Storage'), key('Untracked', 'Loaded'))).toBe(earlier);
  });

  it('a blank that is picked or gets its serial begins anew', () => {
    expect(sinceAfterMove(key('Picking', 'Storage'), key('Picking', 'Storage', { orderLineId: 1 }))).toBe(
      later,
    );
    expect(sinceAfterMove(key('Picking', 'Storage'), key('Picking', 'Storage', { serialNumber: 'S2' }))).toBe(
      later,
    );
    expect(sinceAfterMove(key('None', 'Storage'), key('None', 'Storage', { orderLineId: 1 }))).toBe(earlier);
  });
});
