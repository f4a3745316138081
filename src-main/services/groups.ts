import { applyTrackingRules, type Adjustment, type RuledSettings } from '../domain/apply-tracking-rules.ts';
import { deadEnds, type DeadEnd } from '../domain/dead-ends.ts';
import { sameVersion } from '../domain/history.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import {
  groupInputSchema,
  type GroupInput,
  type TrackingDimensionGroup,
} from '../domain/tracking-dimension-group.ts';
import { usageRefusals } from '../domain/tracking-usage.ts';
import type { WhatIf } from '../domain/what-if.ts';
import {
  deleteGroup,
  groupById,
  groupByKey,
  insertGroup,
  listGroups,
  updateGroup,
  whereUsed,
  type WhereUsed,
} from '../store/group-queries.ts';
import { movedGroups } from '../store/moved-items.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import { requireVersion } from './required-version.ts';
import { checkControlTurnedOn } from './serial-number-control.ts';
import type { GovernedWrites } from './what-if.ts';

/** What a save asks for: a new group, or a change of the version that the user has seen. */
export interface SaveGroup extends GroupInput {
  readonly id?: number | undefined;
  readonly version?: number | undefined;
}

/** A saved group, and what the rules made of the settings that were asked for. */
export interface SavedGroup {
  readonly group: TrackingDimensionGroup;
  readonly adjustments: readonly Adjustment[];
  /** Where capture fails for items of the group as it is now. */
  readonly deadEnds: readonly DeadEnd[];
  /** What to undo; null where nothing changed. */
  readonly changeId: number | null;
}

/** Use cases of the page Tracking dimension groups. */
export interface GroupService {
  /** All groups by name. */
  list(): readonly TrackingDimensionGroup[];
  /** What saving would do to the stock; refuses what saving would refuse. */
  whatIf(input: SaveGroup): Promise<WhatIf>;
  /**
   * Stores a group after the rules have settled its settings.
   * @param confirmed the revision of the confirmed preview, where the change reaches stock.
   * @throws DomainError `invalid` (a refused combination, or Serial number control over items whose number group does
   * not fit), `name-taken`, `changed-meanwhile`, `not-found`, `in-use` (a
   * field that stock holds), `needs-confirmation`.
   */
  save(input: SaveGroup, confirmed: number | undefined): Promise<SavedGroup>;
  /**
   * Deletes a group that no item uses. Returns what to undo.
   * @throws DomainError `in-use` naming items, `changed-meanwhile`, `not-found`.
   */
  remove(id: number, version: number): Promise<{ readonly changeId: number | null }>;
  /** Items, rows, quantity and blank quantity under a group. */
  whereUsed(id: number): WhereUsed;
}

/** Makes the service. */
export function createGroupService(context: ServiceContext, governed: GovernedWrites): GroupService {
  const { store } = context;
  const current = (id: number, version: number | undefined): TrackingDimensionGroup =>
    requireVersion(store, groupById(store, id), version, ({ name }) => ({
      kind: 'tracking-dimension-group',
      subject: String(id),
      name,
    }));
  const save = ({ id, version, ...input }: SaveGroup): SavedGroup => {
    const change = beginChange(context, 'page');
    const known = id === undefined ? undefined : current(id, version);
    const { group, adjustments } = storeGroup(store, change, input, known);
    const ends = deadEnds(group.settings, whereUsed(store, group.id));
    return { group, adjustments, deadEnds: ends, changeId: change.changeId() };
  };
  return {
    list: () => listGroups(store),
    whatIf: (input) => governed.preview(() => save(input)),
    save: (input, confirmed) => governed.write(confirmed, () => save(input)),
    remove: (id, version) =>
      context.write(() => {
        const change = beginChange(context, 'page');
        removeGroup(store, change, current(id, version));
        return { changeId: change.changeId() };
      }),
    whereUsed: (id) => whereUsed(store, id),
  };
}

/**
 * Stores a group inside a change: the rules settle it, and stock holds the fields that may not change under it.
 * @param known the stored group that is changed; undefined for a new one.
 * @param id the id a group gets that comes back after it was deleted.
 */
export function storeGroup(
  store: Store,
  change: RecordedChange,
  input: GroupInput,
  known: TrackingDimensionGroup | undefined,
  id?: number,
): { readonly group: TrackingDimensionGroup; readonly adjustments: RuledSettings['adjustments'] } {
  const { settings, adjustments, refusals } = applyTrackingRules(input.settings);
  const moved = known !== undefined && movedGroups(store, known.id).size > 0;
  const held = known === undefined ? [] : usageRefusals(known.settings, settings, moved);
  const [refusal] = [...refusals, ...held];
  if (refusal !== undefined)
    throw new DomainError(
      held.includes(refusal) ? 'in-use' : 'invalid',
      refusal.sentence,
      `settings.${refusal.path}`,
    );
  if (known !== undefined && settings.serialNumberControl && !known.settings.serialNumberControl)
    checkControlTurnedOn(store, known);
  const taken = groupByKey(store, nameKey(input.name));
  if (taken !== undefined && taken.id !== known?.id)
    throw new DomainError('name-taken', `There is already a group named ${taken.name}.`, 'name');
  const settled = groupInputSchema.parse({ name: input.name, description: input.description, settings });
  // What changes nothing is no version of its own: every version is an event in the history.
  if (known !== undefined && sameVersion(said(known), said(settled))) return { group: known, adjustments };
  const group = known === undefined ? insertGroup(store, settled, id) : updateGroup(store, known.id, settled);
  recordGroup(change, group.id, known, settled);
  return { group, adjustments };
}

/** Deletes a group inside a change. @throws DomainError `in-use` naming the items that use it. */
export function removeGroup(store: Store, change: RecordedChange, group: TrackingDimensionGroup): void {
  const used = whereUsed(store, group.id);
  if (used.items > 0) {
    const rest = used.items - used.examples.length;
    const names = used.examples.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
    throw new DomainError(
      'in-use',
      `${group.name} is used by ${names}. Move these items to another group first.`,
    );
  }
  deleteGroup(store, group.id);
  recordGroup(change, group.id, group, undefined);
}

/** Writes a change of a group into the history. */
function recordGroup(
  change: RecordedChange,
  id: number,
  before: GroupInput | undefined,
  after: GroupInput | undefined,
): void {
  change.record({
    kind: 'tracking-dimension-group',
    subject: String(id),
    name: after?.name ?? before?.name ?? '',
    before: said(before),
    after: said(after),
  });
}

/** What the history keeps of a group. */
function said(group: GroupInput | undefined): GroupInput | null {
  return group === undefined
    ? null
    : { name: group.name, description: group.description, settings: group.settings };
}

/** Puts a group back to a version: changes it, makes it anew under its id, or deletes it. */
export function applyGroupVersion(
  store: Store,
  change: RecordedChange,
  subject: string,
  value: unknown,
): void {
  const id = Number(subject);
  const known = groupById(store, id);
  if (value !== null) storeGroup(store, change, groupInputSchema.parse(value), known, id);
  else if (known !== undefined) removeGroup(store, change, known);
}
