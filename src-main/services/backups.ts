import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Backup, RestoreQuestion } from '../domain/backup.ts';
import { DomainError } from '../domain/problem.ts';
import { summaryOf, type DataFiles } from '../store/data-file-queries.ts';
import { backupFolder, findBackup, listBackups, removeFile } from './backup-files.ts';
import { lookInto } from './check-data-file.ts';
import type { ServiceContext } from './context.ts';
import { createImportFolder, openImportFolder, type AnnouncedFile } from './import-folder.ts';
import { checkArrived } from './imports.ts';
import type { BackupOrder } from './make-backup.ts';
import { offerFile, type Download } from './outgoing.ts';
import type { RestoreOrder } from './prepare-restore.ts';

/** Largest data file that is taken to be restored, in bytes. */
const MAX_DATA_FILE_BYTES = 64 * 1024 ** 3;

/** Media type of SQLite files. */
const MEDIA_TYPE = 'application/vnd.sqlite3';

/** A backup to restore: one of the folder, or a file that was uploaded. */
export type BackupSource = { readonly id: string } | { readonly uploadId: string };

/** Use cases of backups; making, inspecting and restoring are jobs. */
export interface BackupService {
  /** All backups, the newest first, and where they are. */
  list(): { readonly folder: string; readonly backups: readonly Backup[] };
  /** What is to be done for a backup that the user asks for now. */
  byHand(): BackupOrder;
  /** What is to be restored. @throws as `file` does. */
  order(source: BackupSource): RestoreOrder;
  /** What a backup holds and what the data holds. @throws DomainError `not-found`, `unreadable-file`. */
  question(id: string): RestoreQuestion;
  /** Sums up the data as it is now. */
  now(): RestoreQuestion['now'];
  /** Offers a backup for download. @throws DomainError `not-found`. */
  download(id: string): Download;
  /** Deletes a backup. @throws DomainError `not-found`. */
  remove(id: string): void;
  /** Makes room for a data file that will be uploaded. @throws DomainError `too-large`. */
  announce(file: AnnouncedFile): { readonly uploadId: string };
  /** A file, and what the user knows it by. @throws DomainError `not-found`, `invalid` for half a file. */
  file(source: BackupSource): Pick<RestoreOrder, 'path' | 'name' | 'uploadId'>;
}

/** Makes the service. */
export function createBackupService(
  { store, dataFolder, now }: Pick<ServiceContext, 'store' | 'dataFolder' | 'now'>,
  files: DataFiles,
  appVersion: string,
): BackupService {
  const fileOf: BackupService['file'] = (source) => {
    if ('id' in source) {
      const { path, backup } = findBackup(dataFolder, source.id);
      return { path, name: backup.fileName };
    }
    const folder = openImportFolder(dataFolder, source.uploadId);
    const [announced, ...more] = folder.files;
    if (announced === undefined || more.length > 0)
      throw new DomainError('invalid', 'One backup is restored at a time. Choose a single file.');
    checkArrived(folder.file(0), announced);
    return { path: folder.file(0), name: announced.name, uploadId: source.uploadId };
  };
  return {
    list: () => ({ folder: backupFolder(dataFolder), backups: listBackups(dataFolder) }),
    byHand: () => ({ made: 'by-hand', reason: '', appVersion, at: now().toISOString() }),
    order: (source) => ({ ...fileOf(source), appVersion }),
    now: () => summaryOf(store),
    question: (id) => ({ backup: lookInto(files, fileOf({ id }), summaryOf), now: summaryOf(store) }),
    download: (id) => {
      const { backup, path } = findBackup(dataFolder, id);
      return offerFile(dataFolder, path, `Serial Capture Desk ${backup.fileName}`, MEDIA_TYPE);
    },
    remove: (id) => removeFile(findBackup(dataFolder, id).path),
    announce: (file) => {
      if (file.size > MAX_DATA_FILE_BYTES)
        throw new DomainError('too-large', `${file.name} is larger than any data file; the limit is 64 GiB.`);
      const uploadId = randomUUID();
      createImportFolder(dataFolder, uploadId, [file]);
      return { uploadId };
    },
    file: fileOf,
  };
}

/** Path of a backup, for what is told of it. */
export function pathOfBackup(dataFolder: string, { fileName }: Backup): string {
  return join(backupFolder(dataFolder), fileName);
}
