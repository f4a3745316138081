import type { DataSummary } from '../domain/backup.ts';
import type { Store } from './store.ts';

/** Opens data files other than the one that the app works with. */
export interface DataFiles {
  /** Opens a file to look at. It is not written to. */
  read(file: string): Store;
  /** Opens a file to work on, as one file without a log beside it. */
  edit(file: string): Store;
  /** An empty data file in memory, as a version of the app made it. @param version of the tables, from 1. */
  model(version: number): Store;
}

/** Names of the tables of a data file. */
export function tableNames(store: Store): readonly string[] {
  return store
    .allSql<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .map(({ name }) => name);
}

/** Says how many rows a table has. */
export function countRows(store: Store, table: string): number {
  return store.allSql<{ rows: number }>(`SELECT count(*) AS rows FROM ${quoted(table)}`)[0]?.rows ?? 0;
}

/** Goes through a table and its indexes page by page. Returns the first thing that is wrong; undefined where nothing is. */
export function damageOf(store: Store, table: string): string | undefined {
  const found = String(store.pragma(`integrity_check('${table.replaceAll("'", "''")}')`));
  return found === 'ok' ? undefined : found;
}

/** Whether every reference from one table to another leads somewhere. */
export function referencesHold(store: Store): boolean {
  return store.allSql('PRAGMA foreign_key_check').length === 0;
}

/**
 * What makes a data file what it is: its tables, triggers and views as they were written. Not its indexes: a version of
 * the app may have other ones for the same tables.
 */
export function schemaText(store: Store): string {
  const parts = store.allSql<{ type: string; name: string; sql: string }>(
    `SELECT type, name, sql FROM sqlite_schema
     WHERE type <> 'index' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
  );
  return parts.map(({ type, name, sql }) => `${type} ${name} ${sql.replace(/\s+/g, ' ')}`).join('\n');
}

/** Sums a data file up, of whatever version, from what is kept and from small tables: it takes no time to speak of. */
export function summaryOf(store: Store): DataSummary {
  const there = new Set(tableNames(store));
  const number = (table: string, sql: string): number | null =>
    there.has(table) ? (store.allSql<{ value: number | null }>(sql)[0]?.value ?? 0) : null;
  const last = (table: string): string =>
    there.has(table)
      ? (store.allSql<{ at: string }>(`SELECT at FROM ${table} ORDER BY id DESC LIMIT 1`)[0]?.at ?? '')
      : '';
  const [changed, moved] = [last('history'), last('inventory_events')];
  return {
    onHandRows: number('on_hand_sums', 'SELECT sum(rows) AS value FROM on_hand_sums'),
    items: number('items', 'SELECT count(*) AS value FROM items'),
    groups: number('tracking_dimension_groups', 'SELECT count(*) AS value FROM tracking_dimension_groups'),
    orders: number('orders', 'SELECT count(*) AS value FROM orders'),
    lastChange: (changed > moved ? changed : moved) || null,
  };
}

/** When the data first changed, as an ISO time in UTC; undefined where it never did. */
export function firstChange(store: Store): string | undefined {
  const firsts = store.allSql<{ at: string | null }>(
    `SELECT (SELECT at FROM history ORDER BY id LIMIT 1) AS at
     UNION ALL SELECT (SELECT at FROM inventory_events ORDER BY id LIMIT 1)`,
  );
  return firsts.flatMap(({ at }) => (at === null ? [] : [at])).sort()[0];
}

/** Lifts the number of changes of a data file over that of another, so that nothing worked out from either is taken for the other's. */
export function raiseRevision(store: Store, above: number): void {
  store.runSql('UPDATE revision SET value = max(value, ?) WHERE id = 1', [above]);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
