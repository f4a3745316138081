import { nameKey } from '../domain/name-key.ts';
import {
  viewContentSchema,
  type NamedView,
  type SavedView,
  type ViewInput,
  type ViewPage,
} from '../domain/saved-view.ts';
import { query, type Store } from './store.ts';

const named = ['id', 'version', 'name'] as const;

/** The views of a page by name. */
export function listSavedViews(store: Store, page: ViewPage): readonly NamedView[] {
  return store.all(
    query.selectFrom('saved_views').select(named).where('page', '=', page).orderBy('name_key'),
  );
}

/** A view by its id. */
export function savedViewById(store: Store, id: number): SavedView | undefined {
  const row = store.first(
    query
      .selectFrom('saved_views')
      .select([...named, 'page', 'view'])
      .where('id', '=', id),
  );
  return row && { ...row, view: viewContentSchema.parse(JSON.parse(row.view)) };
}

/** A view of a page by its name, whatever its case. */
export function savedViewByName(store: Store, page: ViewPage, name: string): NamedView | undefined {
  return store.first(
    query
      .selectFrom('saved_views')
      .select(named)
      .where('page', '=', page)
      .where('name_key', '=', nameKey(name)),
  );
}

/** How many views a page has. */
export function countSavedViews(store: Store, page: ViewPage): number {
  const counted = store.first(
    query
      .selectFrom('saved_views')
      .select(({ fn }) => fn.countAll<number>().as('views'))
      .where('page', '=', page),
  );
  return counted?.views ?? 0;
}

const values = ({ page, name, view }: ViewInput) => ({
  page,
  name,
  name_key: nameKey(name),
  view: JSON.stringify(view),
});

/** Stores a new view, under an id of its own or the one it had before it was deleted. Returns its id. */
export function insertSavedView(store: Store, input: ViewInput, id?: number): number {
  return store.run(
    query.insertInto('saved_views').values({ ...values(input), ...(id === undefined ? {} : { id }) }),
  ).lastInsertRowid;
}

/** Stores what a view is now, and counts its version up. */
export function updateSavedView(store: Store, id: number, input: ViewInput): void {
  store.run(
    query
      .updateTable('saved_views')
      .set({ ...values(input), version: (expression) => expression('version', '+', 1) })
      .where('id', '=', id),
  );
}

/** Deletes a view. */
export function deleteSavedView(store: Store, id: number): void {
  store.run(query.deleteFrom('saved_views').where('id', '=', id));
}
