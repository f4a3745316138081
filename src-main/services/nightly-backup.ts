import { lastStrike } from '../domain/backup.ts';
import { DomainError } from '../domain/problem.ts';
import { firstChange, type DataFiles } from '../store/data-file-queries.ts';
import { readAppSettings } from '../store/setting-queries.ts';
import { findBackup, listBackups } from './backup-files.ts';
import type { ServiceContext } from './context.ts';
import type { JobRunner } from './jobs.ts';

/** Milliseconds after which a nightly backup that failed is tried again. */
const RETRY_MS = 60 * 60 * 1000;

/** How the last attempt at a nightly backup failed. */
export interface NightlyFailure {
  /** ISO time in UTC. */
  readonly at: string;
  /** A sentence for the user. */
  readonly sentence: string;
}

/** Makes a backup each night, or at the first opportunity after it. */
export interface NightlyBackup {
  /** Makes the backup where one is due. Resolves when there is nothing to do or it has been tried. */
  check(): Promise<void>;
  /** The failure of the last attempt; null where it went well or there was none. */
  failure(): NightlyFailure | null;
}

/** Makes it. Whoever has a clock calls `check` now and then. @param context the data as it is now; a restore changes it. */
export function createNightlyBackup(
  context: () => Pick<ServiceContext, 'store' | 'dataFolder' | 'now'>,
  files: DataFiles,
  jobs: JobRunner,
  appVersion: string,
  report: (error: unknown) => void,
): NightlyBackup {
  let failure: NightlyFailure | null = null;
  let running = false;
  let settledFor = '';
  const isDue = (strike: Date): boolean => {
    const { store, dataFolder } = context();
    const first = firstChange(store);
    // Data that was not there yet when it struck is for the next night.
    if (first === undefined || first >= strike.toISOString()) return false;
    const backups = listBackups(dataFolder);
    if (backups.some(({ at, made }) => made === 'nightly' && at >= strike.toISOString())) return false;
    // A copy of the same would only push an older state out of those that are kept.
    return backups[0] === undefined || revisionOf(files, dataFolder, backups[0].id) !== store.revision();
  };
  return {
    failure: () => failure,
    check: async () => {
      const { store, now } = context();
      const { nightlyBackup, backupHour, backupsKept } = readAppSettings(store);
      const strike = lastStrike(now(), backupHour);
      const tried = failure === null ? undefined : now().getTime() - new Date(failure.at).getTime();
      if (!nightlyBackup || running || settledFor === strike.toISOString()) return;
      if (tried !== undefined && tried < RETRY_MS) return;
      running = true;
      try {
        const order = { made: 'nightly', reason: '', appVersion, at: now().toISOString() } as const;
        if (isDue(strike)) await jobs.run({ kind: 'make-backup', ...order, keep: backupsKept });
        settledFor = strike.toISOString();
        failure = null;
      } catch (error) {
        const known = error instanceof DomainError;
        // While a backup is restored, this one waits for the next look at the clock.
        if (known && error.code === 'busy') return;
        if (!known) report(error);
        const sentence = known ? error.message : 'Something unexpected happened; the log has the details.';
        failure = { at: now().toISOString(), sentence };
      } finally {
        running = false;
      }
    },
  };
}

/** The revision of the data in a backup; undefined where it cannot be read. */
function revisionOf(files: DataFiles, dataFolder: string, id: string): number | undefined {
  try {
    const store = files.read(findBackup(dataFolder, id).path);
    try {
      return store.revision();
    } finally {
      store.close();
    }
  } catch {
    return undefined;
  }
}
