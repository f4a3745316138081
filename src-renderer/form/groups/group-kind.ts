import type { FieldValues, Resolver } from 'react-hook-form';
import type { GroupField } from '../../../src-main/domain/group-field.ts';
import type { GroupRow } from './group-filter.ts';

/** A stored group: its identity, and the version that a save must name. */
export interface StoredGroup {
  readonly id: number;
  readonly version: number;
}

/** What the page must know of a kind of groups. */
export interface GroupKind<Input extends FieldValues, Stored extends Input & StoredGroup> {
  /** Name of the page and of its list. */
  readonly title: string;
  /** Name of the form of one group. */
  readonly one: string;
  /** Address of the page. */
  readonly home: string;
  /** Name that users know a group by. */
  readonly nameOf: (group: Input) => string;
  /** The field that holds the name. */
  readonly nameField: string;
  readonly row: (group: Stored) => GroupRow;
  /** The part of a group that a user fills in. */
  readonly inputOf: (group: Input) => Input;
  readonly empty: Input;
  /** What a copy of a group begins with, its name free. */
  readonly copyOf: (group: Stored, groups: readonly Stored[]) => Input;
  readonly resolver: Resolver<Input>;
  readonly fields: readonly GroupField<Input>[];
  /** Paths at which the form can say what is wrong. */
  readonly errorPaths: readonly string[];
}

/** The fields in which two versions of a group differ, in the order of the form's data. */
export function changedFields<Input>(
  fields: readonly GroupField<Input>[],
  before: Input,
  after: Input,
): readonly GroupField<Input>[] {
  return fields.filter((field) => field.show(before) !== field.show(after));
}

/** The newer version with the user's own changes on top: what the user changed since `base` stays the user's. */
export function keepMine<Input>(
  fields: readonly GroupField<Input>[],
  base: Input,
  theirs: Input,
  mine: Input,
): Input {
  return changedFields(fields, base, mine).reduce((merged, field) => field.copy(mine, merged), theirs);
}
