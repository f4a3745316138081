import type { GridApi, GridState } from 'ag-grid-community';
import type { RefObject } from 'react';
import type { ColumnLayout } from './column-layout.ts';
import { fromFilterModel, toFilterModel } from './filter-model.ts';
import type { GridSort, GridView } from './grid-types.ts';

/**
 * Changes a grid from an effect. It draws its cells at once, which React does not take while it is drawing itself, so it
 * happens right after that; a grid that is gone by then is left alone.
 */
export function changeGrid<Row>(
  api: RefObject<GridApi<Row> | null>,
  change: (grid: GridApi<Row>) => void,
): void {
  queueMicrotask(() => {
    if (api.current !== null) change(api.current);
  });
}

/** Where the columns of a grid stand now. */
export function layoutOf(api: GridApi): ColumnLayout {
  return api.getColumnState().map(({ colId, width, flex, hide, pinned }) => ({
    key: colId,
    width: typeof flex === 'number' && flex > 0 ? null : (width ?? null),
    hidden: hide === true,
    pinned: pinned === 'left' || pinned === 'right' ? pinned : null,
  }));
}

/** Puts the columns of a grid where a layout wants them. */
export function applyLayout(api: GridApi, layout: ColumnLayout): void {
  api.applyColumnState({
    state: layout.map(({ key, width, hidden, pinned }) => ({
      colId: key,
      hide: hidden,
      pinned,
      ...(width === null ? { flex: 1 } : { flex: null, width }),
    })),
    applyOrder: true,
  });
}

/** The filters and the order that a grid shows now. */
export function viewOf(api: GridApi): GridView {
  const sorted = api
    .getColumnState()
    .filter(({ sort }) => sort === 'asc' || sort === 'desc')
    .toSorted((one, other) => (one.sortIndex ?? 0) - (other.sortIndex ?? 0));
  return {
    filters: fromFilterModel(api.getFilterModel()),
    sort: sorted.map(({ colId, sort }) => ({ column: colId, descending: sort === 'desc' })),
  };
}

/** Makes a grid sort by columns. */
export function applySort(api: GridApi, sort: readonly GridSort[]): void {
  api.applyColumnState({
    state: sort.map(({ column, descending }, sortIndex) => ({
      colId: column,
      sort: descending ? 'desc' : 'asc',
      sortIndex,
    })),
    defaultState: { sort: null },
  });
}

/** The state a new grid starts in. */
export function firstState({ filters, sort }: GridView): GridState {
  return {
    partialColumnState: true,
    filter: { filterModel: toFilterModel(filters) },
    sort: {
      sortModel: sort.map(({ column, descending }) => ({ colId: column, sort: descending ? 'desc' : 'asc' })),
    },
  };
}

/** A text that is the same for views that show the same. */
export function viewKey({ filters, sort }: GridView): string {
  const entries = Object.entries(toFilterModel(filters)).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([entries, sort]);
}
