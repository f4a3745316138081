import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DomainError } from '../domain/problem.ts';
import { fitsMask } from '../domain/serial-mask.ts';
import type { DataFiles } from './data-file-queries.ts';
import { keepLastDay } from './kept-totals.ts';
import { migrate } from './migrate.ts';
import { isUnsettled, settle } from './settle.ts';
import { createStore, type Driver, type Store } from './store.ts';

/** Name of the one database file in a data folder. */
export const DATA_FILE = 'serial-capture-desk.db';

/** Page cache of the page connection, in KiB. */
const CACHE_KIB = 8 * 1024;

/** Page cache of a job's connection, in KiB. Small, because SQLite sorts an index faster in pieces that fit the processor's cache. */
const JOB_CACHE_KIB = 2 * 1024;

/** What is kept of the write-ahead log after a large change, in bytes. */
const JOURNAL_BYTES = 64 * 1024 * 1024;

/** Pages that a backup copies at a time, of 4 KiB each: few enough to hear a cancel at once. */
const BACKUP_PAGES = 1000;

/** Milliseconds a connection waits for the other one to finish a commit. */
const BUSY_MS = 5000;

/** Opens the data file of a folder and brings its tables up to date. */
export function openStore(dataFolder: string): Store {
  mkdirSync(dataFolder, { recursive: true });
  const store = openFile(join(dataFolder, DATA_FILE), CACHE_KIB);
  try {
    migrate(store);
    if (isUnsettled(store)) store.change(() => undefined);
  } catch (error) {
    store.close();
    throw error;
  }
  return store;
}

/** Opens the data file a second time, for a job. The tables are up to date. */
export function openSecondStore(dataFolder: string): Store {
  return openFile(join(dataFolder, DATA_FILE), JOB_CACHE_KIB);
}

/**
 * Takes the lock of a data folder for as long as this process lives. The operating system releases it however the
 * process ends, so a crash never leaves a folder locked.
 * @returns a function that releases the lock.
 * @throws DomainError `busy` where another process holds it.
 */
export function lockFolder(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true });
  const database = new Database(join(dataFolder, 'lock'), { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new DomainError(
        'busy',
        `The data folder ${dataFolder} is open in another Serial Capture Desk. Close that one first, or choose another folder with --data.`,
      );
    throw error;
  }
  return () => database.close();
}

/** Opens data files besides the one that is worked with. What stands in them need not be the app's own doing. */
export const dataFiles: DataFiles = {
  read: (file) => openOther(new Database(file, { readonly: true, fileMustExist: true })),
  edit: (file) => openOther(new Database(file, { fileMustExist: true }), 'DELETE'),
  model: (version) => {
    const store = openOther(new Database(':memory:'));
    migrate(store, version);
    return store;
  },
};

function openOther(database: Database.Database, journal?: string): Store {
  try {
    database.pragma('cell_size_check = ON');
    if (journal !== undefined) database.pragma(`journal_mode = ${journal}`);
    return storeOf(database, JOB_CACHE_KIB);
  } catch (error) {
    database.close();
    throw error;
  }
}

function openFile(file: string, cacheKib: number): Store {
  const database = new Database(file, { timeout: BUSY_MS });
  database.pragma('journal_mode = WAL');
  database.pragma(`journal_size_limit = ${JOURNAL_BYTES}`);
  return storeOf(database, cacheKib);
}

function storeOf(database: Database.Database, cacheKib: number): Store {
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('temp_store = FILE');
  database.pragma(`cache_size = -${cacheKib}`);
  database.function('fits_mask', { deterministic: true }, (mask, serial) =>
    fitsMask(String(mask), String(serial)) ? 1 : 0,
  );
  return createStore(driverOf(database), { before: keepLastDay, after: settle });
}

function driverOf(database: Database.Database): Driver {
  const prepared = new Map<string, Database.Statement<unknown[]>>();
  const prepare = (sql: string): Database.Statement<unknown[]> => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size > 200) prepared.clear();
    const statement = database.prepare<unknown[]>(sql);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    all: (sql, parameters) => prepare(sql).all(...parameters),
    run: (sql, parameters) => {
      const { changes, lastInsertRowid } = prepare(sql).run(...parameters);
      return { changes, lastInsertRowid: Number(lastInsertRowid) };
    },
    iterate: (sql, parameters) =>
      database
        .prepare<unknown[]>(sql)
        .raw()
        .iterate(...parameters) as IterableIterator<unknown[]>,
    prepareRun: (sql) => {
      const statement = database.prepare<unknown[]>(sql);
      return (...parameters) => void statement.run(...parameters);
    },
    exec: (sql) => void database.exec(sql),
    pragma: (text) => database.pragma(text, { simple: true }),
    transaction: (work) => (database.inTransaction ? work() : database.transaction(work).immediate()),
    scratch: (work) => database.transaction(work).deferred(),
    backup: async (file, progress) => {
      const heard = ({ totalPages, remainingPages }: Database.BackupMetadata): number => {
        progress(totalPages - remainingPages, totalPages);
        return BACKUP_PAGES;
      };
      await database.backup(file, { progress: heard });
    },
    close: () => void database.close(),
  };
}
