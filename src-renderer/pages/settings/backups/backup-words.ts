import type { Backup, DataSummary, RestoreQuestion } from '../../../../src-main/domain/backup.ts';
import { formatCount } from '../../../app/format.ts';
import { formatTime } from '../../on-hand/format-time.ts';

const sizes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** Why a backup was made. */
export function madeWords({ made, reason }: Pick<Backup, 'made' | 'reason'>): string {
  if (made === 'before') return `Before ${reason}`;
  return made === 'nightly' ? 'Nightly' : 'By hand';
}

/** The size of a file as the screen shows it, e.g. `12.3 MB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1024 ** 2
    ? `${sizes.format(Math.max(0.1, bytes / 1024))} KB`
    : `${sizes.format(bytes / 1024 ** 2)} MB`;
}

/** A line of what a restore would replace. */
export interface ComparedLine {
  readonly label: string;
  readonly backup: string;
  readonly now: string;
}

const counted: readonly (readonly [Exclude<keyof DataSummary, 'lastChange'>, string])[] = [
  ['onHandRows', 'On-hand rows'],
  ['items', 'Items'],
  ['groups', 'Tracking dimension groups'],
  ['orders', 'Orders'],
];

/** What a backup holds beside what the data holds, line by line. */
export function comparedLines({ backup, now }: RestoreQuestion, today: Date): readonly ComparedLine[] {
  const count = (value: number | null): string => (value === null ? 'not kept then' : formatCount(value));
  const time = (iso: string | null): string => (iso === null ? 'never' : formatTime(iso, today));
  return [
    ...counted.map(([key, label]) => ({ label, backup: count(backup[key]), now: count(now[key]) })),
    { label: 'Last change', backup: time(backup.lastChange), now: time(now.lastChange) },
  ];
}
