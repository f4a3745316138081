import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
  type CompiledQuery,
} from 'kysely';
import type { Schema } from './schema.ts';

/** What a changing statement did. */
export interface Changes {
  readonly changes: number;
  readonly lastInsertRowid: number;
}

/** The part of the database driver that is used; `open.ts` is the only file that knows the driver. */
export interface Driver {
  all(sql: string, parameters: readonly unknown[]): unknown[];
  run(sql: string, parameters: readonly unknown[]): Changes;
  /** Rows as arrays, one after the other, without holding them all. */
  iterate(sql: string, parameters: readonly unknown[]): IterableIterator<unknown[]>;
  /** A changing statement prepared for many runs. */
  prepareRun(sql: string): (...parameters: unknown[]) => void;
  exec(sql: string): void;
  pragma(text: string): unknown;
  transaction<T>(work: () => T): T;
  /** One transaction that takes no lock on the data file until it writes there: for filling a staging database. */
  scratch<T>(work: () => T): T;
  /**
   * Copies the data file while it is in use. Inside a read transaction, the copy is of the moment at which that began.
   * @param progress hears how many pages of how many are there; what it throws ends the copying, and nothing is left.
   */
  backup(file: string, progress: (done: number, total: number) => void): Promise<void>;
  close(): void;
}

/** Builds queries; they run through a `Store`, synchronously, so that no transaction can stay open across an await. */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/**
 * A bound value in a join that runs thousands of times: for a plain `?` SQLite plans a join anew at each run, which takes
 * longer than the run itself.
 */
export const BOUND = '+?';

type Query<Row> = Compilable<Row> | CompiledQuery<Row>;

/** An open data file. All calls are synchronous; one writer at a time. */
export interface Store extends Omit<Driver, 'all' | 'run' | 'iterate'> {
  /** All rows of a query. */
  all<Row>(built: Query<Row>): Row[];
  /** The first row of a query, if there is one. */
  first<Row>(built: Query<Row>): Row | undefined;
  /** Runs a changing statement. */
  run(built: Query<unknown>): Changes;
  /** Rows of a query as arrays in the order of its columns, without holding them all. */
  iterate(built: Query<unknown>): IterableIterator<unknown[]>;
  /** All rows of a plain SQL text. */
  allSql<Row>(sql: string, parameters?: readonly unknown[]): Row[];
  /** Runs a plain changing SQL text. */
  runSql(sql: string, parameters?: readonly unknown[]): Changes;
  /** Runs work in one transaction, settles what follows from it and marks the data as changed; nothing stays if it throws. */
  change<T>(work: () => T): T;
  /** Goes up with every change through any connection. */
  revision(): number;
}

/**
 * Wraps a driver.
 * @param around what is done in the transaction of every change, before it and after it.
 */
export function createStore(
  driver: Driver,
  around: { readonly before: (store: Store) => void; readonly after: (store: Store) => void },
): Store {
  const compile = (built: Query<unknown>): CompiledQuery => ('sql' in built ? built : built.compile());
  const store: Store = {
    ...driver,
    all: <Row>(built: Query<Row>) => {
      const { sql, parameters } = compile(built);
      return driver.all(sql, parameters) as Row[];
    },
    first: <Row>(built: Query<Row>) => store.all(built)[0],
    run: (built) => {
      const { sql, parameters } = compile(built);
      return driver.run(sql, parameters);
    },
    iterate: (built) => {
      const { sql, parameters } = compile(built);
      return driver.iterate(sql, parameters);
    },
    allSql: <Row>(sql: string, parameters: readonly unknown[] = []) => driver.all(sql, parameters) as Row[],
    runSql: (sql, parameters = []) => driver.run(sql, parameters),
    change: (work) =>
      driver.transaction(() => {
        around.before(store);
        const result = work();
        around.after(store);
        driver.run('UPDATE revision SET value = value + 1 WHERE id = 1', []);
        return result;
      }),
    revision: () => (driver.all('SELECT value FROM revision', [])[0] as { value: number }).value,
  };
  return store;
}
