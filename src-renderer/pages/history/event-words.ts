import type { HistoryDoor, HistoryEvent, HistoryKind } from '../../../src-main/domain/history.ts';
import { NOTHING, versionValues } from './version-values.ts';

/** The doors through which changes come, as the page names them. */
export const doorLabels: Readonly<Record<HistoryDoor, string>> = {
  page: 'Page',
  import: 'Import',
  bulk: 'Change of many',
};

/** One field that an event has changed. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What an event says about a thing. */
export type EventVersions = Pick<HistoryEvent, 'kind' | 'before' | 'after'>;

/** The fields that an event has changed; of a thing that was created or deleted all that it had. */
export function fieldChanges({ kind, before, after }: EventVersions): readonly FieldChange[] {
  const [old, next] = [versionValues(kind, before), versionValues(kind, after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((label) => ({ label, before: old.get(label) ?? NOTHING, after: next.get(label) ?? NOTHING }))
    .filter((change) => change.before !== change.after);
}

/** What an event changed, in one line: `Capture serial number: None → Picking`. */
export function eventGist(event: EventVersions): string {
  const changes = fieldChanges(event);
  if (event.kind === 'data-file') return changes.map(({ label, after }) => `${label}: ${after}`).join('; ');
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
]);

/** Whether there is a version on this side of an event to go back to. */
export function canRestore({ kind, ...event }: EventVersions, side: 'before' | 'after'): boolean {
  return restorable.has(kind) && event[side] !== null;
}
