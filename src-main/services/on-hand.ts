import type { OnHandRow } from '../domain/on-hand.ts';
import type { OnHandFilter, OnHandPageInput, OnHandTotals } from '../domain/on-hand-query.ts';
import { groupsByIds } from '../store/group-queries.ts';
import { createOnHandLists } from '../store/on-hand-lists.ts';
import { firstIds, rowsOf, totalsOf } from '../store/on-hand-queries.ts';
import { answeredBySums } from '../store/on-hand-where.ts';
import { countedSources, type CountedSource } from '../store/source-queries.ts';
import type { ServiceContext } from './context.ts';
import type { ItemLists } from './item-lists.ts';
import { createRowView } from './on-hand-row.ts';
import { readAppSettings } from '../store/setting-queries.ts';

/** Rows at the start of the grid that are read directly, so that a first look never waits for a list to be built. */
const DIRECT_ROWS = 1000;

/** A stretch of rows, and how many there are in all under the filter. */
export interface OnHandPage {
  readonly rows: readonly OnHandRow[];
  readonly total: number;
}

/** Use cases of the on-hand grid. */
export interface OnHandService {
  page(input: OnHandPageInput): OnHandPage;
  /** @throws DomainError `not-found` where the filter names a list that is not kept any more; so does `page`. */
  totals(filter: OnHandFilter): OnHandTotals;
  /** The items that a filter names by a list, for a job to filter by. @throws as `totals` does. */
  listed(filter: OnHandFilter): readonly string[] | undefined;
  /** By warehouse: the file its on-hand was last imported from. */
  sources(): readonly CountedSource[];
}

/** Makes the service. */
export function createOnHandService(
  { store }: Pick<ServiceContext, 'store'>,
  itemLists: ItemLists,
): OnHandService {
  const lists = createOnHandLists(store);
  return {
    page: ({ filter, sort, offset, limit }) => {
      itemLists.use(filter.list);
      const direct = offset + limit <= DIRECT_ROWS && answeredBySums(filter);
      const ids = direct
        ? firstIds(store, filter, sort, offset, limit)
        : lists.ids(filter, sort, offset, limit);
      const total = direct ? totalsOf(store, filter).rows : lists.length(filter, sort);
      const rows = rowsOf(store, ids);
      const groupIds = [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))];
      const show = createRowView(
        groupsByIds(store, groupIds),
        readAppSettings(store).serialLength,
        new Date(),
      );
      return { rows: rows.map(show), total };
    },
    totals: (filter) => {
      itemLists.use(filter.list);
      return totalsOf(store, filter);
    },
    listed: ({ list }) => (list === undefined ? undefined : itemLists.itemsOf(list)),
    sources: () => countedSources(store),
  };
}
