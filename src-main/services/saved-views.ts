import { sameVersion } from '../domain/history.ts';
import { DomainError } from '../domain/problem.ts';
import {
  MAX_VIEWS,
  viewInputSchema,
  type NamedView,
  type SavedView,
  type ViewInput,
  type ViewPage,
} from '../domain/saved-view.ts';
import {
  countSavedViews,
  deleteSavedView,
  insertSavedView,
  listSavedViews,
  savedViewById,
  savedViewByName,
  updateSavedView,
} from '../store/saved-view-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import type { ItemLists } from './item-lists.ts';
import { changedMeanwhile } from './required-version.ts';

const KIND = 'saved-view';

/** A new view, or a change of the version that the user has seen. */
export interface SaveView extends ViewInput {
  readonly id?: number | undefined;
  readonly version?: number | undefined;
}

/** A view that was stored. */
export interface StoredView {
  readonly view: NamedView;
  /** What to undo; null where nothing changed. */
  readonly changeId: number | null;
}

/** A view to be shown. */
export interface OpenedView extends SavedView {
  /** It names a list of items that is not kept any more. */
  readonly listGone: boolean;
}

/** Use cases of the button Views. */
export interface SavedViewService {
  /** The views of a page by name. */
  list(page: ViewPage): readonly NamedView[];
  /** Null where it was deleted: a page that shows it finds out so. */
  get(id: number): OpenedView | null;
  /**
   * Stores a view.
   * @throws DomainError `name-taken` (on its page, in any case), `invalid` (a page has as many as it can have),
   * `changed-meanwhile`, `not-found`.
   */
  save(input: SaveView): Promise<StoredView>;
  /** Gives a view another name. @throws as `save` does. */
  rename(id: number, version: number, name: string): Promise<StoredView>;
  /** Deletes a view. @throws DomainError `changed-meanwhile`, `not-found`. */
  remove(id: number, version: number): Promise<{ readonly changeId: number | null }>;
}

/** Makes the service. */
export function createSavedViewService(context: ServiceContext, itemLists: ItemLists): SavedViewService {
  const { store } = context;
  const current = (id: number, version: number | undefined): SavedView => {
    const found = savedViewById(store, id);
    if (found === undefined)
      throw new DomainError(
        'not-found',
        'This view was deleted in another window. Nothing was changed.',
        'id',
      );
    if (found.version !== version)
      throw changedMeanwhile(
        store,
        { kind: KIND, subject: String(id), name: found.name },
        version === undefined ? 0 : found.version - version,
      );
    return found;
  };
  const writing = (work: (change: RecordedChange) => NamedView): Promise<StoredView> =>
    context.write(() => {
      const change = beginChange(context, 'page');
      const view = work(change);
      return { view, changeId: change.changeId() };
    });
  return {
    list: (page) => listSavedViews(store, page),
    get: (id) => {
      const view = savedViewById(store, id);
      if (view === undefined) return null;
      return { ...view, listGone: view.view.list !== undefined && !isKept(itemLists, view.view.list) };
    },
    save: ({ id, version, ...input }) =>
      writing((change) =>
        storeView(store, change, input, id === undefined ? undefined : current(id, version)),
      ),
    rename: (id, version, name) =>
      writing((change) => {
        const found = current(id, version);
        return storeView(store, change, { ...said(found), name }, found);
      }),
    remove: (id, version) =>
      context.write(() => {
        const change = beginChange(context, 'page');
        removeView(store, change, current(id, version));
        return { changeId: change.changeId() };
      }),
  };
}

const said = ({ page, name, view }: ViewInput): ViewInput => ({ page, name, view });

/** Lists are kept as long as the app runs, and not all of them. */
function isKept(itemLists: ItemLists, list: string): boolean {
  try {
    itemLists.itemsOf(list);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/**
 * Stores a view inside a change.
 * @param known the stored view that is changed; undefined for a new one.
 * @param id the id a view gets that comes back after it was deleted.
 */
function storeView(
  store: Store,
  change: RecordedChange,
  input: ViewInput,
  known: SavedView | undefined,
  id?: number,
): NamedView {
  const taken = savedViewByName(store, input.page, input.name);
  if (taken !== undefined && taken.id !== known?.id)
    throw new DomainError('name-taken', `There is already a view named ${taken.name}.`, 'name');
  if (known !== undefined && known.page !== input.page)
    throw new DomainError('invalid', `${known.name} is a view of another page.`, 'page');
  if (known === undefined && countSavedViews(store, input.page) >= MAX_VIEWS)
    throw new DomainError('invalid', `This page has ${MAX_VIEWS} views already. Delete one of them first.`);
  // What changes nothing is no version of its own: every version is an event in the history.
  if (known !== undefined && sameVersion({ ...said(known) }, { ...said(input) }))
    return { id: known.id, version: known.version, name: known.name };
  if (known !== undefined) updateSavedView(store, known.id, input);
  const stored = known === undefined ? insertSavedView(store, input, id) : known.id;
  record(change, stored, known, input);
  return { id: stored, version: (known?.version ?? 0) + 1, name: input.name };
}

function removeView(store: Store, change: RecordedChange, view: SavedView): void {
  deleteSavedView(store, view.id);
  record(change, view.id, view, undefined);
}

/** Puts a view back to a version. */
export function applySavedViewVersion(
  store: Store,
  change: RecordedChange,
  subject: string,
  value: unknown,
): void {
  const id = Number(subject);
  const known = savedViewById(store, id);
  if (value !== null) storeView(store, change, viewInputSchema.parse(value), known, id);
  else if (known !== undefined) removeView(store, change, known);
}

function record(
  change: RecordedChange,
  id: number,
  before: ViewInput | undefined,
  after: ViewInput | undefined,
): void {
  change.record({
    kind: KIND,
    subject: String(id),
    name: after?.name ?? before?.name ?? '',
    before: before === undefined ? null : said(before),
    after: after === undefined ? null : said(after),
  });
}
