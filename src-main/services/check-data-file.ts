import { closeSync, openSync, readSync } from 'node:fs';
import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import {
  damageOf,
  referencesHold,
  schemaText,
  tableNames,
  type DataFiles,
} from '../store/data-file-queries.ts';
import { SCHEMA_VERSION } from '../store/migrate.ts';
import type { Store } from '../store/store.ts';

/** What every SQLite file begins with. */
const SIGNATURE = 'SQLite format 3\0';

/**
 * Looks whether a file is a data file of this app that this version can open: its beginning, its version and its tables.
 * @param name what the user knows the file by.
 * @returns what `look` makes of the opened file.
 * @throws DomainError `unreadable-file` with the reason.
 */
export function lookInto<T>(
  files: DataFiles,
  { path, name }: { readonly path: string; readonly name: string },
  look: (store: Store) => T,
): T {
  if (!beginsAsSqlite(path))
    throw new DomainError(
      'unreadable-file',
      `${name} is not a data file of Serial Capture Desk: it is no database. Choose a backup that the app has made; its name ends in .db.`,
    );
  return readable(name, () => {
    const store = files.read(path);
    try {
      requireOurs(files, store, name);
      return look(store);
    } finally {
      store.close();
    }
  });
}

/** Goes through every table of a data file and says whether all of it can be read and holds together. */
export function isWhole(store: Store, name: string, control: JobControl): boolean {
  try {
    const tables = tableNames(store);
    control.phase(`Checking ${name}`, tables.length);
    for (const [index, table] of tables.entries()) {
      control.progress(index);
      if (damageOf(store, table) !== undefined) return false;
    }
    return referencesHold(store);
  } catch (error) {
    if (isUnreadable(error)) return false;
    throw error;
  }
}

/** Checks a data file to be restored as `isWhole` does. @throws DomainError `unreadable-file` where it is damaged. */
export function requireWhole(store: Store, name: string, control: JobControl): void {
  if (!isWhole(store, name, control)) throw damaged(name);
}

function requireOurs(files: DataFiles, store: Store, name: string): void {
  const version = Number(store.pragma('user_version'));
  const tables = tableNames(store);
  const foreign = new DomainError(
    'unreadable-file',
    `${name} is a database, but not one of Serial Capture Desk. Choose a backup that the app has made.`,
  );
  if (!tables.includes('tracking_dimension_groups') || !tables.includes('on_hand') || version < 1)
    throw foreign;
  if (version > SCHEMA_VERSION)
    throw new DomainError(
      'unreadable-file',
      `${name} was written by a newer version of Serial Capture Desk. Update the app, then restore it.`,
    );
  const model = files.model(version);
  try {
    // Not only that it has our tables: a trigger of someone else's would go on working in the restored data.
    if (schemaText(model) !== schemaText(store)) throw foreign;
  } finally {
    model.close();
  }
}

/** Lets what SQLite says of a file that it cannot read be said to the user. */
function readable<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isUnreadable(error) ? damaged(name) : error;
  }
}

/** Whether SQLite says of a file that it cannot make sense of it. */
function isUnreadable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(CORRUPT|NOTADB|CANTOPEN|IOERR|ERROR)/.test(code);
}

function damaged(name: string): DomainError {
  return new DomainError(
    'unreadable-file',
    `${name} is damaged and cannot be restored. Nothing was changed. Choose another backup.`,
  );
}

function beginsAsSqlite(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = new Uint8Array(SIGNATURE.length);
    readSync(file, start, 0, start.length, 0);
    return new TextDecoder('latin1').decode(start) === SIGNATURE;
  } finally {
    closeSync(file);
  }
}
