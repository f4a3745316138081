import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useLocation } from 'react-router';
import type { NamedView, SavedView, ViewContent } from '../../src-main/domain/saved-view.ts';
import { apiClient, problemOf, trpc } from '../api/client.ts';
import { useNotify } from '../app/notifications.tsx';
import { useNotifyDone } from '../app/notify-done.ts';
import { isOwnStep } from '../app/use-kept-view.ts';
import { showsSame, VIEW_PARAMETER, type SettledView, type ViewKeeper } from './view-page.ts';

/** The views of a page, and what can be done with them. Refusals reach the user; `save` and `rename` throw them. */
export interface SavedViews {
  readonly views: readonly NamedView[];
  /** The view that is shown. */
  readonly applied: NamedView | undefined;
  /** The page shows something else than the view by now. */
  readonly changed: boolean;
  open(id: number): Promise<void>;
  save(name: string): Promise<void>;
  update(): Promise<void>;
  rename(name: string): Promise<void>;
  remove(): Promise<void>;
}

const isSet = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

type Opened = SavedView & { readonly listGone: boolean };

/** Keeps the views of a page, and opens the one that an address asks for. */
export function useSavedViews(keeper: ViewKeeper): SavedViews {
  const { page, current } = keeper;
  const client = useQueryClient();
  const notify = useNotify();
  const notifyDone = useNotifyDone();
  const { key, search, state } = useLocation();
  const views = useQuery(trpc.views.list.queryOptions({ page })).data;
  const applied = views?.find(({ id }) => id === keeper.applied);
  const stored = useQuery({
    ...trpc.views.get.queryOptions({ id: applied?.id ?? 0 }),
    enabled: applied !== undefined,
  }).data;

  const open = async (id: number): Promise<void> => {
    try {
      const found = await client.fetchQuery({ ...trpc.views.get.queryOptions({ id }), staleTime: 0 });
      if (found?.page !== page) {
        keeper.mark(undefined);
        notify({ severity: 'info', text: 'This view was deleted.' });
        return;
      }
      const { view, missing } = settled(keeper, found);
      keeper.show(view, id);
      const gone = goneWords(found, missing);
      if (gone.length > 0)
        notify({
          severity: 'info',
          text: `${found.name} was saved with what is not there any more: ${gone.join(', ')}. The rest of it is shown.`,
        });
    } catch (error) {
      notify({ severity: 'error', text: problemOf(error).sentence });
    }
  };

  // An address that names a view and nothing else, and that no step of the page has made, asks for it.
  const asks = [...new URLSearchParams(search).keys()].join() === VIEW_PARAMETER && !isOwnStep(state);
  const asked = asks ? key : undefined;
  const openAsked = useEffectEvent(() => {
    if (keeper.applied !== undefined) void open(keeper.applied);
  });
  useEffect(() => {
    if (asked !== undefined) openAsked();
  }, [asked]);

  const done = async (text: string, { changeId }: { readonly changeId: number | null }): Promise<void> => {
    await client.invalidateQueries();
    notifyDone(text, changeId);
  };
  const saying = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      notify({ severity: 'error', text: problemOf(error).sentence });
      await client.invalidateQueries();
    }
  };
  const input = (): { view: ViewContent } => ({ view: current });
  return {
    views: views ?? [],
    applied,
    changed: isSet(stored) && stored.id === applied?.id && !showsSame(settled(keeper, stored).view, current),
    open,
    save: async (name) => {
      const saved = await apiClient.views.save.mutate({ page, name, ...input() });
      keeper.mark(saved.view.id);
      await done(`Saved the view ${saved.view.name}.`, saved);
    },
    update: () =>
      saying(async () => {
        if (applied === undefined) return;
        await done(
          `Updated the view ${applied.name}.`,
          await apiClient.views.save.mutate({ page, ...applied, ...input() }),
        );
      }),
    rename: async (name) => {
      if (applied === undefined) return;
      const renamed = await apiClient.views.rename.mutate({ ...applied, name });
      await done(`${applied.name} is called ${renamed.view.name} now.`, renamed);
    },
    remove: () =>
      saying(async () => {
        if (applied === undefined) return;
        const { id, version } = applied;
        const removed = await apiClient.views.remove.mutate({ id, version });
        keeper.mark(undefined);
        await done(`Deleted the view ${applied.name}.`, removed);
      }),
  };
}

function settled(keeper: ViewKeeper, { view, listGone }: Opened): SettledView {
  const { list: _list, ...rest } = view;
  return keeper.settle(listGone ? rest : view);
}

function goneWords({ listGone }: Opened, missing: readonly string[]): readonly string[] {
  const columns = missing.map((column) => `the column ${column}`);
  return listGone ? [...columns, 'the list of items that a change reached'] : columns;
}
