import type { FieldValues } from 'react-hook-form';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import type { GroupKind, StoredGroup } from './group-kind.ts';

/** What an edit started from. */
export interface OpenedGroup<Input> {
  /** The stored group and its version; undefined for a group that is not stored yet. */
  readonly stored: StoredGroup | undefined;
  /** What the form shows at first: what is stored, or what a new group begins with. */
  readonly start: Input;
  /** Nothing of it is stored, although it is more than an empty form: a copy. */
  readonly unsaved: boolean;
}

/** Opens a stored group. */
export function openGroup<Input extends FieldValues, Stored extends Input & StoredGroup>(
  kind: GroupKind<Input, Stored>,
  group: Stored,
): OpenedGroup<Input> {
  return { stored: { id: group.id, version: group.version }, start: kind.inputOf(group), unsaved: false };
}

/** Opens a new group, empty or as a copy of another one. */
export function openNewGroup<Input extends FieldValues, Stored extends Input & StoredGroup>(
  kind: GroupKind<Input, Stored>,
  groups: readonly Stored[],
  original: Stored | undefined,
): OpenedGroup<Input> {
  if (original === undefined) return { stored: undefined, start: kind.empty, unsaved: false };
  return { stored: undefined, start: kind.copyOf(original, groups), unsaved: true };
}

/** A name like the given one that is not taken: the name with a number behind it, within the length. */
export function freeName(name: string, taken: readonly string[], maxLength: number): string {
  const keys = new Set(taken.map(nameKey));
  const base = name.replace(/\d+$/, '');
  for (let number = 2; ; number += 1) {
    const tail = String(number);
    const candidate = cleanText(base.slice(0, maxLength - tail.length)) + tail;
    if (!keys.has(nameKey(candidate))) return candidate;
  }
}
