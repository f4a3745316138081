import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readBackupName, type Backup } from '../domain/backup.ts';
import { DomainError } from '../domain/problem.ts';

/** Ending of files that are being written. What is left of them goes at the next start. */
const PART = '.part';

/** The folder of the backups in a data folder. */
export const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups');

/** The file that a restore makes ready, beside the data file so that it can take its place at one stroke. */
export const preparedFile = (dataFolder: string): string => join(dataFolder, `restore${PART}`);

/** Takes away what a run that was killed left half written. */
export function removeHalfWritten(dataFolder: string): void {
  for (const folder of [dataFolder, backupFolder(dataFolder)])
    for (const name of namesIn(folder))
      // SQLite's own journals stand beside a file under its name and more.
      if (name.includes(PART)) rmSync(join(folder, name), { force: true });
}

/** The backups, the newest first. Other files in the folder are passed over. */
export function listBackups(dataFolder: string): readonly Backup[] {
  const folder = backupFolder(dataFolder);
  return namesIn(folder)
    .flatMap((fileName) => {
      const said = readBackupName(fileName);
      const bytes = said && statSync(join(folder, fileName), { throwIfNoEntry: false })?.size;
      return bytes === undefined ? [] : [{ id: idOf(fileName), fileName, ...said!, bytes }];
    })
    .sort((one, other) => (one.at + one.fileName < other.at + other.fileName ? 1 : -1));
}

/** A backup and where it is. @throws DomainError `not-found`. */
export function findBackup(
  dataFolder: string,
  id: string,
): { readonly backup: Backup; readonly path: string } {
  // Looked up in the folder, so that whatever is asked for, no other file can be meant.
  const backup = listBackups(dataFolder).find((one) => one.id === id);
  if (backup === undefined)
    throw new DomainError('not-found', 'This backup is no longer in the folder of the backups.');
  return { backup, path: join(backupFolder(dataFolder), backup.fileName) };
}

/** Where a new backup is written to first. */
export function draftPath(dataFolder: string, name: string): string {
  const folder = backupFolder(dataFolder);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}${PART}`);
}

/** Gives a finished draft its name; a backup never takes the place of an earlier one. It is on the disk when this returns. */
export function publishBackup(dataFolder: string, draft: string, name: string): Backup {
  const folder = backupFolder(dataFolder);
  const fileName = freeName(folder, name);
  syncFile(draft);
  renameSync(draft, join(folder, fileName));
  syncFolder(folder);
  const said = readBackupName(fileName);
  if (said === undefined) throw new Error(`${fileName} is not the name of a backup.`);
  return { id: idOf(fileName), fileName, ...said, bytes: statSync(join(folder, fileName)).size };
}

/** Deletes a database file that is not used and what SQLite may have left beside it. */
export function removeFile(path: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
}

/**
 * Says beforehand that a disk has too little room.
 * @param what is about to be written, e.g. `the backup`.
 * @throws DomainError `storage`.
 */
export function requireRoom(path: string, bytes: number, what: string): void {
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize < bytes)
    throw new DomainError(
      'storage',
      `There is not enough room on the disk for ${what}: it needs ${megabytes(bytes)}, and ${megabytes(bavail * bsize)} are free. Nothing was changed. Make room, then try again.`,
    );
}

/** Waits until a file is on the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the names in a folder are on the disk. Windows keeps them by itself and has no such call. */
export function syncFolder(path: string): void {
  let folder: number;
  try {
    folder = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(folder);
  } catch {
    // Not every file system can; the rename is as safe there as it gets.
  } finally {
    closeSync(folder);
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function idOf(fileName: string): string {
  return createHash('sha256').update(fileName.normalize('NFC')).digest('hex').slice(0, 32);
}

function freeName(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${name}.db` : `${name} ${number}.db`;
    if (!existsSync(join(folder, file))) return file;
  }
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.ceil(bytes / 1024 ** 2)).toLocaleString('en')} MB`;
}
