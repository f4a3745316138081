import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stockKey, stockKeyText } from '../../src-main/domain/stock-key.ts';
import { stockByIdEver, type StockRow } from '../../src-main/store/stock-rows.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';

let desk: LedgerDesk;

beforeEach(() => {
  desk = openLedgerDesk();
  desk.item('A', capturing('Picking'));
});
afterEach(() => desk.remove());

const sums = (): unknown =>
  desk.store.allSql('SELECT warehouse, blank, rows, quantity FROM on_hand_sums ORDER BY warehouse, blank');

/** Rows whose transactions do not add up to their quantity. */
const unbalanced = (): readonly unknown[] =>
  desk.store.allSql(
    `SELECT t.stock_id, sum(t.quantity), o.quantity FROM inventory_transactions t
     LEFT JOIN on_hand o ON o.id = t.stock_id GROUP BY t.stock_id
     HAVING sum(t.quantity) <> coalesce(o.quantity, 0)`,
  );

describe('posting', () => {
  it('splits a unit off its blank row, and keeps the sums', () => {
    desk.receive({ itemNumber: 'A' }, [], 3);
    const [blank] = desk.stock();
    desk.act((posting) => {
      const event = posting.event('capture');
      posting.take(blank?.id ?? 0, 1000);
      posting.put(
        { ...stockKey({ itemNumber: 'A', warehouse: '61', location: 'BULK-1' }), serialNumber: 'S1' },
        1000,
        event,
      );
    });
    expect(
      desk.stock().map(({ key, quantity, capturedEvent }) => [key.serialNumber, quantity, capturedEvent]),
    ).toEqual([
      ['', 2000, 0],
      ['S1', 1000, 2],
    ]);
    expect(sums()).toEqual([
      { warehouse: '61', blank: 0, rows: 1, quantity: 1000 },
      { warehouse: '61', blank: 1, rows: 1, quantity: 2000 },
    ]);
    expect(unbalanced()).toEqual([]);
  });

  it('keeps a row that came to nothing as past, and never gives its id again', () => {
    desk.receive({ itemNumber: 'A' }, ['S1']);
    const [row] = desk.stock();
    const id = row?.id ?? 0;
    desk.act((posting) => {
      posting.event('ship');
      posting.take(id, 1000);
    });
    expect(desk.stock()).toEqual([]);
    expect(stockByIdEver(desk.store, id)).toMatchObject({ id, quantity: 0, key: { serialNumber: 'S1' } });
    desk.receive({ itemNumber: 'A' }, ['S1']);
    expect(desk.stock()[0]?.id).toBeGreaterThan(id);
    expect(unbalanced()).toEqual([]);
  });

  it('goes through stock that comes and goes within one action', () => {
    desk.receive({ itemNumber: 'A' }, [], 2);
    const [blank] = desk.stock();
    desk.act((posting) => {
      posting.event('move');
      const there = { ...stockKey({ itemNumber: 'A', warehouse: '62', location: 'X' }) };
      const id = posting.move(blank?.id ?? 0, there, 2000);
      posting.event('move');
      posting.move(id, { ...there, location: 'Y' }, 2000);
    });
    expect(desk.stock().map(({ key, quantity }) => [key.warehouse, key.location, quantity])).toEqual([
      ['62', 'Y', 2000],
    ]);
    expect(sums()).toEqual([{ warehouse: '62', blank: 1, rows: 1, quantity: 2000 }]);
    expect(unbalanced()).toEqual([]);
  });

  it('moves more rows than it keeps in hand, there and back, within one action', () => {
    const serials = Array.from({ length: 1000 }, (_, index) => `S${index}`);
    desk.receive({ itemNumber: 'A' }, serials, 1);
    const before = desk.stock();
    desk.act((posting) => {
      for (const warehouse of ['62', '61']) {
        posting.event('move');
        // Rows that were read and let go of are read again when they are taken.
        for (const { id } of before) posting.row(id);
        for (const { key } of before) {
          const row = posting.at({ ...key, warehouse: warehouse === '62' ? '61' : '62' });
          posting.move(row?.id ?? 0, { ...key, warehouse }, 1000);
        }
      }
    });
    const keys = (rows: readonly StockRow[]): readonly string[] =>
      rows.map(({ key }) => stockKeyText(key)).sort();
    expect(keys(desk.stock())).toEqual(keys(before));
    expect(sums()).toEqual([
      { warehouse: '61', blank: 0, rows: 1000, quantity: 1_000_000 },
      { warehouse: '61', blank: 1, rows: 1, quantity: 1000 },
    ]);
    expect(unbalanced()).toEqual([]);
    expect(() =>
      desk.act((posting) => {
        posting.event('move');
        for (const { id, key } of desk.stock()) posting.move(id, { ...key, warehouse: '62' }, 1000);
        posting.take(desk.stock()[0]?.id ?? 0, 2000);
      }),
    ).toThrow('holds less of A');
    expect(keys(desk.stock())).toEqual(keys(before));
  });

  it('refuses to take more than stands there, and nothing of the action stays', () => {
    desk.receive({ itemNumber: 'A' }, [], 2);
    const [blank] = desk.stock();
    expect(() =>
      desk.act((posting) => {
        posting.event('move');
        posting.move(blank?.id ?? 0, stockKey({ itemNumber: 'A', warehouse: '62' }), 1000);
        posting.take(blank?.id ?? 0, 2000);
      }),
    ).toThrow('Warehouse 61, location BULK-1 holds less of A than is taken.');
    expect(desk.stock()).toHaveLength(1);
    expect(desk.store.allSql('SELECT count(*) AS events FROM inventory_events')).toEqual([{ events: 1 }]);
  });

  it('is append-only, and no quantity goes below zero, whatever asks the database', () => {
    desk.receive({ itemNumber: 'A' }, ['S1']);
    for (const sql of [
      'UPDATE inventory_events SET user = 1',
      'DELETE FROM inventory_events',
      'UPDATE inventory_transactions SET quantity = 2',
      'DELETE FROM inventory_transactions',
    ])
      expect(() => desk.store.exec(sql)).toThrow('The ledger is append-only.');
    expect(() => desk.store.exec('UPDATE on_hand SET quantity = quantity - 5000')).toThrow('CHECK');
  });
});
