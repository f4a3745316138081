import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { firstTables } from '../../src-main/store/migrations/0001-first-tables.ts';
import { history } from '../../src-main/store/migrations/0002-history.ts';
import { items } from '../../src-main/store/migrations/0003-items.ts';
import { numberGroups } from '../../src-main/store/migrations/0004-number-groups.ts';
import { onHandIndexes } from '../../src-main/store/on-hand-indexes.ts';
import { refreshSums } from '../../src-main/store/on-hand-queries.ts';
import { DATA_FILE, openStore } from '../../src-main/store/open.ts';
import { listPlaces } from '../../src-main/store/places.ts';
import { temporaryFolder } from '../fixtures/core.ts';

/** The data file of a release that knew no stages, with stock in three places. */
function olderData(folder: string): void {
  const database = new Database(join(folder, DATA_FILE));
  for (const sql of [firstTables, ...Object.values(onHandIndexes), history, items, numberGroups])
    database.exec(sql);
  database.exec(`
    INSERT INTO items (item_number, item_key, name, storage_dimension_group, reservation_hierarchy,
      serial_number_group, batch_number_group, inventory_unit, catch_weight_unit)
      VALUES ('A', 'A', '', '', '', '', '', '', '');
    INSERT INTO on_hand (item_number, warehouse, location, license_plate, inventory_status, batch_number, serial_number,
      site, configuration, color, size, style, version, owner, inventory_profile, gtd_number, quantity)
      SELECT 'A', value ->> 0, value ->> 1, '', '', '', value ->> 2, '', '', '', '', '', '', '', '', '', value ->> 3
      FROM json_each('[["24", "PACK-1", "", 5000], ["24", "PACK-1", "S1", 1000], ["24", "L", "", 2000], ["61", "", "", 3000]]');
    INSERT INTO on_hand_sums (item_number, warehouse, blank, rows, quantity)
      VALUES ('A', '24', 0, 1, 1000), ('A', '24', 1, 2, 7000), ('A', '61', 1, 1, 3000);
    PRAGMA user_version = 4`);
  database.close();
}

it('brings the stock of an older data file to Storage, with its places and the same sums', () => {
  const folder = temporaryFolder();
  olderData(folder);
  const store = openStore(folder);
  try {
    const sums = (): readonly unknown[] =>
      store.allSql('SELECT warehouse, stage, blank, rows, quantity FROM on_hand_sums ORDER BY 1, 2, 3');
    const expected = [
      { warehouse: '24', stage: 'Storage', blank: 0, rows: 1, quantity: 1000 },
      { warehouse: '24', stage: 'Storage', blank: 1, rows: 2, quantity: 7000 },
      { warehouse: '61', stage: 'Storage', blank: 1, rows: 1, quantity: 3000 },
    ];
    expect(sums()).toEqual(expected);
    expect(listPlaces(store)).toEqual([
      { warehouse: '24', location: 'L', stage: 'Storage' },
      { warehouse: '24', location: 'PACK-1', stage: 'Storage' },
      { warehouse: '61', location: '', stage: 'Storage' },
    ]);
    refreshSums(store, ['24', '61']);
    expect(sums()).toEqual(expected);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
