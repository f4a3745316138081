import { sameVersion } from '../../src-main/domain/history.ts';
import type { ViewContent, ViewPage } from '../../src-main/domain/saved-view.ts';

/** What of a view a page can show. */
export interface SettledView {
  readonly view: ViewContent;
  /** Columns that the page does not have, by the names under which they were saved. */
  readonly missing: readonly string[];
}

/** A page that keeps views, as the button Views speaks to it. */
export interface ViewKeeper {
  readonly page: ViewPage;
  /** Id of the view that the page's address names. */
  readonly applied: number | undefined;
  /** What the page shows now. */
  readonly current: ViewContent;
  /** Leaves out what the page cannot show. */
  readonly settle: (view: ViewContent) => SettledView;
  /** Shows a view that was settled. */
  readonly show: (view: ViewContent, id: number) => void;
  /** Shows the page as it first is. */
  readonly reset: () => void;
  /** Names the view in the address, or none; what is shown stays. */
  readonly mark: (id: number | undefined) => void;
}

/** The name under which an address names a view. */
export const VIEW_PARAMETER = 'view';

/** The id of the view that an address names. */
export function readViewId(params: URLSearchParams): number | undefined {
  const text = params.get(VIEW_PARAMETER) ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

/** Names a view in an address. */
export function writeViewId(params: URLSearchParams, id: number | undefined): void {
  if (id !== undefined) params.set(VIEW_PARAMETER, String(id));
}

/** Whether two views show the same, in whatever order their filters were set. */
export function showsSame(one: ViewContent, other: ViewContent): boolean {
  return sameVersion(inOrder(one), inOrder(other));
}

function inOrder(view: ViewContent): ViewContent {
  return {
    ...view,
    conditions: view.conditions.toSorted((one, other) => (one.column < other.column ? -1 : 1)),
  };
}
