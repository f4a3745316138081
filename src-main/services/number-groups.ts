import { sameVersion } from '../domain/history.ts';
import { nameItems, type NamedItems } from '../domain/named-items.ts';
import { nameKey } from '../domain/name-key.ts';
import { fitsSerialNumberControl } from '../domain/number-generation.ts';
import { previewNumbers, type NumberPreview } from '../domain/number-preview.ts';
import { DomainError } from '../domain/problem.ts';
import {
  numberGroupInputSchema,
  type NumberGroupInput,
  type SaveNumberGroup,
  type TrackingNumberGroup,
} from '../domain/tracking-number-group.ts';
import {
  deleteNumberGroup,
  insertNumberGroup,
  itemsOfCode,
  listNumberGroups,
  numberGroupByCode,
  numberGroupById,
  serialsOfCode,
  updateNumberGroup,
} from '../store/number-group-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import { requireVersion } from './required-version.ts';

/** The items that name a group's code. */
export interface NumberGroupUse {
  readonly asSerialNumberGroup: NamedItems;
  readonly asBatchNumberGroup: NamedItems;
}

/** Use cases of the page Tracking number groups. */
export interface NumberGroupService {
  /** All groups by code. */
  list(): readonly TrackingNumberGroup[];
  /**
   * Stores a group.
   * @throws DomainError `name-taken` (the code), `invalid` (the counter would go back, or Per qty does not fit Serial
   * number control), `in-use` (the code of a group that items name), `changed-meanwhile`, `not-found`.
   */
  save(input: SaveNumberGroup): Promise<{
    readonly group: TrackingNumberGroup;
    /** What to undo; null where nothing changed. */
    readonly changeId: number | null;
  }>;
  /**
   * Deletes a group that no item names.
   * @throws DomainError `in-use` naming items, `changed-meanwhile`, `not-found`.
   */
  remove(id: number, version: number): Promise<{ readonly changeId: number | null }>;
  whereUsed(id: number): NumberGroupUse;
  /** The numbers that a group would give out next, saved or not, without those on hand already. */
  preview(input: SaveNumberGroup): NumberPreview;
}

/** Makes the service. */
export function createNumberGroupService(context: ServiceContext): NumberGroupService {
  const { store, now } = context;
  const current = (id: number, version: number | undefined): TrackingNumberGroup =>
    requireVersion(store, numberGroupById(store, id), version, ({ code }) => ({
      kind: 'tracking-number-group',
      subject: String(id),
      name: code,
    }));
  return {
    list: () => listNumberGroups(store),
    save: ({ id, version, ...input }) =>
      context.write(() => {
        const change = beginChange(context, 'page');
        const known = id === undefined ? undefined : current(id, version);
        if (known !== undefined && input.next !== null && input.next < known.next)
          throw new DomainError(
            'invalid',
            `The next number cannot go back to ${input.next}: the numbers before ${known.next} may be given out already.`,
            'next',
          );
        const group = storeNumberGroup(store, change, input, known);
        return { group, changeId: change.changeId() };
      }),
    remove: (id, version) =>
      context.write(() => {
        const change = beginChange(context, 'page');
        removeNumberGroup(store, change, current(id, version));
        return { changeId: change.changeId() };
      }),
    whereUsed: (id) => {
      const { code = '' } = numberGroupById(store, id) ?? {};
      return useOf(store, code);
    },
    preview: ({ id, version: _version, ...input }) => {
      const counter = id === undefined ? undefined : numberGroupById(store, id)?.next;
      const from = Math.max(counter ?? 0, input.next ?? 0);
      return previewNumbers(input, from, dayOf(now()), (numbers) =>
        serialsOfCode(store, input.code, numbers),
      );
    },
  };
}

/**
 * Stores a group inside a change. Its counter moves on where the input says so, and never back.
 * @param known the stored group that is changed; undefined for a new one.
 * @param id the id a group gets that comes back after it was deleted.
 * @throws DomainError `name-taken`, `in-use`, `invalid`; see `NumberGroupService.save`.
 */
export function storeNumberGroup(
  store: Store,
  change: RecordedChange,
  input: NumberGroupInput,
  known: TrackingNumberGroup | undefined,
  id?: number,
): TrackingNumberGroup {
  const taken = numberGroupByCode(store, input.code);
  if (taken !== undefined && taken.id !== known?.id)
    throw new DomainError('name-taken', `There is already a group with the code ${taken.code}.`, 'code');
  if (known !== undefined && nameKey(known.code) !== nameKey(input.code))
    refuseUse(store, known.code, 'code', (names) => `${names} this code, so it stays as it is.`);
  refuseUnderControl(store, input);
  // What changes nothing is no version of its own: every version is an event in the history.
  if (
    known !== undefined &&
    sameVersion(said(known), { ...input, next: Math.max(known.next, input.next ?? 0) })
  )
    return known;
  const group =
    known === undefined ? insertNumberGroup(store, input, id) : updateNumberGroup(store, known.id, input);
  record(change, group.id, known, group);
  return group;
}

function removeNumberGroup(store: Store, change: RecordedChange, group: TrackingNumberGroup): void {
  refuseUse(
    store,
    group.code,
    '',
    (names) => `${names} ${group.code}. Choose another number group for these items first.`,
  );
  deleteNumberGroup(store, group.id);
  record(change, group.id, group, undefined);
}

/** Puts a group back to a version: changes it, makes it anew under its id, or deletes it. Its counter never goes back. */
export function applyNumberGroupVersion(
  store: Store,
  change: RecordedChange,
  subject: string,
  value: unknown,
): void {
  const id = Number(subject);
  const known = numberGroupById(store, id);
  if (typeof value === 'object' && value !== null)
    storeNumberGroup(store, change, numberGroupInputSchema.parse({ ...value, next: null }), known, id);
  else if (known !== undefined) removeNumberGroup(store, change, known);
}

const useOf = (store: Store, code: string): NumberGroupUse => ({
  asSerialNumberGroup: itemsOfCode(store, 'serial_number_group', code),
  asBatchNumberGroup: itemsOfCode(store, 'batch_number_group', code),
});

/** @throws DomainError `in-use` where items name the code. @param sentence is given e.g. `A1 and 3 more name`. */
function refuseUse(store: Store, code: string, path: string, sentence: (names: string) => string): void {
  const { asSerialNumberGroup, asBatchNumberGroup } = useOf(store, code);
  const used = asSerialNumberGroup.items > 0 ? asSerialNumberGroup : asBatchNumberGroup;
  if (used.items > 0)
    throw new DomainError(
      'in-use',
      sentence(`${nameItems(used)} ${used.items === 1 ? 'names' : 'name'}`),
      path,
    );
}

function refuseUnderControl(store: Store, input: NumberGroupInput): void {
  if (fitsSerialNumberControl(input)) return;
  const controlled = itemsOfCode(store, 'serial_number_group', input.code, true);
  if (controlled.items > 0)
    throw new DomainError(
      'invalid',
      `Per qty must be 1: Serial number control is on for ${nameItems(controlled)}, so every unit has a number of its own.`,
      'perQuantity',
    );
}

/** Writes a change of a group into the history. */
function record(
  change: RecordedChange,
  id: number,
  before: TrackingNumberGroup | undefined,
  after: TrackingNumberGroup | undefined,
): void {
  const name = after?.code ?? before?.code ?? '';
  change.record({
    kind: 'tracking-number-group',
    subject: String(id),
    name,
    before: said(before),
    after: said(after),
  });
}

function said(group: TrackingNumberGroup | undefined): NumberGroupInput | null {
  if (group === undefined) return null;
  const { id: _id, version: _version, ...input } = group;
  return input;
}

/** The day of a time where the user is, as `2026-11-23`. */
function dayOf(time: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
