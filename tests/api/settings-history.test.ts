import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultAppSettings } from '../../src-main/domain/app-settings.ts';
import { defaultTrackingSettings } from '../../src-main/domain/tracking-settings.ts';
import { openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';

let core: TestCore;

beforeEach(() => {
  core = openTestCore();
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const events = async () => (await core.api.history.list.query({ kind: 'settings' })).events;
const settings = () => core.api.settings.get.query();

describe('the settings of the app in the history', () => {
  test('are kept with what they were before, by their own kind, and nothing where nothing changed', async () => {
    const saved = await core.api.settings.set.mutate({ serialUniqueness: 'across-items' });
    expect(saved).toEqual({
      ...defaultAppSettings,
      serialUniqueness: 'across-items',
      changeId: expect.any(Number) as number,
    });
    expect(await core.api.settings.set.mutate({ serialUniqueness: 'across-items' })).toMatchObject({
      changeId: null,
    });
    await core.api.groups.save.mutate({ name: 'No', description: '', settings: defaultTrackingSettings });
    expect(await events()).toMatchObject([
      {
        kind: 'settings',
        door: 'page',
        changeId: saved.changeId,
        name: 'Settings',
        before: defaultAppSettings,
        after: { ...defaultAppSettings, serialUniqueness: 'across-items' },
      },
    ]);
  });

  test('can be undone, and the undo in its turn', async () => {
    const { changeId } = await core.api.settings.set.mutate({ serialLength: 60 });
    const undone = await core.api.history.undo.mutate({ changeId: changeId ?? 0 });
    expect(await settings()).toEqual(defaultAppSettings);
    await core.api.history.undo.mutate({ changeId: undone.changeId ?? 0 });
    expect((await settings()).serialLength).toBe(60);
    expect((await events()).map(({ note }) => note)).toEqual([
      `Undo of change ${undone.changeId}`,
      `Undo of change ${changeId}`,
      '',
    ]);
  });

  test('are not undone over a later change', async () => {
    const { changeId } = await core.api.settings.set.mutate({ serialLength: 60 });
    await core.api.settings.set.mutate({ gs1Sign: '~' });
    expect(await problemOf(core.api.history.undo.mutate({ changeId: changeId ?? 0 }))).toMatchObject({
      code: 'changed-meanwhile',
      sentence: 'Settings was changed since. Nothing was undone; the page History has every version.',
    });
  });

  test('can be restored to either side of an event', async () => {
    await core.api.settings.set.mutate({ serialLength: 60 });
    await core.api.settings.set.mutate({ gs1Sign: '~' });
    const [, first] = await events();
    const eventId = first?.id ?? 0;
    await core.api.history.restore.mutate({ eventId, side: 'after' });
    expect(await settings()).toEqual({ ...defaultAppSettings, serialLength: 60 });
    await core.api.history.restore.mutate({ eventId, side: 'before' });
    expect(await settings()).toEqual(defaultAppSettings);
  });
});
