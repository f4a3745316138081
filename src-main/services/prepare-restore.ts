import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { appSettingsSchema } from '../domain/app-settings.ts';
import type { Backup, DataSummary } from '../domain/backup.ts';
import type { JobControl } from '../domain/job.ts';
import { raiseRevision, summaryOf, type DataFiles } from '../store/data-file-queries.ts';
import { migrate } from '../store/migrate.ts';
import { readAppSettings, saveSetting } from '../store/setting-queries.ts';
import type { Store } from '../store/store.ts';
import { preparedFile, removeFile, requireRoom, syncFile } from './backup-files.ts';
import { lookInto, requireWhole } from './check-data-file.ts';
import { beginChange } from './history-recorder.ts';
import { fullDisk, makeBackup, noRoom } from './make-backup.ts';

/** Bytes that are copied at a time. */
const BLOCK_BYTES = 4 * 1024 * 1024;

/** A file to restore. */
export interface RestoreOrder {
  readonly path: string;
  /** What the user knows it by. */
  readonly name: string;
  /** Where it was uploaded: what it goes with once it is restored. */
  readonly uploadId?: string | undefined;
  readonly appVersion: string;
}

/** What the history says of who restored, and when. */
export interface Restorer {
  readonly user: string;
  readonly now: Date;
}

/** Checks a file that was brought here from elsewhere, whole, and sums it up. Nothing is changed. */
export function inspectDataFile(
  files: DataFiles,
  file: { readonly path: string; readonly name: string },
  control: JobControl,
): DataSummary {
  return lookInto(files, file, (store) => {
    requireWhole(store, file.name, control);
    return summaryOf(store);
  });
}

/**
 * Makes all ready to put a backup in the place of the data: a copy of it, checked, brought to the newest tables and with
 * a word of it in its history, and a backup of the data as it is now. The data itself is not touched. Nobody may write
 * meanwhile.
 * @returns the backup of the data as it is now.
 * @throws DomainError `unreadable-file` where the file is none that can be restored, `storage` where there is no room.
 */
export async function prepareRestore(
  store: Store,
  files: DataFiles,
  dataFolder: string,
  order: RestoreOrder,
  restorer: Restorer,
  control: JobControl,
): Promise<Backup> {
  const { name, appVersion } = order;
  const copy = preparedFile(dataFolder);
  removeFile(copy);
  lookInto(files, order, () => undefined);
  try {
    copyFile(order.path, copy, control);
    // Looked into once more: what is checked must be what is restored.
    lookInto(files, { path: copy, name }, (copied) => requireWhole(copied, name, control));
    const at = restorer.now.toISOString();
    const before = { made: 'before', reason: 'restoring', appVersion, at } as const;
    const kept = await makeBackup(store, files, dataFolder, before, control);
    control.phase('Making the restored data ready', 0);
    settleIn(files, copy, store, { name, kept: kept.fileName }, restorer);
    control.progress(0);
    syncFile(copy);
    return kept;
  } catch (error) {
    removeFile(copy);
    throw fullDisk(error) ? noRoom() : error;
  }
}

/** Does to a copy what must be done before the app can go on with it. */
function settleIn(
  files: DataFiles,
  path: string,
  current: Store,
  { name, kept }: { readonly name: string; readonly kept: string },
  { user, now }: Restorer,
): void {
  const copy = files.edit(path);
  try {
    migrate(copy);
    copy.change(() => {
      const { nightlyBackup, backupHour, backupsKept } = readAppSettings(current);
      const settings = { ...readAppSettings(copy), nightlyBackup, backupHour, backupsKept };
      // An old backup must not turn off the backups that come.
      saveSetting(copy, 'app', appSettingsSchema.parse(settings));
      saveSetting(copy, 'restored', { id: randomUUID() });
      raiseRevision(copy, current.revision() + 1);
      beginChange({ store: copy, user, now: () => now }, 'page').record({
        kind: 'data-file',
        subject: 'data-file',
        name: 'Restored a backup',
        before: null,
        after: { backup: name, kept },
      });
    });
  } finally {
    copy.close();
  }
}

/** Copies a file piece by piece, so that it can be watched and cancelled. */
function copyFile(from: string, to: string, control: JobControl): void {
  const { size } = statSync(from);
  // The data as it is now is copied too.
  requireRoom(to, size * 2, 'restoring');
  control.phase('Copying the backup', size);
  const [source, target] = [openSync(from, 'r'), openSync(to, 'wx')];
  try {
    const block = new Uint8Array(BLOCK_BYTES);
    for (let done = 0; ;) {
      control.progress(done);
      const read = readSync(source, block, 0, block.length, done);
      if (read === 0) return;
      for (let written = 0; written < read;)
        written += writeSync(target, block, written, read - written, done + written);
      done += read;
    }
  } finally {
    closeSync(source);
    closeSync(target);
  }
}
