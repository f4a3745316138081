import type { GridApi } from 'ag-grid-community';
import { useEffect, useRef, type RefObject } from 'react';
import { applySort, changeGrid, viewKey, viewOf } from './grid-state.ts';
import { toFilterModel } from './filter-model.ts';
import type { GridView } from './grid-types.ts';

/**
 * Keeps the grid's filters and order and the page's the same, whoever changes them.
 * @returns what to call when the user has changed them in the grid.
 */
export function useViewSync(
  api: RefObject<GridApi | null>,
  view: GridView,
  onViewChange: ((view: GridView) => void) | undefined,
): () => void {
  // Views that were told to the page and have not come back yet. One that comes back late must not undo what the user
  // has typed meanwhile.
  const told = useRef<string[]>([]);
  const shown = useRef(viewKey(view));

  useEffect(() => {
    const key = viewKey(view);
    shown.current = key;
    const back = told.current.indexOf(key);
    if (back >= 0) {
      told.current.splice(0, back + 1);
      return;
    }
    told.current = [];
    changeGrid(api, (grid) => {
      const now = viewOf(grid);
      if (viewKey({ ...now, sort: [] }) !== viewKey({ ...view, sort: [] }))
        grid.setFilterModel(toFilterModel(view.filters));
      if (JSON.stringify(now.sort) !== JSON.stringify(view.sort)) applySort(grid, view.sort);
    });
  }, [api, view]);

  return () => {
    if (api.current === null || onViewChange === undefined) return;
    const now = viewOf(api.current);
    const key = viewKey(now);
    if (key === (told.current.at(-1) ?? shown.current)) return;
    told.current.push(key);
    onViewChange(now);
  };
}
