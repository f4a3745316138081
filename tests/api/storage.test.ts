import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { DomainError } from '../../src-main/domain/problem.ts';
import { SCHEMA_VERSION } from '../../src-main/store/migrate.ts';
import { DATA_FILE, openSecondStore, openStore } from '../../src-main/store/open.ts';
import {
  exportedFile,
  load,
  openTestCore,
  problemOf,
  temporaryFolder,
  type TestCore,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { startProgram } from '../fixtures/program.ts';
import { everything } from '../fixtures/stock.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Opens a core for some work and closes it whatever happens. */
async function withCore<T>(folder: string, work: (core: TestCore) => Promise<T> | T): Promise<T> {
  const core = openTestCore(folder);
  try {
    return await work(core);
  } finally {
    await core.close();
    expect(core.unexpected).toEqual([]);
  }
}

/** Looks into a closed data file. */
function inDatabase<T>(folder: string, work: (database: Database.Database) => T, file = DATA_FILE): T {
  const database = new Database(join(folder, file));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const refusal = (folder: string): unknown => {
  try {
    void openTestCore(folder).close();
  } catch (error) {
    return error;
  }
  return undefined;
};

const sample = [
  groupsCsv([{ name: 'Ser', active: true }]),
  itemsCsv([['A', 'Ser']]),
  onHandCsv([
    { item: 'A', serial: 'S1', quantity: '1' },
    { item: 'A', warehouse: '62', quantity: '3' },
  ]),
];

describe('the lock of a data folder', () => {
  test('refuses a second one at once, by a sentence that names the folder', async () => {
    const folder = newFolder();
    await withCore(folder, () => {
      const started = performance.now();
      const error = refusal(folder);
      expect(performance.now() - started).toBeLessThan(1000);
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({
        code: 'busy',
        message: expect.stringMatching(/is open in another Serial Capture Desk.*--data\.$/),
      });
      expect((error as DomainError).message).toContain(folder);
    });
    await withCore(folder, (core) => core.api.groups.list.query());
  });

  test('holds against another process, and is gone with it however it ends', async () => {
    const folder = newFolder();
    const other = startProgram('hold-folder.ts', folder);
    await other.said('open');
    expect(refusal(folder)).toMatchObject({ code: 'busy' });
    await other.kill();
    await withCore(folder, async (core) => {
      await load(core, ...sample);
      expect((await core.api.onHand.totals.query({ filter: {} })).rows).toBe(2);
    });
  });

  test('is released where the data file cannot be opened', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, DATA_FILE), 'This is no database. '.repeat(100));
    expect(String(refusal(folder))).toMatch(/not a database/);
    rmSync(join(folder, DATA_FILE));
    await withCore(folder, (core) => core.api.groups.list.query());
  });
});

describe('the data file', () => {
  test('is made from nothing, with strict tables', () => {
    const folder = newFolder();
    openStore(folder).close();
    inDatabase(folder, (database) => {
      expect(database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
      expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
      const tables = database
        .prepare<[], { name: string; strict: number }>(
          "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
        )
        .all()
        .filter(({ name }) => !name.startsWith('sqlite_'));
      expect(tables.length).toBeGreaterThan(6);
      expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
    });
    openStore(folder).close();
  });

  test.each([
    ['the page', openStore],
    ['a job', openSecondStore],
  ])('is opened for %s with foreign keys, WAL and full synchronisation', (_name, open) => {
    const folder = newFolder();
    openStore(folder).close();
    const store = open(folder);
    expect(store.pragma('foreign_keys')).toBe(1);
    expect(store.pragma('synchronous')).toBe(2);
    expect(store.pragma('journal_mode')).toBe('wal');
    expect(store.pragma('trusted_schema')).toBe(0);
    const columns =
      'item_number, warehouse, location, license_plate, inventory_status, batch_number, serial_number, site, configuration, color, size, style, version, owner, inventory_profile, gtd_number';
    const places = columns.replace(/\w+/g, '?');
    const insert = (quantity: unknown): unknown =>
      store.runSql(`INSERT INTO on_hand (${columns}, quantity) VALUES (${places}, ?)`, [
        ...columns.split(', ').map(() => ''),
        quantity,
      ]);
    expect(() => insert(1)).toThrow(/FOREIGN KEY/);
    expect(() => insert(0)).toThrow(/CHECK/);
    expect(() => insert('many')).toThrow(/cannot store TEXT value in INTEGER column/);
    store.close();
  });

  test('of a newer version is refused by a sentence and left as it is', async () => {
    const folder = newFolder();
    await withCore(folder, (core) => load(core, ...sample));
    inDatabase(folder, (database) => database.pragma(`user_version = ${SCHEMA_VERSION + 1}`));
    expect(refusal(folder)).toMatchObject({
      message: expect.stringMatching(/newer version of Serial Capture Desk\. Update the app/),
    });
    inDatabase(folder, (database) => {
      expect(database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 1);
      database.pragma(`user_version = ${SCHEMA_VERSION}`);
    });
    await withCore(folder, async (core) => {
      expect((await core.api.onHand.totals.query({ filter: {} })).rows).toBe(2);
    });
  });

  test('holds what was there before it was closed, and leftovers of a killed run go', async () => {
    const folder = newFolder();
    const before = await withCore(folder, async (core) => {
      await load(core, ...sample);
      await core.api.settings.set.mutate({ serialLength: 60 });
      await core.api.imports.begin.mutate({ files: [{ name: 'left.csv', size: 10 }] });
      await exportedFile(core, { format: 'json' });
      return everything(core);
    });
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['incoming', 'outgoing']));
    await withCore(folder, async (core) => {
      expect(await everything(core)).toEqual(before);
      expect(existsSync(join(folder, 'incoming'))).toBe(false);
      expect(existsSync(join(folder, 'outgoing'))).toBe(false);
    });
  });

  test('a closed core has undone or done what was being applied, nothing between', async () => {
    const folder = newFolder();
    await withCore(folder, async (core) => {
      await load(core, ...sample);
      const rows = Array.from({ length: 5000 }, (_, index) => ({
        item: 'A',
        location: `L${index}`,
        quantity: '1',
      }));
      const preview = await (await import('../fixtures/core.ts')).importFiles(core, [onHandCsv(rows)]);
      await core.api.imports.confirm.mutate({ importId: preview.importId, scope: 'warehouses' });
    });
    await withCore(folder, async (core) => {
      expect([2, 5001]).toContain((await core.api.onHand.totals.query({ filter: {} })).rows);
    });
  });
});

describe('backups', () => {
  const restored = async (backup: string): Promise<unknown> => {
    const other = newFolder();
    copyFileSync(backup, join(other, DATA_FILE));
    return withCore(other, everything);
  };

  test('made by clearing and by starting over open, and hold what was there', async () => {
    const folder = newFolder();
    await withCore(folder, async (core) => {
      await load(core, ...sample);
      const whole = await everything(core);
      const cleared = await core.api.maintenance.clearWarehouse.mutate({ warehouse: '61' });
      expect(cleared).toEqual({
        rows: 1,
        backup: expect.stringMatching(/ before clearing 61 \(0\.0\.0-test\)\.db$/),
      });
      expect(await core.api.maintenance.warehouses.query()).toEqual([{ warehouse: '62', rows: 1 }]);
      expect((await core.api.onHand.sources.query()).map(({ warehouse }) => warehouse)).toEqual(['62']);
      const part = await everything(core);
      const over = await core.api.maintenance.startOver.mutate();
      expect(over).toEqual({
        rows: 1,
        backup: expect.stringMatching(/ before starting over \(0\.0\.0-test\)\.db$/),
      });
      expect(await core.api.groups.list.query()).toEqual([]);
      expect(await restored(cleared.backup)).toEqual(whole);
      expect(await restored(over.backup)).toEqual(part);
    });
  });

  test('never take each other’s place, also within one second', async () => {
    const folder = newFolder();
    await withCore(folder, async (core) => {
      await load(core, ...sample);
      const whole = await everything(core);
      const made = await Promise.all([1, 2, 3].map(() => core.api.maintenance.startOver.mutate()));
      expect(new Set(made.map(({ backup }) => backup)).size).toBe(3);
      expect(made.map(({ rows }) => rows)).toEqual([2, 0, 0]);
      expect(await restored(made[0]?.backup ?? '')).toEqual(whole);
    });
  });

  test.each(['a/b\\c:*?', '../../up', 'x'.repeat(250), '漢字'.repeat(60), '😀', 'CON'])(
    'of the warehouse %s have a harmless name',
    async (warehouse) => {
      const folder = newFolder();
      await withCore(folder, async (core) => {
        await load(
          core,
          sample[0] ?? itemsCsv([]),
          itemsCsv([['A', 'Ser']]),
          onHandCsv([{ item: 'A', warehouse, quantity: '1' }]),
        );
        const { backup, rows } = await core.api.maintenance.clearWarehouse.mutate({ warehouse });
        expect(rows).toBe(1);
        expect(dirname(backup)).toBe(join(folder, 'backups'));
        const name = basename(backup);
        expect(name).toMatch(/^[\p{L}\p{N} _-]+ \(0\.0\.0-test\)\.db$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(240);
        expect(readdirSync(dirname(backup))).toEqual([name]);
        const { backups } = await core.api.backups.list.query();
        expect(backups).toMatchObject([{ fileName: name, made: 'before' }]);
        expect((await problemOf(core.api.maintenance.clearWarehouse.mutate({ warehouse }))).code).toBe(
          'not-found',
        );
      });
    },
  );
});
