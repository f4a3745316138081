import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LedgerCheck } from '../../src-main/domain/ledger-check.ts';
import { openSecondStore } from '../../src-main/store/open.ts';
import type { Store } from '../../src-main/store/store.ts';
import { jobEnd, load, openTestCore, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { ledgerCheckResult } from '../../src-renderer/pages/settings/ledger-check-words.ts';

let core: TestCore;
let store: Store;

beforeEach(async () => {
  core = openTestCore();
  store = openSecondStore(core.folder);
  await load(
    core,
    groupsCsv([{ name: 'Ser', active: true }]),
    itemsCsv([['A', 'Ser']]),
    onHandCsv([
      { item: 'A', location: 'L1', quantity: '10' },
      { item: 'A', location: 'L1', serial: 'S1', quantity: '1' },
      { item: 'A', warehouse: '62', quantity: '2' },
    ]),
  );
});
afterEach(async () => {
  store.close();
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const check = async (): Promise<LedgerCheck> => {
  const { jobId } = await core.api.ledger.check.mutate();
  const { result } = await jobEnd(core, jobId);
  if (result?.kind !== 'ledger-check') throw new Error('The ledger was not checked.');
  return result.check;
};

test('holds for data that only the app has written', async () => {
  expect(await check()).toEqual({ rows: 3, transactions: 3, differences: 0, first: [] });
});

test.each<[string, string, readonly string[]]>([
  [
    'a quantity',
    "UPDATE on_hand SET quantity = 12000 WHERE serial_number = '' AND warehouse = '61'",
    [
      'A in warehouse 61, location L1, no serial number: the ledger adds up to 10, the on-hand is 12.',
      'The sum of A without a serial number in warehouse 61 at Storage says 1 row with 10; the on-hand has 1 row with 12.',
    ],
  ],
  [
    'a row that is gone',
    "DELETE FROM on_hand WHERE serial_number = 'S1'",
    [
      'Stock row 2 is missing; the ledger has 1 of it.',
      'The sum of A with a serial number in warehouse 61 at Storage says 1 row with 1; the on-hand has 0 rows with 0.',
    ],
  ],
  [
    'a row from nowhere',
    `INSERT INTO on_hand SELECT 99, item_number, '63', location, license_plate, inventory_status, batch_number, 'S9',
       site, configuration, color, size, style, version, owner, inventory_profile, gtd_number, quantity, order_line_id,
       container_id, exception_id, in_transit, captured_event, invalid, since FROM on_hand WHERE id = 2`,
    [
      'A in warehouse 63, location L1, serial S9: the ledger adds up to 0, the on-hand is 1.',
      'The sum of A with a serial number in warehouse 63 at Storage says 0 rows with 0; the on-hand has 1 row with 1.',
    ],
  ],
  [
    'a row that is past and present',
    `INSERT INTO past_on_hand SELECT id, item_number, warehouse, location, license_plate, inventory_status, batch_number,
       serial_number, site, configuration, color, size, style, version, owner, inventory_profile, gtd_number,
       order_line_id, container_id, exception_id, in_transit, captured_event, since FROM on_hand WHERE id = 2`,
    ['A in warehouse 61, location L1, serial S1: it stands among present and among past stock.'],
  ],
  [
    'the ledger itself',
    'DROP TRIGGER inventory_transactions_are_never_changed; UPDATE inventory_transactions SET quantity = 500 WHERE stock_id = 2',
    ['A in warehouse 61, location L1, serial S1: the ledger adds up to 0.5, the on-hand is 1.'],
  ],
  [
    'a kept sum',
    "UPDATE on_hand_sums SET rows = 5 WHERE warehouse = '62'",
    [
      'The sum of A without a serial number in warehouse 62 at Storage says 5 rows with 2; the on-hand has 1 row with 2.',
    ],
  ],
])('names %s that was changed behind its back', async (_, sql, first) => {
  store.exec(sql);
  const found = await check();
  expect(found.first).toEqual(first);
  expect(found.differences).toBe(first.length);
});

test('describes the first ten of many', async () => {
  store.exec('UPDATE on_hand SET quantity = quantity + 1; UPDATE on_hand_sums SET quantity = quantity + 2');
  expect(await check()).toMatchObject({ differences: 6 });
  await load(
    core,
    onHandCsv(
      Array.from({ length: 20 }, (_, index) => ({ item: 'A', location: `L${index}`, quantity: '1' })),
    ),
  );
  store.exec('UPDATE on_hand SET quantity = quantity + 1');
  const found = await check();
  expect(found.first).toHaveLength(10);
  expect(found.differences).toBeGreaterThan(20);
  const { severity, lines } = ledgerCheckResult(found);
  expect(severity).toBe('error');
  expect(lines.at(-1)).toBe(`and ${found.differences - 10} more`);
});

test('is said in words', () => {
  const holds = { rows: 1, transactions: 2345, differences: 0, first: [] };
  expect(ledgerCheckResult(holds)).toEqual({
    severity: 'success',
    text: 'The ledger holds: its 2,345 transactions add up to the 1 row of on-hand, and the totals to these.',
    lines: [],
  });
  expect(ledgerCheckResult({ ...holds, differences: 1, first: ['This.'] })).toMatchObject({
    severity: 'error',
    lines: ['This.'],
  });
});
