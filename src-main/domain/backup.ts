/** Request header by which a page says which data it was loaded from. */
export const EPOCH_HEADER = 'x-desk-epoch';

/** Why a backup was made: the user asked, the night came, or something was about to take data away. */
export type BackupMade = 'by-hand' | 'nightly' | 'before';

/** A backup of the data file. */
export interface Backup {
  /** Stands for the file; no request names a file itself. */
  readonly id: string;
  readonly fileName: string;
  /** ISO time in UTC. */
  readonly at: string;
  readonly made: BackupMade;
  /** What it was made before, e.g. `starting over`; empty where it was not made before anything. */
  readonly reason: string;
  /** Version of the app that made it. */
  readonly appVersion: string;
  readonly bytes: number;
}

/** What a data file holds, to compare one with another. Null where an older data file does not keep such a thing. */
export interface DataSummary {
  readonly onHandRows: number | null;
  readonly items: number | null;
  readonly groups: number | null;
  readonly orders: number | null;
  /** When something last changed, as an ISO time in UTC; null where nothing ever did. */
  readonly lastChange: string | null;
}

/** What a restore would put in the place of what. */
export interface RestoreQuestion {
  readonly backup: DataSummary;
  readonly now: DataSummary;
}

/** What each file name says, so that a list needs nothing but the folder. */
const NAME =
  /^(\d{4}-\d\d-\d\d) (\d\d)-(\d\d)-(\d\d)Z (by hand|nightly|before (.+)) \(([0-9A-Za-z.+-]+)\)(?: \d+)?\.db$/;

/** The beginning of a backup's file name, which says all about it. @param reason in letters that any file system takes. */
export function backupName(at: Date, made: BackupMade, reason: string, appVersion: string): string {
  const stamp = at.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
  const why = made === 'before' ? `before ${reason}` : made === 'nightly' ? 'nightly' : 'by hand';
  return `${stamp}Z ${why} (${appVersion})`;
}

/** What the name of a backup says; undefined for any other file. */
export function readBackupName(
  fileName: string,
): Pick<Backup, 'at' | 'made' | 'reason' | 'appVersion'> | undefined {
  const [, day, hour, minute, second, why, reason = '', appVersion = ''] = NAME.exec(fileName) ?? [];
  const at = new Date(`${day}T${hour}:${minute}:${second}.000Z`);
  if (why === undefined || Number.isNaN(at.getTime())) return undefined;
  const made = why === 'nightly' ? 'nightly' : why === 'by hand' ? 'by-hand' : 'before';
  return { at: at.toISOString(), made, reason, appVersion };
}

/** The last time it struck an hour of the day, in local time. @param hour from 0 to 23. */
export function lastStrike(now: Date, hour: number): Date {
  const strike = new Date(now);
  strike.setHours(hour, 0, 0, 0);
  if (strike > now) {
    strike.setDate(strike.getDate() - 1);
    // A day on which the clock was put on may not have had this hour.
    strike.setHours(hour, 0, 0, 0);
  }
  return strike;
}

/** Nightly backups that are more than shall be kept, of those given; backups made otherwise are never among them. */
export function outdatedBackups(backups: readonly Backup[], keep: number): readonly Backup[] {
  return backups
    .filter(({ made }) => made === 'nightly')
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(keep);
}
