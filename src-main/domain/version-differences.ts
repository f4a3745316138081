import { NOTHING } from './group-field.ts';
import type { HistoryEvent } from './history.ts';
import { versionValues } from './version-values.ts';

/** One field in which two versions of a thing differ, in words. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Two versions of a thing; null where it did not exist. */
export type Versions = Pick<HistoryEvent, 'kind' | 'before' | 'after'>;

/** Fields that a sentence names; more are counted. */
const NAMED = 5;

/** The fields in which two versions differ; of a thing that was created or deleted all that it had. */
export function fieldChanges({ kind, before, after }: Versions): readonly FieldChange[] {
  const [old, next] = [versionValues(kind, before), versionValues(kind, after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((label) => ({ label, before: old.get(label) ?? NOTHING, after: next.get(label) ?? NOTHING }))
    .filter((change) => change.before !== change.after);
}

/**
 * Why a save of an older version is refused.
 * @param changes what is different now; empty where it is again as it was.
 */
export function changedMeanwhileSentence(name: string, changes: readonly FieldChange[]): string {
  if (changes.length === 0)
    return `${name} was changed meanwhile, and changed back. Nothing was saved: open it again first.`;
  const named = changes
    .slice(0, NAMED)
    .map(({ label, before, after }) => `${label} is now ${after} (was ${before})`);
  const rest = changes.length - named.length;
  if (rest > 0) named.push(`${rest} more ${rest === 1 ? 'field differs' : 'fields differ'}`);
  return `${name} was changed meanwhile: ${named.join('; ')}. Nothing was saved.`;
}
