import { useState, type ReactElement } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { GroupKind, StoredGroup } from './group-kind.ts';
import { MissingGroup } from './missing-group.tsx';
import { openGroup, openNewGroup, type OpenedGroup } from './opened-group.ts';

/** Props of `GroupPane`. */
export interface GroupPaneProps<Input extends FieldValues, Stored extends Input & StoredGroup> {
  readonly kind: GroupKind<Input, Stored>;
  readonly groups: readonly Stored[];
  /** Id of the stored group to show; undefined for a new one. */
  readonly id: number | undefined;
  /** Id of the group a new one begins as a copy of. */
  readonly copyOf: number | undefined;
  /** Draws the form. */
  readonly children: (start: OpenedGroup<Input>) => ReactElement;
}

/** The right side of the page: the form of one group, or a word about why there is none. One for each opening. */
export function GroupPane<Input extends FieldValues, Stored extends Input & StoredGroup>(
  props: GroupPaneProps<Input, Stored>,
): ReactElement {
  const { kind, groups, id, copyOf, children } = props;
  const find = (wanted: number | undefined): Stored | undefined =>
    groups.find((group) => group.id === wanted);
  // What an edit starts from stays the same, whatever the list says later: the save compares with it.
  const [start] = useState(() => {
    if (id === undefined) return openNewGroup(kind, groups, find(copyOf));
    const group = find(id);
    return group && openGroup(kind, group);
  });
  return start === undefined ? <MissingGroup /> : children(start);
}
