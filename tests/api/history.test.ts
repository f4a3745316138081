import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultTrackingSettings } from '../../src-main/domain/tracking-settings.ts';
import { withSetting } from '../../src-main/domain/tracking-fields.ts';
import { DATA_FILE } from '../../src-main/store/open.ts';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';

let core: TestCore;

beforeEach(() => {
  core = openTestCore();
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const tracked = withSetting(defaultTrackingSettings, 'serialNumber.active', true);
const create = (name: string) => core.api.groups.save.mutate({ name, description: '', settings: tracked });

describe('history', () => {
  it('keeps who changed what, before and after, newest first, and what changed nothing is not kept', async () => {
    const { group } = await create('Ser');
    await core.api.groups.save.mutate({ ...group, description: 'Serial' });
    await core.api.groups.save.mutate({ ...group, version: 2, description: 'Serial' });
    const { events, total } = await core.api.history.list.query({});
    expect(total).toBe(2);
    expect(events.map(({ before, after }) => [before, after])).toEqual([
      [
        { name: 'Ser', description: '', settings: tracked },
        { name: 'Ser', description: 'Serial', settings: tracked },
      ],
      [null, { name: 'Ser', description: '', settings: tracked }],
    ]);
    expect(events[0]).toMatchObject({ door: 'page', kind: 'tracking-dimension-group', name: 'Ser' });
    expect(events[0]?.user).not.toBe('');
  });

  it('filters by kind, subject, door, time and text', async () => {
    const { group } = await create('Ser');
    await create('Other');
    const list = (query: Parameters<typeof core.api.history.list.query>[0]) =>
      core.api.history.list.query(query).then(({ events }) => events.map(({ name }) => name));
    expect(await list({ subject: String(group.id), kind: 'tracking-dimension-group' })).toEqual(['Ser']);
    expect(await list({ search: 'oth' })).toEqual(['Other']);
    expect(await list({ search: '%' })).toEqual([]);
    expect(await list({ door: 'import' })).toEqual([]);
    expect(await list({ until: '2020-01-01T00:00:00Z' })).toEqual([]);
    expect(await list({ from: '2020-01-01T00:00:00Z', limit: 1 })).toEqual(['Other']);
  });

  it('undoes a change, and refuses where something was changed since', async () => {
    const { group, changeId } = await create('Ser');
    const second = await core.api.groups.save.mutate({ ...group, name: 'Renamed' });
    expect(await problemOf(core.api.history.undo.mutate({ changeId: changeId ?? 0 }))).toMatchObject({
      code: 'changed-meanwhile',
    });
    await core.api.history.undo.mutate({ changeId: second.changeId ?? 0 });
    expect((await core.api.groups.list.query()).map(({ name }) => name)).toEqual(['Ser']);
    const { events } = await core.api.history.list.query({});
    expect(events[0]).toMatchObject({ note: `Undo of change ${second.changeId}`, name: 'Ser' });
  });

  it('undoes one change after the other, back to before the first', async () => {
    const { group, changeId: first } = await create('Ser');
    const { changeId: second } = await core.api.groups.save.mutate({ ...group, name: 'Two' });
    const { changeId: third } = await core.api.groups.save.mutate({ ...group, version: 2, name: 'Three' });
    for (const changeId of [third, second, first])
      await core.api.history.undo.mutate({ changeId: changeId ?? 0 });
    expect(await core.api.groups.list.query()).toEqual([]);
  });

  it('restores a deleted group under its id, through the rules of today', async () => {
    const { group } = await create('Ser');
    await core.api.groups.remove.mutate({ id: group.id, version: group.version });
    await create('SER');
    const { events } = await core.api.history.list.query({ subject: String(group.id) });
    const deletion = { eventId: events[0]?.id ?? 0, side: 'before' } as const;
    expect(await problemOf(core.api.history.restore.mutate(deletion))).toMatchObject({ code: 'name-taken' });
    const other = (await core.api.groups.list.query())[0];
    await core.api.groups.save.mutate({ ...tellingOnly(other), name: 'Else' });
    await core.api.history.restore.mutate(deletion);
    const names = (await core.api.groups.list.query()).map(({ id, name }) => [id, name]);
    expect(names).toContainEqual([group.id, 'Ser']);
  });

  it('asks for confirmation where undo reaches stock', async () => {
    await load(
      core,
      groupsCsv([{ name: 'SerPick', capture: 'Picking', active: true }]),
      itemsCsv([['A', 'SerPick']]),
      onHandCsv([{ item: 'A', quantity: '4' }]),
    );
    const [group] = await core.api.groups.list.query();
    const input = {
      ...tellingOnly(group),
      settings: withSetting(tellingOnly(group).settings, 'captureSerialNumber', 'None'),
    };
    const { revision } = await core.api.groups.whatIf.query(input);
    const { changeId } = await core.api.groups.save.mutate({ ...input, confirmed: revision });
    const target = { changeId: changeId ?? 0 };
    expect(await problemOf(core.api.history.undo.mutate(target))).toMatchObject({
      code: 'needs-confirmation',
    });
    const preview = await core.api.history.whatIfUndo.query(target);
    expect(preview.transitions).toEqual([
      { from: 'Overdue', to: 'Expected', items: 1, rows: 1, quantity: 4000 },
    ]);
    await core.api.history.undo.mutate({ ...target, confirmed: preview.revision });
    expect((await core.api.groups.list.query())[0]?.settings.captureSerialNumber).toBe('Picking');
  });

  it('is append-only, and its chain tells from where it was tampered with', async () => {
    for (const name of ['One', 'Two', 'Three']) await create(name);
    expect(await core.api.history.check.query()).toEqual({ events: 3, brokenFrom: null });
    const file = new Database(join(core.folder, DATA_FILE));
    expect(() => file.exec(`UPDATE history SET user = 'somebody' WHERE id = 2`)).toThrow('append-only');
    expect(() => file.exec('DELETE FROM history')).toThrow('append-only');
    file.exec(`DROP TRIGGER history_is_never_changed; UPDATE history SET user = 'somebody' WHERE id = 2`);
    file.close();
    expect(await core.api.history.check.query()).toEqual({ events: 1, brokenFrom: 2 });
  });
});

function tellingOnly<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('There is no such group.');
  return found;
}
