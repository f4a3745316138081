import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  MAX_VIEW_BYTES,
  MAX_VIEWS,
  viewContentSchema,
  type ViewContent,
} from '../../src-main/domain/saved-view.ts';
import { openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';

let core: TestCore;

beforeEach(() => {
  core = openTestCore();
});

afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

const contentOf = (change: Partial<ViewContent> = {}): ViewContent => viewContentSchema.parse(change);

const view = contentOf({
  search: 'BULK',
  choices: { serial: 'blank' },
  conditions: [
    { column: 'quantity', operator: 'between', number: 1000, numberTo: 2500 },
    { column: 'location', operator: 'notBlank' },
  ],
  sort: [{ column: 'quantity', descending: true }],
  columns: [{ key: 'itemNumber', width: 98, hidden: false, pinned: 'left' }],
});

const save = (name: string, content = view) =>
  core.api.views.save.mutate({ page: 'on-hand', name, view: content });
const names = async (page: 'on-hand' | 'gaps' = 'on-hand') =>
  (await core.api.views.list.query({ page })).map(({ name }) => name);

describe('a saved view', () => {
  test('comes back as it was saved, and stands on its page by name', async () => {
    const { view: stored } = await save(' Night shift ');
    await save('all');
    await core.api.views.save.mutate({ page: 'gaps', name: 'Night shift', view: contentOf() });
    expect(await names()).toEqual(['all', 'Night shift']);
    expect(await names('gaps')).toEqual(['Night shift']);
    expect(await core.api.views.get.query({ id: stored.id })).toEqual({
      id: stored.id,
      version: 1,
      page: 'on-hand',
      name: 'Night shift',
      view,
      listGone: false,
    });
  });

  test('has a name of its own on its page, whatever its case', async () => {
    await save('Night shift');
    const { view: other } = await save('Other');
    const taken = {
      code: 'name-taken',
      sentence: 'There is already a view named Night shift.',
      path: 'name',
    };
    expect(await problemOf(save('NIGHT SHIFT'))).toMatchObject(taken);
    expect(await problemOf(core.api.views.rename.mutate({ ...other, name: 'night shift' }))).toMatchObject(
      taken,
    );
    // Its own name in another case is no other view.
    const { id } = (await core.api.views.list.query({ page: 'on-hand' }))[0] ?? { id: 0 };
    expect(await core.api.views.rename.mutate({ id, version: 1, name: 'night Shift' })).toMatchObject({
      view: { id, version: 2, name: 'night Shift' },
    });
  });

  test('is changed only on top of the version that was seen, and what changes nothing is no version', async () => {
    const { view: first } = await save('Night shift');
    const again = { page: 'on-hand' as const, id: first.id, version: 1, name: 'Night shift', view };
    expect(await core.api.views.save.mutate(again)).toEqual({ view: first, changeId: null });
    const changed = { ...again, view: { ...view, search: 'PICK' } };
    expect(await core.api.views.save.mutate(changed)).toMatchObject({ view: { version: 2 } });
    const late = {
      code: 'changed-meanwhile',
      sentence: expect.stringContaining('Search is now PICK') as string,
    };
    expect(await problemOf(core.api.views.save.mutate(again))).toMatchObject(late);
    expect(
      await problemOf(core.api.views.rename.mutate({ id: first.id, version: 1, name: 'x' })),
    ).toMatchObject(late);
    expect(await problemOf(core.api.views.remove.mutate({ id: first.id, version: 1 }))).toMatchObject(late);
    expect(await problemOf(core.api.views.save.mutate({ ...again, version: undefined }))).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await problemOf(core.api.views.save.mutate({ ...again, page: 'gaps', version: 2 }))).toMatchObject(
      {
        code: 'invalid',
        path: 'page',
      },
    );
  });

  test('comes back under its id when its deletion is undone, not beside another one of its name', async () => {
    const { view: stored } = await save('Night shift');
    const { changeId } = await core.api.views.remove.mutate({ id: stored.id, version: 1 });
    expect(await names()).toEqual([]);
    expect(await core.api.views.get.query({ id: stored.id })).toBeNull();
    expect(await problemOf(core.api.views.remove.mutate({ id: stored.id, version: 1 }))).toMatchObject({
      code: 'not-found',
      sentence: 'This view was deleted in another window. Nothing was changed.',
    });
    await core.api.history.undo.mutate({ changeId: changeId ?? 0 });
    expect(await core.api.views.get.query({ id: stored.id })).toMatchObject({ name: 'Night shift', view });

    const removed = await core.api.views.remove.mutate({ id: stored.id, version: 1 });
    await save('night shift');
    expect(await problemOf(core.api.history.undo.mutate({ changeId: removed.changeId ?? 0 }))).toMatchObject({
      code: 'name-taken',
    });
  });

  test('says that the list of items it names is not kept any more', async () => {
    const list = 'b7a8c7a2-6a0c-4a52-9d6f-0d6f3b0f9c11';
    const { view: stored } = await save('Reached', contentOf({ list }));
    expect(await core.api.views.get.query({ id: stored.id })).toMatchObject({
      listGone: true,
      view: { list },
    });
  });

  test('may name a column that this version of the app does not have', async () => {
    const odd = contentOf({ conditions: [{ column: 'shelf', operator: 'contains', value: 'A' }] });
    const { view: stored } = await save('Odd', odd);
    expect((await core.api.views.get.query({ id: stored.id }))?.view).toEqual(odd);
  });
});

describe('what is refused', () => {
  const refused = (content: unknown) =>
    problemOf(core.api.views.save.mutate({ page: 'on-hand', name: 'x', view: content as ViewContent }));

  test('a view larger than 64 KB', async () => {
    const values = Array.from({ length: 200 }, () => 'x'.repeat(200));
    const conditions = [
      { column: 'location', operator: 'oneOf' as const, values },
      { column: 'warehouse', operator: 'oneOf' as const, values },
    ];
    expect(JSON.stringify(conditions).length).toBeGreaterThan(MAX_VIEW_BYTES);
    expect(await refused({ ...view, conditions })).toMatchObject({
      code: 'invalid',
      sentence: 'This view is larger than 64 KB. Shorten its filters.',
    });
    expect((await save('Fits', { ...view, conditions: conditions.slice(1) })).view.name).toBe('Fits');
  });

  test.each<[string, unknown]>([
    ['more conditions than a grid has', { conditions: Array.from({ length: 41 }, () => view.conditions[1]) }],
    ['more columns than a grid has', { columns: Array.from({ length: 201 }, () => view.columns[0]) }],
    ['a width that is none', { columns: [{ key: 'a', width: -1, hidden: false, pinned: null }] }],
    ['a key that is unknown', { more: 1 }],
    ['an order that is none', { sort: [{ column: 'a', descending: 'yes' }] }],
    [
      'too many choices',
      { choices: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`c${n}`, ''])) },
    ],
    ['a choice that is no text', { choices: { serial: 1 } }],
    ['something else', 'text'],
  ])('%s', async (_what, content) => {
    expect(await refused(content)).toMatchObject({ code: 'invalid', httpStatus: 400 });
  });

  test.each([
    ['', 'Give the view a name.'],
    [' \t', 'Give the view a name.'],
    ['x'.repeat(61), 'A name has at most 60 characters.'],
  ])('the name %j', async (name, sentence) => {
    expect(await problemOf(save(name))).toMatchObject({ code: 'invalid', path: 'name', sentence });
  });

  test('more views than a page can have', async () => {
    for (let number = 1; number <= MAX_VIEWS; number += 1) await save(`View ${number}`, contentOf());
    expect(await problemOf(save('One more'))).toMatchObject({
      code: 'invalid',
      sentence: 'This page has 200 views already. Delete one of them first.',
    });
    await core.api.views.save.mutate({ page: 'gaps', name: 'One more', view: contentOf() });
  });
});

describe('in the history', () => {
  test('a view is said in words, and can be restored', async () => {
    const { view: stored } = await save('Night shift');
    await core.api.views.save.mutate({
      ...stored,
      page: 'on-hand',
      view: contentOf({ conditions: [{ column: 'capture', operator: 'oneOf', values: ['Picking', ''] }] }),
    });
    const { events } = await core.api.history.list.query({ kind: 'saved-view' });
    expect(events).toMatchObject([
      { name: 'Night shift', subject: String(stored.id), door: 'page' },
      { before: null, after: { page: 'on-hand', name: 'Night shift', view } },
    ]);
    await core.api.history.restore.mutate({ eventId: events[0]?.id ?? 0, side: 'before' });
    expect((await core.api.views.get.query({ id: stored.id }))?.view).toEqual(view);
  });
});
