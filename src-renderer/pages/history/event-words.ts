import type { HistoryDoor, HistoryKind } from '../../../src-main/domain/history.ts';
import { fieldChanges, type Versions } from '../../../src-main/domain/version-differences.ts';

/** The doors through which changes come, as the page names them. */
export const doorLabels: Readonly<Record<HistoryDoor, string>> = {
  page: 'Page',
  import: 'Import',
  bulk: 'Change of many',
};

/** What an event changed, in one line: `Capture serial number: None → Picking`. */
export function eventGist(event: Versions): string {
  const changes = fieldChanges(event);
  if (event.kind === 'on-hand' && event.after === null) return 'Undone';
  if (event.kind === 'data-file' || event.kind === 'on-hand')
    return changes.map(({ label, after }) => `${label}: ${after}`).join('; ');
  if (event.before === null) return 'Created';
  if (event.after === null) return 'Deleted';
  return changes.map(({ label, before, after }) => `${label}: ${before} → ${after}`).join('; ');
}

/** Kinds of things that can be put back to a version. */
const restorable: ReadonlySet<HistoryKind> = new Set<HistoryKind>([
  'tracking-dimension-group',
  'tracking-number-group',
  'storage-dimension-group',
  'item',
  'location-stages',
  'warehouse-duties',
  'saved-view',
  'settings',
]);

/** Whether there is a version on this side of an event to go back to. */
export function canRestore({ kind, ...event }: Versions, side: 'before' | 'after'): boolean {
  return restorable.has(kind) && event[side] !== null;
}
