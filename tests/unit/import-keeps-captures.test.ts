import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StockKey } from '../../src-main/domain/stock-key.ts';
import { checkLedger } from '../../src-main/services/check-ledger.ts';
import { capture, recordException } from '../../src-main/services/take-units.ts';
import type { StockRow } from '../../src-main/store/stock-rows.ts';
import { onHandCsv, type OnHandFileRow } from '../fixtures/dynamics-files.ts';
import { importHere, unwatched } from '../fixtures/import-here.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';

let desk: LedgerDesk;

beforeEach(() => {
  desk = openLedgerDesk();
  desk.item('A', capturing('Picking'));
  desk.item('B', capturing('Picking'));
});
afterEach(() => {
  expect(checkLedger(desk.store, unwatched)).toMatchObject({ differences: 0, first: [] });
  desk.remove();
});

const load = (
  rows: readonly OnHandFileRow[],
  options?: Parameters<typeof importHere>[2],
): ReturnType<typeof importHere> => importHere(desk, [onHandCsv(rows)], options);

const rowAt = (location: string, serialNumber = '', item = 'A'): StockRow => {
  const row = desk
    .stock(item)
    .find(
      ({ key }) => key.location === location && key.serialNumber === serialNumber && key.exceptionId === 0,
    );
  if (row === undefined) throw new Error(`Nothing of ${item} stands at ${location}.`);
  return row;
};
const captureAt = (location: string, ...serials: readonly string[]): void => {
  for (const serial of serials)
    desk.act((posting) => {
      const { id, key } = rowAt(location);
      capture(posting, id, key, serial, undefined);
    });
};
const exceptionAt = (location: string): void =>
  desk.act((posting) => {
    const { id, key } = rowAt(location);
    recordException(posting, id, key, 'Torn off', undefined);
  });
const hold = (location: string, units: number, holding: Partial<StockKey>): void =>
  desk.act((posting) => {
    const { id, key } = rowAt(location);
    posting.event('pick');
    posting.move(id, { ...key, ...holding }, units * 1000);
  });

/** Location, what is known of the serial, units, and what holds them. */
const stock = (): readonly string[] =>
  desk
    .stock()
    .map(({ key, quantity, capturedEvent }) =>
      [
        key.location,
        key.exceptionId === 0 ? key.serialNumber : 'not readable',
        quantity / 1000,
        ...(capturedEvent === 0 ? [] : ['captured here']),
        ...(key.orderLineId === 0 ? [] : ['picked']),
        ...(key.containerId === 0 ? [] : ['packed']),
      ].join(' '),
    )
    .toSorted();

const ten = [{ item: 'A', location: 'L1', quantity: '10' }];

describe('importing again after a day of captures', () => {
  beforeEach(() => void load(ten));

  it('changes nothing where the file has them still blank', () => {
    captureAt('L1', 'S1', 'S2');
    const { preview } = load(ten);
    expect(preview.files[0]).toMatchObject({
      counts: { new: 0, changed: 0, unchanged: 1 },
      onHand: { capturedHere: { staying: 2, confirmed: 0 }, disappearing: { warehouses: { rows: 0 } } },
    });
    expect(preview.applicable).toBe(false);
    expect(stock()).toEqual(['L1  8', 'L1 S1 1 captured here', 'L1 S2 1 captured here']);
  });

  it('takes from the blank rest only what the file has less', () => {
    captureAt('L1', 'S1');
    const { preview } = load([{ item: 'A', location: 'L1', quantity: '4' }]);
    expect(preview.files[0]?.counts).toMatchObject({ new: 0, changed: 1, unchanged: 0 });
    expect(stock()).toEqual(['L1  3', 'L1 S1 1 captured here']);
  });

  it('lists by name the captured units that no blank of the file is left for', () => {
    captureAt('L1', 'S1', 'S2', 'S3');
    const { preview, outcome } = load([{ item: 'A', location: 'L1', quantity: '2' }]);
    expect(preview.files[0]?.onHand?.disappearing.warehouses).toEqual({
      rows: 1,
      quantity: 1000,
      examples: ['A in 61 L1, serial S3, 1, captured here'],
    });
    expect(outcome.disappeared).toEqual({ rows: 1, quantity: 1000 });
    expect(stock()).toEqual(['L1 S1 1 captured here', 'L1 S2 1 captured here']);
  });

  it('keeps one for a blank elsewhere in the warehouse, not for one of another warehouse or item', () => {
    captureAt('L1', 'S1');
    const { preview } = load([{ item: 'A', location: 'L9', quantity: '3' }]);
    expect(preview.files[0]?.counts).toMatchObject({ new: 1 });
    expect(stock()).toEqual(['L1 S1 1 captured here', 'L9  2']);
    load([
      { item: 'A', location: 'L9', serial: 'S7', quantity: '1' },
      { item: 'A', warehouse: '62', quantity: '5' },
      { item: 'B', location: 'L1', quantity: '5' },
    ]);
    expect(stock()).toEqual(['  5', 'L1  5', 'L9 S7 1']);
  });

  it('confirms a serial that the file brings, wherever it brings it', () => {
    captureAt('L1', 'S1', 'S2');
    const { preview } = load([
      { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
      { item: 'A', location: 'L2', serial: 's2', quantity: '1' },
      { item: 'A', location: 'L1', quantity: '8' },
    ]);
    expect(preview.files[0]).toMatchObject({
      counts: { new: 1, changed: 0, unchanged: 2 },
      onHand: { capturedHere: { staying: 0, confirmed: 1 }, disappearing: { warehouses: { rows: 1 } } },
    });
    expect(stock()).toEqual(['L1  8', 'L1 S1 1', 'L2 s2 1']);
  });

  it('is worth applying for a confirmation alone', () => {
    captureAt('L1', 'S1');
    const { preview } = load([
      { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
      { item: 'A', location: 'L1', quantity: '9' },
    ]);
    expect(preview.files[0]?.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
    expect(preview.applicable).toBe(true);
    expect(stock()).toEqual(['L1  9', 'L1 S1 1']);
  });

  it('takes a serial that is new in the file for one that the source system captured', () => {
    load([
      { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
      { item: 'A', location: 'L1', quantity: '9' },
    ]);
    expect(stock()).toEqual(['L1  9', 'L1 S1 1']);
  });

  it('keeps exceptions likewise, after the captured serials', () => {
    exceptionAt('L1');
    captureAt('L1', 'S1');
    expect(load(ten).preview.files[0]?.counts).toMatchObject({ unchanged: 1 });
    expect(stock()).toEqual(['L1  8', 'L1 S1 1 captured here', 'L1 not readable 1']);
    const { preview } = load([{ item: 'A', location: 'L1', quantity: '1' }]);
    expect(preview.files[0]?.onHand?.disappearing.warehouses.examples).toEqual([
      'A in 61 L1, no serial number, 1, recorded as not readable',
    ]);
    expect(stock()).toEqual(['L1 S1 1 captured here']);
  });

  it('leaves to an exception its own blank, and takes for a captured unit one that is free', () => {
    load([
      ...ten,
      { item: 'A', location: 'L2', quantity: '1' },
      { item: 'A', location: 'L3', quantity: '1' },
    ]);
    exceptionAt('L2');
    captureAt('L1', 'S1');
    load([
      { item: 'A', location: 'L2', quantity: '1' },
      { item: 'A', location: 'L3', quantity: '1' },
    ]);
    expect(stock()).toEqual(['L1 S1 1 captured here', 'L2 not readable 1']);
  });

  it('leaves what a refused row names as it was, with the units captured from it', () => {
    captureAt('L1', 'S1');
    load([
      { item: 'A', location: 'L1', quantity: 'many' },
      { item: 'A', location: 'L2', quantity: '1' },
    ]);
    expect(stock()).toEqual(['L1  9', 'L1 S1 1 captured here', 'L2  1']);
  });

  it('asks within the narrower scope only for the items of the file', () => {
    captureAt('L1', 'S1');
    load([{ item: 'B', location: 'L1', quantity: '1' }], { scope: 'items' });
    expect(stock()).toEqual(['L1  1', 'L1  9', 'L1 S1 1 captured here']);
  });
});

describe('held stock belongs to the quantity of its dimensions', () => {
  beforeEach(() => void load(ten));

  it('stays, and only the free rest differs', () => {
    hold('L1', 4, { orderLineId: 7 });
    expect(load(ten).preview.applicable).toBe(false);
    expect(stock()).toEqual(['L1  4 picked', 'L1  6']);
    load([{ item: 'A', location: 'L1', quantity: '5' }]);
    expect(stock()).toEqual(['L1  1', 'L1  4 picked']);
    load([{ item: 'A', location: 'L1', quantity: '4' }]);
    expect(stock()).toEqual(['L1  4 picked']);
    load([{ item: 'A', location: 'L1', quantity: '6' }]);
    expect(stock()).toEqual(['L1  2', 'L1  4 picked']);
  });

  it('goes last, what is packed after what is picked, and is named', () => {
    hold('L1', 4, { orderLineId: 7 });
    hold('L1', 2, { orderLineId: 7, containerId: 3 });
    const { preview } = load([{ item: 'A', location: 'L1', quantity: '3' }]);
    expect(preview.files[0]).toMatchObject({
      counts: { changed: 1 },
      onHand: { disappearing: { warehouses: { rows: 1, quantity: 3000 } } },
    });
    expect(stock()).toEqual(['L1  1 picked', 'L1  2 picked packed']);
  });

  it('with a captured serial stays held when the file brings the serial', () => {
    captureAt('L1', 'S1');
    desk.act((posting) => {
      const { id, key } = rowAt('L1', 'S1');
      posting.event('pick');
      posting.move(id, { ...key, orderLineId: 7 }, 1000);
    });
    load(ten);
    expect(stock()).toEqual(['L1  9', 'L1 S1 1 captured here picked']);
    load([
      { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
      { item: 'A', location: 'L1', quantity: '9' },
    ]);
    expect(stock()).toEqual(['L1  9', 'L1 S1 1 picked']);
  });
});
