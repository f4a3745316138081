import { gapCuts, gapScopeSchema, type GapCut } from '../../../src-main/domain/gaps.ts';
import type { ViewContent } from '../../../src-main/domain/saved-view.ts';
import { readViewId, writeViewId, type SettledView } from '../../views/view-page.ts';

/** What of the gaps is shown. It stands in the address, so that Back and links bring it back. */
export interface GapsView {
  /** Undefined for all warehouses. */
  readonly warehouse: string | undefined;
  readonly by: GapCut;
  /** Id of the saved view that is shown. */
  readonly saved: number | undefined;
}

/** Shows the gaps of all warehouses. */
export const allGaps: GapsView = { warehouse: undefined, by: 'item', saved: undefined };

/** Reads the view from the address. What makes no sense there is left out. */
function readGapsView(params: URLSearchParams): GapsView {
  return {
    warehouse: warehouseOf(params.get('warehouse')),
    by: cutOf(params.get('by')),
    saved: readViewId(params),
  };
}

/** Writes the view into an address, as short as it can be. */
export function writeGapsView({ warehouse, by, saved }: GapsView): URLSearchParams {
  const params = new URLSearchParams();
  if (warehouse !== undefined) params.set('warehouse', warehouse);
  if (by !== allGaps.by) params.set('by', by);
  writeViewId(params, saved);
  return params;
}

/** The view as it stands in the address. */
export const gapsAddress = { read: readGapsView, write: writeGapsView };

/** What the page shows, as it is saved. */
export function gapsContent({ warehouse, by }: GapsView): ViewContent {
  const choices = { by, ...(warehouse !== undefined && { warehouse }) };
  return { search: '', choices, conditions: [], sort: [], columns: [] };
}

/** What of a saved view the page can show. */
export function gapsViewOf({ choices }: ViewContent): Omit<GapsView, 'saved'> {
  return { warehouse: warehouseOf(choices['warehouse'] ?? null), by: cutOf(choices['by'] ?? null) };
}

/** The part of a saved view that the page can show, as it would be saved again. */
export function settleGapsView(view: ViewContent): SettledView {
  return { view: gapsContent({ ...gapsViewOf(view), saved: undefined }), missing: [] };
}

/** The warehouse as the API is asked for it. */
export function scopeOf(warehouse: string | undefined): { readonly warehouse?: string } {
  return warehouse === undefined ? {} : { warehouse };
}

function warehouseOf(text: string | null): string | undefined {
  return text === null ? undefined : gapScopeSchema.shape.warehouse.safeParse(text).data;
}

function cutOf(text: string | null): GapCut {
  return gapCuts.find((cut) => cut === text) ?? allGaps.by;
}
