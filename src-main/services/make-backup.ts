import { backupName, outdatedBackups, type Backup, type BackupMade } from '../domain/backup.ts';
import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { countRows, tableNames, type DataFiles } from '../store/data-file-queries.ts';
import type { Store } from '../store/store.ts';
import {
  draftPath,
  findBackup,
  listBackups,
  publishBackup,
  removeFile,
  requireRoom,
} from './backup-files.ts';
import { isWhole } from './check-data-file.ts';

/** What a backup is made for. */
export interface BackupOrder {
  readonly made: BackupMade;
  /** What it is made before, in words; empty where it is not made before anything. */
  readonly reason: string;
  readonly appVersion: string;
  /** ISO time in UTC. */
  readonly at: string;
}

/** Letters of a reason that go into the name of a file. */
const REASON_LENGTH = 45;

/**
 * Copies the data file into the folder of the backups while the app works with it. The copy is of one moment, is checked
 * after it was written, and has its name only then; one that fails leaves nothing.
 * @param store a connection that nobody else uses meanwhile; others may write through theirs.
 * @throws DomainError `storage` where there is no room for it or what was written is not what was there.
 */
export async function makeBackup(
  store: Store,
  files: DataFiles,
  dataFolder: string,
  { made, reason, appVersion, at }: BackupOrder,
  control: JobControl,
): Promise<Backup> {
  const named = [...reason.replace(/[^\p{L}\p{N} _-]/gu, '_')].slice(0, REASON_LENGTH).join('');
  const name = backupName(new Date(at), made, named, appVersion);
  const draft = draftPath(dataFolder, name);
  removeFile(draft);
  requireRoom(draft, Number(store.pragma('page_count')) * Number(store.pragma('page_size')), 'the backup');
  try {
    const counted = await copySnapshot(store, draft, control);
    checkCopy(files, draft, counted, control);
    return publishBackup(dataFolder, draft, name);
  } catch (error) {
    removeFile(draft);
    throw fullDisk(error) ? noRoom() : error;
  }
}

/** Deletes the nightly backups that are more than shall be kept. */
export function pruneBackups(dataFolder: string, keep: number): void {
  for (const { id } of outdatedBackups(listBackups(dataFolder), keep))
    removeFile(findBackup(dataFolder, id).path);
}

async function copySnapshot(
  store: Store,
  draft: string,
  control: JobControl,
): Promise<ReadonlyMap<string, number>> {
  // One read transaction for all of it: the copy is of the moment of its first read, and a write meanwhile does not
  // make SQLite begin anew.
  store.exec('BEGIN');
  try {
    control.phase('Counting the data', 0);
    const counted = new Map<string, number>();
    for (const table of tableNames(store)) {
      counted.set(table, countRows(store, table));
      control.progress(0);
    }
    let total = 0;
    await store.backup(draft, (done, pages) => {
      if (total !== pages) control.phase('Copying the data', pages);
      total = pages;
      control.progress(done);
    });
    return counted;
  } finally {
    store.exec('COMMIT');
  }
}

function checkCopy(
  files: DataFiles,
  draft: string,
  counted: ReadonlyMap<string, number>,
  control: JobControl,
): void {
  // Opened to edit: a backup is one file, without a log that could get lost.
  const copy = files.edit(draft);
  try {
    const same = (): boolean => [...counted].every(([table, rows]) => countRows(copy, table) === rows);
    if (!isWhole(copy, 'the backup', control) || !same())
      throw new DomainError(
        'storage',
        'The backup is damaged, so it was thrown away. The disk or the data file itself may be: check the disk, keep the earlier backups, and try again.',
      );
  } finally {
    copy.close();
  }
}

/** Whether an error says that the disk is full. */
export function fullDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'SQLITE_FULL' || code === 'ENOSPC';
}

/** What is said where the disk became full on the way. */
export function noRoom(): DomainError {
  return new DomainError(
    'storage',
    'The disk is full. Nothing was changed, and nothing half written was left. Make room, then try again.',
  );
}
