import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TrackingNumberGroup } from '../../src-main/domain/tracking-number-group.ts';
import { openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import {
  loadItemsOfCodes,
  numberGroup,
  saveNumberGroup,
  takeNumbersOf,
  type NumberGroupChanges,
} from '../fixtures/number-groups.ts';

let core: TestCore;
beforeEach(() => {
  core = openTestCore();
});
afterEach(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const save = (changes?: NumberGroupChanges, stored?: { id?: number; version?: number }) =>
  saveNumberGroup(core, changes, stored);
const list = (): Promise<readonly TrackingNumberGroup[]> => core.api.numberGroups.list.query();
const loadItems = (...rows: readonly (readonly [string, string, string, string?])[]) =>
  loadItemsOfCodes(core, ...rows);
const take = (id: number, count: number) => takeNumbersOf(core, id, count);
const events = async (subject: number) =>
  (await core.api.history.list.query({ kind: 'tracking-number-group', subject: String(subject) })).events;

test('keeps every change with its values, and nothing where nothing changed', async () => {
  const { group } = await save();
  const { group: renamed } = await save({ name: 'Serials' }, group);
  expect((await save({ name: 'Serials' }, renamed)).changeId).toBeNull();
  expect((await events(group.id)).map(({ name, before, after }) => [name, before, after])).toEqual([
    ['SN', numberGroup(), numberGroup({ name: 'Serials' })],
    ['SN', null, numberGroup()],
  ]);
});

test('undo and restore go through the rules, and never set the counter back', async () => {
  const { group } = await save();
  const raised = await save({ next: 100, name: 'Raised' }, group);
  expect(take(group.id, 3)[0]).toBe('SN-000100');
  await core.api.history.undo.mutate({ changeId: raised.changeId ?? 0 });
  expect(await list()).toMatchObject([{ name: '', next: 103 }]);

  const [, , created] = await events(group.id);
  const before = { eventId: created?.id ?? 0, side: 'before' } as const;
  await loadItems(['A', 'Ser', 'SN']);
  expect((await problemOf(core.api.history.restore.mutate(before))).code).toBe('in-use');
  await loadItems(['A', 'Ser', '']);
  await core.api.history.restore.mutate(before);
  expect(await list()).toEqual([]);
  await save({ code: 'sn' });
  const after = { eventId: created?.id ?? 0, side: 'after' } as const;
  expect((await problemOf(core.api.history.restore.mutate(after))).code).toBe('name-taken');
});

test('a deleted group comes back under its id and goes on counting', async () => {
  const { group } = await save();
  take(group.id, 9);
  const { changeId } = await core.api.numberGroups.remove.mutate({ id: group.id, version: 1 });
  await core.api.history.undo.mutate({ changeId: changeId ?? 0 });
  expect(await list()).toMatchObject([{ id: group.id, next: 10 }]);
  expect(take(group.id, 1)).toEqual(['SN-000010']);
  const { group: other } = await save({ code: 'Other' });
  expect(other.id).not.toBe(group.id);
});

test('a version whose sequence had ended can be restored', async () => {
  const { group } = await save();
  take(group.id, 9);
  const short = await save({ sequence: { largest: 5 }, next: null }, group);
  expect(short.group.next).toBe(10);
  await save({ next: null }, short.group);
  const [, event] = await events(group.id);
  await core.api.history.restore.mutate({ eventId: event?.id ?? 0, side: 'after' });
  expect(await list()).toMatchObject([{ sequence: { largest: 5 }, next: 10 }]);
});

test('starting over takes the groups and leaves their numbers taken', async () => {
  const { group } = await save();
  take(group.id, 9);
  await core.api.maintenance.startOver.mutate();
  expect(await list()).toEqual([]);
  const [event] = await events(group.id);
  await core.api.history.restore.mutate({ eventId: event?.id ?? 0, side: 'after' });
  expect(await list()).toMatchObject([{ id: group.id, next: 10 }]);
});
