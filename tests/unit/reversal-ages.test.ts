import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StockKey } from '../../src-main/domain/stock-key.ts';
import { confirmReach, reach } from '../../src-main/services/what-if.ts';
import { saveLocationPatterns } from '../../src-main/store/location-stage-queries.ts';
import { DATA_FILE, openStore } from '../../src-main/store/open.ts';
import { temporaryFolder } from '../fixtures/core.ts';
import { act, govern, keyAt, openReversalDesk, rowOf, type ReversalDesk } from '../fixtures/reversal-desk.ts';

/** Eight o'clock on a day of January. */
const day = (date: number): string => new Date(Date.UTC(2026, 0, date, 8)).toISOString();

const bulk = keyAt('A', 0);

describe.each([
  ['one by one', Number.MAX_SAFE_INTEGER],
  ['all at once', 1],
])('what is taken back %s has the age it had', (_, atOnce) => {
  let desk: ReversalDesk;
  beforeEach(() => {
    desk = openReversalDesk([2, 0, 0, 3], atOnce);
  });
  afterEach(() => desk.flow.desk.remove());

  const since = (key: StockKey): string | undefined => rowOf(desk, key)?.since;
  /** Captures units of A, or records them as not readable. */
  const take = (kind: 'capture' | 'exception', units: number, place = 0): number =>
    act(
      desk,
      kind,
      kind === 'capture'
        ? Array.from({ length: units }, () => ({ item: 'A', place, units: 1 }))
        : [{ item: 'A', place, units }],
    ) ?? expect.fail('Nothing was taken.');
  const receive = (date: number, key: StockKey): void =>
    desk.post(date, (posting) => {
      posting.event('receipt');
      posting.put(key, 1000);
    });

  it.each(['capture', 'exception'] as const)('all units of a place, and one of them: %s', async (kind) => {
    for (const units of [2, 1]) {
      const actionId = take(kind, units);
      if (units === 2) expect(rowOf(desk, bulk)).toBeUndefined();
      await desk.transactions.reverseAction(actionId);
      expect(rowOf(desk, bulk)).toMatchObject({ quantity: 2000, since: day(1) });
    }
  });

  it('where the units were picked', async () => {
    const actionId = take('capture', 3, 3);
    await desk.transactions.reverseAction(actionId);
    expect(rowOf(desk, keyAt('A', 3))).toMatchObject({ quantity: 3000, since: day(4) });
  });

  it('where others came to its place since, and are younger', async () => {
    const actionId = take('capture', 2);
    receive(20, bulk);
    expect(since(bulk)).toBe(day(20));
    await desk.transactions.reverseAction(actionId);
    expect(rowOf(desk, bulk)).toMatchObject({ quantity: 3000, since: day(1) });
  });

  it('where a serial went there and back in between, with its own age', async () => {
    const actionId = take('capture', 2);
    const [unit] = desk.flow.desk.stock('A').filter(({ key }) => key.serialNumber !== '');
    const moved = desk.post(15, (posting) => {
      posting.event('move');
      if (unit !== undefined) posting.move(unit.id, { ...unit.key, location: 'X' }, 1000);
      return posting.actionId();
    });
    await desk.transactions.reverseAction(moved);
    expect(unit && since(unit.key)).toBe(day(10));
    await desk.transactions.reverseAction(actionId);
    expect(since(bulk)).toBe(day(1));
  });

  it('but for a change of the policy, or of the stages, that gave it another verdict meanwhile', async () => {
    const start = new Date().toISOString();
    const first = take('capture', 2);
    govern(desk, 'A', 'None');
    await desk.transactions.reverseAction(first);
    const turned = since(bulk) ?? '';
    expect(turned >= start).toBe(true);

    // Under None it is overdue everywhere: another stage is no other verdict.
    const stage = (pattern: string): void => {
      const { store } = desk.flow.desk;
      store.change(() => {
        const reached = reach(store, () =>
          saveLocationPatterns(store, [{ warehouse: '', pattern, stage: 'Packing' }]),
        );
        confirmReach(reached, reached.preview.revision);
      });
    };
    const second = take('capture', 2);
    stage('BULK-*');
    await desk.transactions.reverseAction(second);
    expect(since(bulk)).toBe(turned);

    govern(desk, 'A', 'Packing');
    const due = since(bulk) ?? '';
    const third = take('capture', 2);
    stage('NOWHERE');
    await desk.transactions.reverseAction(third);
    expect((since(bulk) ?? '') >= due).toBe(true);
    expect(since(bulk)).not.toBe(due);
  });
});

it('a pick that is taken back leaves the age as it was', async () => {
  const desk = openReversalDesk([2]);
  try {
    const moved = desk.post(12, (posting) => {
      posting.event('pick', { orderLineId: 1 });
      const row = rowOf(desk, bulk);
      if (row !== undefined) posting.move(row.id, { ...bulk, orderLineId: 1, location: 'STAGE' }, 2000);
      return posting.actionId();
    });
    await desk.transactions.reverseAction(moved);
    expect(rowOf(desk, bulk)).toMatchObject({ quantity: 2000, since: day(1) });
  } finally {
    desk.flow.desk.remove();
  }
});

it('stock that was past before ages were kept comes back with the age of its row', () => {
  const folder = temporaryFolder();
  let store = openStore(folder);
  try {
    store.close();
    const database = new Database(join(folder, DATA_FILE));
    database.exec(`
      INSERT INTO inventory_events (id, action_id, at, user, kind, document, order_line_id, reason)
        VALUES (1, 1, '${day(3)}', '', 'receipt', '', 0, ''), (2, 2, '${day(5)}', '', 'ship', '', 0, '');
      INSERT INTO inventory_transactions (stock_id, event_id, quantity, imported) VALUES (7, 1, 1000, 0), (7, 2, -1000, 0);
      INSERT INTO past_on_hand (id, item_number, warehouse, location, license_plate, inventory_status, batch_number,
        serial_number, site, configuration, color, size, style, version, owner, inventory_profile, gtd_number, since)
        VALUES (7, 'A', '61', 'L', '', '', '', '', '', '', '', '', '', '', '', '', '', ''),
          (8, 'A', '61', 'L', '', '', '', '', '', '', '', '', '', '', '', '', '', '${day(9)}');
      PRAGMA user_version = 7`);
    database.close();
    store = openStore(folder);
    expect(store.allSql('SELECT id, since FROM past_on_hand ORDER BY id')).toEqual([
      { id: 7, since: day(3) },
      { id: 8, since: day(9) },
    ]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
