import {
  onHandConditionSchema,
  onHandFilterSchema,
  onHandSortSchema,
} from '../../../src-main/domain/on-hand-query.ts';
import type { ViewContent } from '../../../src-main/domain/saved-view.ts';
import { readLayout, type ColumnLayout } from '../../grid/column-layout.ts';
import type { SettledView } from '../../views/view-page.ts';
import { onHandGridColumns } from './on-hand-grid-columns.tsx';
import { everything, type OnHandView } from './on-hand-view.ts';

/** What the page shows, as it is saved. */
export function onHandContent({ filter, sort }: OnHandView, layout: ColumnLayout): ViewContent {
  const { serial, search, list, conditions } = filter;
  return {
    search,
    choices: { serial },
    ...(list !== undefined && { list }),
    conditions: [...conditions],
    sort: [...sort],
    columns: layout.map((column) => ({ ...column })),
  };
}

/** The part of a view that the page can show: columns that there are no more are left out and named. */
export function settleOnHandView(view: ViewContent): SettledView {
  const known = new Set(onHandGridColumns.map(({ key }) => key));
  const named = [...view.conditions, ...view.sort].map(({ column }) => column);
  const missing = [...named, ...view.columns.map(({ key }) => key)].filter((key) => !known.has(key));
  return {
    view: onHandContent(onHandViewOf(view), layoutOfView(view)),
    missing: [...new Set(missing)],
  };
}

/** The filter and the order of a saved view. */
export function onHandViewOf({ search, choices, list, conditions, sort }: ViewContent): OnHandView {
  const { serial } = onHandFilterSchema.shape;
  return {
    filter: {
      search,
      serial: serial.safeParse(choices['serial']).data ?? everything.filter.serial,
      ...(list !== undefined && { list }),
      conditions: conditions.flatMap((condition) => onHandConditionSchema.safeParse(condition).data ?? []),
    },
    sort: sort.flatMap((one) => onHandSortSchema.safeParse([one]).data ?? []),
  };
}

/** Where the columns stand in a saved view; those that came later stand where they would anyway. */
export function layoutOfView({ columns }: ViewContent): ColumnLayout {
  return readLayout(JSON.stringify(columns), onHandGridColumns);
}
