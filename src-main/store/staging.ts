import { snake } from './snake.ts';
import { stockDimensions, type StockDimension } from '../domain/on-hand.ts';
import type { ImportProblem } from '../domain/import-preview.ts';
import type { Store } from './store.ts';

/** The columns of the inventory dimensions, in the default order, as SQL text. */
export const dimensionColumns = stockDimensions.map(snake);

const list = dimensionColumns.join(', ');

/** A staged on-hand row of a file. */
export interface StagedRow {
  readonly id: number;
  readonly line: number;
  /** Values of the dimensions that the file has, in their order. */
  readonly dimensions: readonly string[];
  readonly quantity: number;
}

/**
 * Attaches a database of its own to the job's connection, to hold what was read from the files until it is applied.
 * It may be lost at any time: no journal, no waiting for the disk.
 */
export function attachStaging(store: Store, file: string): void {
  store.runSql('ATTACH DATABASE ? AS staging', [file]);
  store.exec('PRAGMA staging.journal_mode = OFF; PRAGMA staging.synchronous = OFF');
}

/** Detaches what `attachStaging` attached. */
export function detachStaging(store: Store): void {
  store.exec('DETACH DATABASE staging');
}

/**
 * Makes the empty tables of the staging database. The rows have no constraints: only the app writes them, the tables
 * they go to have them all, and without them a million rows are staged in three quarters of the time.
 */
export function createStaging(store: Store): void {
  const texts = dimensionColumns.map((column) => `${column} TEXT DEFAULT ''`).join(', ');
  store.exec(`
    CREATE TABLE staging.plan (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE staging.problems (id INTEGER PRIMARY KEY, file INTEGER NOT NULL, row INTEGER NOT NULL,
      "column" TEXT NOT NULL, value TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
    CREATE TABLE staging.rows (id INTEGER PRIMARY KEY, file INTEGER, line INTEGER, ${texts},
      quantity INTEGER, on_hand_id INTEGER);
    CREATE TABLE staging.kept (file INTEGER, line INTEGER, ${texts});
    CREATE INDEX staging.kept_place ON kept (item_number, warehouse, location, serial_number);
    CREATE TABLE staging.places (file INTEGER, warehouse TEXT, location TEXT,
      PRIMARY KEY (file, warehouse, location)) WITHOUT ROWID;
    CREATE TABLE staging.vanishing (scope TEXT NOT NULL, on_hand_id INTEGER NOT NULL, quantity INTEGER NOT NULL,
      PRIMARY KEY (scope, on_hand_id)) STRICT, WITHOUT ROWID;
    CREATE TABLE staging.stays (on_hand_id INTEGER PRIMARY KEY, home INTEGER, keeps INTEGER NOT NULL,
      claims INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE TABLE staging.suspects (item_number TEXT NOT NULL, serial_number TEXT NOT NULL) STRICT;
    CREATE TABLE staging.confirmed (on_hand_id INTEGER PRIMARY KEY) STRICT;
  `);
}

/** Rows that go into one statement: each costs less than one by one. */
const ROWS_AT_ONCE = 40;

/** Rows that are looked at together for which of their columns hold anything. */
const BLOCK_ROWS = 12 * ROWS_AT_ONCE;

/** Stages good on-hand rows of one file. */
export interface RowStager {
  stage(row: StagedRow): void;
  /** Writes what is still waiting. */
  flush(): void;
}

/**
 * Makes the stager of a file with the given dimensions. Most exports carry many columns that are always empty; binding
 * them would take half of the time, so rows go in blocks and a block writes only the columns in which it has anything.
 */
export function createRowStager(store: Store, file: number, present: readonly StockDimension[]): RowStager {
  const inserts = new Map<string, (...parameters: unknown[]) => void>();
  let waiting: StagedRow[] = [];
  const insertOf = (used: readonly number[], rows: number): ((...parameters: unknown[]) => void) => {
    const key = `${used.join()}/${rows}`;
    const known = inserts.get(key);
    if (known !== undefined) return known;
    const columns = ['line', 'quantity', ...used.map((index) => snake(present[index] ?? 'itemNumber'))];
    const row = (_: unknown, at: number): string =>
      `(${at === 0 ? '?' : 'NULL'}, ${file}${', ?'.repeat(columns.length)})`;
    const insert = store.prepareRun(
      `INSERT INTO staging.rows (id, file, ${columns.join(', ')}) VALUES ${Array.from({ length: rows }, row).join(', ')}`,
    );
    inserts.set(key, insert);
    return insert;
  };
  const flush = (): void => {
    const used = present.flatMap((_, index) =>
      waiting.some((row) => row.dimensions[index] !== '') ? [index] : [],
    );
    for (let start = 0; start < waiting.length; start += ROWS_AT_ONCE) {
      const rows = waiting.slice(start, start + ROWS_AT_ONCE);
      const values: unknown[] = [rows[0]?.id];
      for (const { line, dimensions, quantity } of rows) {
        values.push(line, quantity);
        for (const index of used) values.push(dimensions[index]);
      }
      insertOf(used, rows.length)(values);
    }
    waiting = [];
  };
  return {
    flush,
    stage: (row) => {
      waiting.push(row);
      if (waiting.length === BLOCK_ROWS) flush();
    },
  };
}

/** Remembers the dimensions of a refused row: stock of these dimensions stays as it was. */
export function keepStock(
  store: Store,
  file: number,
  line: number,
  dimensions: Readonly<Record<StockDimension, string>>,
): void {
  store.runSql(
    `INSERT INTO staging.kept (file, line, ${list}) VALUES (?, ?, ${dimensionColumns.map(() => '?').join(', ')})`,
    [file, line, ...stockDimensions.map((dimension) => dimensions[dimension])],
  );
}

/** Places that are gathered before they are written. */
const PLACES_AT_ONCE = 5000;

/** Gathers the places that a file names, each once. */
export interface PlaceStager {
  stage(warehouse: string, location: string): void;
  /** Writes what is still waiting. */
  flush(): void;
}

/** Makes the gatherer of a file. Warehouses have few locations, so most rows cost a look into a set and no more. */
export function createPlaceStager(store: Store, file: number): PlaceStager {
  const waiting = new Map<string, Set<string>>();
  let size = 0;
  const flush = (): void => {
    store.runSql(
      `INSERT OR IGNORE INTO staging.places (file, warehouse, location)
       SELECT ?, w.value ->> 0, l.value FROM json_each(?) w, json_each(w.value, '$[1]') l`,
      [file, JSON.stringify([...waiting].map(([warehouse, locations]) => [warehouse, [...locations]]))],
    );
    waiting.clear();
    size = 0;
  };
  return {
    flush,
    stage: (warehouse, location) => {
      const known = waiting.get(warehouse);
      if (known === undefined) waiting.set(warehouse, new Set([location]));
      else if (known.has(location)) return;
      else known.add(location);
      size += 1;
      if (size === PLACES_AT_ONCE) flush();
    },
  };
}

/** Notes a problem of a file. */
export function addProblem(store: Store, file: number, problem: ImportProblem): void {
  store.runSql(
    'INSERT INTO staging.problems (file, row, "column", value, outcome, reason) VALUES (?, ?, ?, ?, ?, ?)',
    [file, problem.row, problem.column, problem.value, problem.outcome, problem.reason],
  );
}

/** A stretch of a file's problems in the order of its rows. */
export function problemsOf(
  store: Store,
  file: number,
  offset: number,
  limit: number,
): readonly ImportProblem[] {
  return store.allSql<ImportProblem>(
    `SELECT row, "column", value, outcome, reason FROM staging.problems WHERE file = ?
     ORDER BY row, id LIMIT ? OFFSET ?`,
    [file, limit, offset],
  );
}

/** How many problems a file has, and how many of its rows were refused. */
export function problemCounts(
  store: Store,
  file: number,
): { readonly problems: number; readonly refused: number } {
  const [counts] = store.allSql<{ problems: number; refused: number }>(
    `SELECT count(*) AS problems, count(DISTINCT CASE WHEN outcome = 'Refused' THEN row END) AS refused
     FROM staging.problems WHERE file = ?`,
    [file],
  );
  return counts ?? { problems: 0, refused: 0 };
}

/** Forgets what was staged of a file that turned out to be unreadable. */
export function dropFile(store: Store, file: number): void {
  for (const table of ['rows', 'kept', 'problems', 'places'])
    store.runSql(`DELETE FROM staging.${table} WHERE file = ?`, [file]);
}

/** Keeps a value for the apply. */
export function savePlan(store: Store, key: string, value: unknown): void {
  store.runSql('INSERT OR REPLACE INTO staging.plan (key, value) VALUES (?, ?)', [
    key,
    JSON.stringify(value),
  ]);
}

/** The text of a value that was kept, or undefined. */
export function readPlan(store: Store, key: string): string | undefined {
  return store.allSql<{ value: string }>('SELECT value FROM staging.plan WHERE key = ?', [key])[0]?.value;
}
