import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stockKey, stockKeyText, type StockKey } from '../../src-main/domain/stock-key.ts';
import { capture, recordException } from '../../src-main/services/take-units.ts';
import { stockDifferences, sumDifferences } from '../../src-main/store/ledger-check-queries.ts';
import { postEach, type EachKind, type EachUnit } from '../../src-main/store/post-each.ts';
import { countStatements } from '../fixtures/count-statements.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';

const actor = { user: 'tester', now: () => new Date('2026-02-01T08:00:00Z') };

const places: readonly Partial<StockKey>[] = [
  { location: 'BULK-1' },
  { location: 'BULK-2', licensePlate: 'LP-1' },
  { location: 'PACK-1', orderLineId: 7 },
  { location: 'PACK-1', orderLineId: 7, containerId: 3 },
  { location: 'BULK-1', batchNumber: 'B1' },
  { location: '', inTransit: 1 },
];

const keyAt = (itemNumber: string, place: number): StockKey =>
  stockKey({ itemNumber, warehouse: place % 2 === 0 ? '61' : '62', ...places[place] });

/** A desk with blank units of two items at every place, so many at each. */
function deskWith(units: readonly number[]): LedgerDesk {
  const desk = openLedgerDesk();
  desk.store.pragma('synchronous = OFF');
  desk.item('A', capturing('Picking'));
  desk.item('B', capturing('None'));
  desk.act((posting) => {
    posting.event('receipt');
    for (const itemNumber of ['A', 'B'])
      for (const [place, some] of units.entries())
        if (some > 0) posting.put(keyAt(itemNumber, place), some * 1000);
  });
  return desk;
}

/** All that the data says of the stock, without the ids. */
function said({ store, stock }: LedgerDesk): unknown {
  const event = `SELECT e.kind || ' ' || e.at || ' ' || e.user || ' ' || e.reason AS event, count(*) AS times
    FROM inventory_events e GROUP BY 1 ORDER BY 1`;
  return {
    stock: stock()
      .map(({ key, quantity, capturedEvent, since }) => {
        const text = stockKeyText({ ...key, exceptionId: Math.sign(key.exceptionId) });
        return `${text} ${quantity} ${capturedEvent > 0} ${since}`;
      })
      .sort(),
    past: store.allSql(
      'SELECT item_number, warehouse, location, count(*) AS rows FROM past_on_hand GROUP BY 1, 2, 3',
    ),
    sums: store.allSql('SELECT * FROM on_hand_sums ORDER BY 1, 2, 3, 4'),
    marks: store.allSql('SELECT * FROM on_hand_marks ORDER BY 1, 2, 3, 4, 5'),
    events: store.allSql(event),
    moved: store.allSql(
      'SELECT quantity, count(*) AS times FROM inventory_transactions GROUP BY 1 ORDER BY 1',
    ),
  };
}

describe('very many units posted at once', () => {
  let desk: LedgerDesk;
  beforeEach(() => {
    desk = deskWith([3, 0, 2, 1, 0, 4]);
  });
  afterEach(() => desk.remove());

  const each = (stockId: number, units: number, serialNumber: string, reason = ''): EachUnit => ({
    stockId,
    units,
    serialNumber,
    reason,
  });

  it('refuses a row that is not blank any more, or holds less, and nothing of it stays', () => {
    const [row] = desk.stock('A');
    const id = row?.id ?? 0;
    const before = said(desk);
    const post = (units: readonly EachUnit[], kind: EachKind = 'capture'): unknown =>
      desk.store.change(() => postEach(desk.store, actor, kind, units));
    expect(() => post(['S1', 'S2', 'S3', 'S4'].map((serial) => each(id, 1, serial)))).toThrow(
      'not blank any more',
    );
    expect(() => post([each(id, 1, 'S1'), each(99_999, 1, 'S2')])).toThrow('not blank any more');
    expect(() => post([each(id, 4, '', 'Missing')], 'exception')).toThrow('not blank any more');
    expect(said(desk)).toEqual(before);
  });

  it('takes as many statements for a hundred units as for one', async () => {
    const run = (from: number, to: number): Promise<number> =>
      countStatements(desk.store, () => {
        const [row] = desk.stock('A').filter(({ key }) => key.serialNumber === '');
        const units = Array.from({ length: to - from }, (_, unit) =>
          each(row?.id ?? 0, 1, `S${from + unit}`),
        );
        desk.store.change(() => postEach(desk.store, actor, 'capture', units));
      });
    desk.act((posting) => {
      posting.event('receipt');
      posting.put(keyAt('A', 0), 1_000_000);
    });
    expect(await run(1, 101)).toBe(await run(101, 102));
  });
});

describe('what it says', () => {
  const units = fc.array(fc.integer({ min: 0, max: 4 }), {
    minLength: places.length,
    maxLength: places.length,
  });
  const chosen = fc.array(
    fc.record({
      item: fc.constantFrom('A', 'B'),
      place: fc.nat(places.length - 1),
      units: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it.each(['capture', 'exception'] as const)(
    'is what the ledger says of each %s by itself, and it adds up',
    (kind) => {
      fc.assert(
        fc.property(units, chosen, (standing, wanted) => {
          const [one, other] = [deskWith(standing), deskWith(standing)];
          try {
            const left = new Map<string, number>();
            const taken = wanted.flatMap(({ item, place, units: some }, index) => {
              const count = kind === 'capture' ? 1 : some;
              const key = `${item} ${place}`;
              const there = left.get(key) ?? standing[place] ?? 0;
              if (there < count) return [];
              left.set(key, there - count);
              return [{ key: keyAt(item, place), count, serial: kind === 'capture' ? `S${index}` : '' }];
            });
            if (taken.length === 0) return;
            const idOf = (desk: LedgerDesk, key: StockKey): number =>
              desk.stock().find((row) => stockKeyText(row.key) === stockKeyText(key))?.id ?? 0;
            const each = taken.map(({ key, count, serial }) => ({
              stockId: idOf(one, key),
              units: count,
              serialNumber: serial,
              reason: 'because',
            }));
            one.store.change(() => postEach(one.store, actor, kind, each));
            const ids = taken.map(({ key }) => idOf(other, key));
            other.act((posting) => {
              for (const [index, { key, count, serial }] of taken.entries()) {
                const id = ids[index] ?? 0;
                if (kind === 'capture') capture(posting, id, key, serial, { reason: 'because' });
                else if (count === 1) recordException(posting, id, key, 'because', undefined);
                else {
                  const exceptionId = posting.event('exception', { reason: 'because' });
                  posting.take(id, count * 1000);
                  posting.put({ ...key, exceptionId }, count * 1000);
                }
              }
            });
            // The fixture posts at another time.
            const text = (desk: LedgerDesk): string =>
              JSON.stringify(said(desk)).replaceAll('2026-01-05', '2026-02-01');
            expect(text(one)).toEqual(text(other));
            for (const { store } of [one, other]) {
              expect(stockDifferences(store, 5)).toEqual({ count: 0, first: [] });
              expect(sumDifferences(store, 5)).toEqual({ count: 0, first: [] });
            }
          } finally {
            one.remove();
            other.remove();
          }
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );
});
