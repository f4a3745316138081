import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stockKeyText } from '../../src-main/domain/stock-key.ts';
import { checkLedger } from '../../src-main/services/check-ledger.ts';
import { beginChange } from '../../src-main/services/history-recorder.ts';
import { applyImportedOnHandVersion } from '../../src-main/services/import-undo.ts';
import { capture, recordException } from '../../src-main/services/take-units.ts';
import { oneByOne, undoEvents } from '../../src-main/services/undo-change.ts';
import type { StockRow } from '../../src-main/store/stock-rows.ts';
import { onHandCsv, type OnHandFileRow } from '../fixtures/dynamics-files.ts';
import { importHere, unwatched } from '../fixtures/import-here.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';
import { expectRecounted } from '../fixtures/verdict-recount.ts';

/** Random days: each is a file, then what was done to the stock before the next file. */
const RUNS = 60;

let desk: LedgerDesk;

const place = {
  item: fc.constantFrom('A', 'B'),
  warehouse: fc.constantFrom('61', '61', '62'),
  location: fc.constantFrom('L1', 'L2', 'L3'),
};
const blankRow = fc.record({ ...place, quantity: fc.integer({ min: 1, max: 6 }).map(String) });
/** Also serials that are captured here, in either case. */
const serialRow = fc.record({
  ...place,
  serial: fc.constantFrom('C1', 'c2', 'C3', 'C4', 'D1', 'D2', 'D3'),
  quantity: fc.constant('1'),
});
const file = fc.array(fc.oneof({ weight: 2, arbitrary: blankRow }, serialRow), {
  minLength: 1,
  maxLength: 8,
});

const deed = fc.record({
  kind: fc.constantFrom('capture', 'capture', 'capture', 'exception', 'pick', 'pack', 'transit', 'move'),
  row: fc.nat(),
  quantity: fc.integer({ min: 1, max: 4 }),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

function act({ kind, row, quantity }: Deed): void {
  const rows = desk.stock();
  const blanks = rows.filter(({ key }) => key.serialNumber === '' && key.exceptionId === 0);
  const from = kind === 'capture' || kind === 'exception' ? blanks : rows;
  const chosen = from[row % from.length];
  if (chosen === undefined) return;
  const { id, key } = chosen;
  desk.act((posting) => {
    if (kind === 'capture') capture(posting, id, key, freshSerial(rows), undefined);
    else if (kind === 'exception') recordException(posting, id, key, 'Torn off', undefined);
    else {
      posting.event(kind === 'pack' ? 'pack' : 'pick');
      const target =
        kind === 'pick'
          ? { ...key, orderLineId: 7 }
          : kind === 'pack'
            ? { ...key, orderLineId: 7, containerId: 3 }
            : kind === 'transit'
              ? { ...key, inTransit: 1 as const }
              : { ...key, location: 'L2' };
      posting.move(id, target, Math.min(quantity * 1000, chosen.quantity));
    }
  });
}

/** As every check of serials demands: one that does not stand anywhere. */
function freshSerial(rows: readonly StockRow[]): string {
  const standing = new Set(rows.map(({ key }) => key.serialNumber.toUpperCase()));
  for (let number = 1; ; number += 1) if (!standing.has(`C${number}`)) return `C${number}`;
}

const groupKey = (itemNumber: string, warehouse: string): string => `${itemNumber}|${warehouse}`;

function totals(rows: readonly StockRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { key, quantity } of rows) {
    const group = groupKey(key.itemNumber, key.warehouse);
    sums.set(group, (sums.get(group) ?? 0) + quantity);
  }
  return sums;
}

/** What stands where, without the ids: they may differ after an undo. */
const standing = (): readonly string[] =>
  desk
    .stock()
    .map(({ key, quantity, capturedEvent }) => `${stockKeyText(key)} ${quantity} ${capturedEvent}`)
    .toSorted();

/** A row whose serial stood twice for a while has its verdict since another time. */
const withoutAge = ({ since: _since, ...row }: StockRow): Omit<StockRow, 'since'> => row;

function checkAfter(before: readonly StockRow[], rows: readonly OnHandFileRow[]): void {
  const after = desk.stock();
  expect(checkLedger(desk.store, unwatched)).toMatchObject({ differences: 0, first: [] });
  expectRecounted(desk.store);
  const warehouses = new Set(rows.map(({ warehouse = '' }) => warehouse));
  const inFile = new Map<string, number>();
  for (const { item, warehouse = '', quantity } of rows) {
    const group = groupKey(item, warehouse);
    inFile.set(group, (inFile.get(group) ?? 0) + Number(quantity) * 1000);
  }
  const sums = totals(after);
  for (const item of ['A', 'B'])
    for (const warehouse of warehouses)
      expect(sums.get(groupKey(item, warehouse)) ?? 0).toBe(inFile.get(groupKey(item, warehouse)) ?? 0);
  const untouched = ({ key }: StockRow): boolean => !warehouses.has(key.warehouse);
  expect(after.filter(untouched).map(withoutAge)).toEqual(before.filter(untouched).map(withoutAge));
  const brought = new Set(rows.map(({ item, serial = '' }) => `${item}|${serial.toUpperCase()}`));
  const kept = new Map(after.map((row) => [row.id, row]));
  for (const row of before) {
    const { itemNumber, warehouse, serialNumber } = row.key;
    if (row.capturedEvent === 0 || untouched(row)) continue;
    const now = kept.get(row.id);
    if (brought.has(`${itemNumber}|${serialNumber.toUpperCase()}`)) {
      expect(now?.capturedEvent ?? 0).toBe(0);
    } else if (now === undefined) {
      const blank = after.some(
        ({ key }) => key.itemNumber === itemNumber && key.warehouse === warehouse && key.serialNumber === '',
      );
      expect(blank, `${serialNumber} is lost while a blank unit is there`).toBe(false);
    } else expect(now && withoutAge(now)).toEqual(withoutAge(row));
  }
}

function undo(changeId: number): void {
  const actor = { store: desk.store, user: 'tester', now: () => new Date('2026-01-07T08:00:00Z') };
  desk.store.change(() =>
    undoEvents(
      desk.store,
      beginChange(actor, 'page'),
      { 'on-hand': oneByOne(applyImportedOnHandVersion) },
      changeId,
    ),
  );
}

test(
  'whatever was captured, held and imported: the ledger adds up, no capture is lost while a blank is there, and an undo brings it all back',
  { timeout: 300_000 },
  () => {
    fc.assert(
      fc
        .property(
          file,
          fc.array(deed, { maxLength: 10 }),
          file,
          fc.array(deed, { maxLength: 5 }),
          file,
          (first, deeds, second, more, third) => {
            importHere(desk, [onHandCsv([{ item: 'A', warehouse: '62', quantity: '1' }, ...first])]);
            for (const one of deeds) act(one);
            let before = desk.stock();
            importHere(desk, [onHandCsv(second)]);
            checkAfter(before, second);
            for (const one of more) act(one);
            before = desk.stock();
            const was = standing();
            const { outcome } = importHere(desk, [onHandCsv(third)]);
            checkAfter(before, third);
            undo(outcome.changeId ?? 0);
            expect(standing()).toEqual(was);
            expect(checkLedger(desk.store, unwatched)).toMatchObject({ differences: 0, first: [] });
            expectRecounted(desk.store);
          },
        )
        .beforeEach(() => {
          desk = openLedgerDesk();
          desk.item('A', capturing('Picking'));
          desk.item('B', capturing('Picking'));
        })
        .afterEach(() => desk.remove()),
      { numRuns: RUNS, seed: 20_250_219 },
    );
  },
);
