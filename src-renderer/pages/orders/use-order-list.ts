import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ORDER_PAGE, type OrderRow } from '../../../src-main/domain/order-query.ts';
import type { OrderStatus } from '../../../src-main/domain/order-status.ts';
import type { OrderKind } from '../../../src-main/domain/order.ts';
import { apiClient, trpc } from '../../api/client.ts';
import { createStore } from '../../app/store.ts';
import type { GroupRow } from '../../form/groups/group-filter.ts';

/** Which orders the list shows. */
export interface OrderListFilter {
  readonly search: string;
  readonly kind: OrderKind | undefined;
  readonly status: OrderStatus | undefined;
}

/** The list of orders, loaded as far as the user went. */
export interface OrderList {
  readonly filter: OrderListFilter;
  readonly setFilter: (filter: OrderListFilter) => void;
  readonly orders: readonly OrderRow[];
  readonly rows: readonly GroupRow[];
  /** How many there are under the filter; undefined rows are not loaded yet. */
  readonly total: number;
  readonly loaded: boolean;
  readonly loading: boolean;
  readonly problem: Error | null;
  /** Loads further orders; undefined where all are there. */
  readonly more: (() => void) | undefined;
}

// The filter stays while the user looks at another page.
const kept = createStore<OrderListFilter>({ search: '', kind: undefined, status: undefined });

/** The list under the filter that was last chosen. */
export function useOrderList(): OrderList {
  const filter = kept.use();
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...trpc.orders.page.queryKey(), 'list', filter],
    queryFn: ({ pageParam }) =>
      apiClient.orders.page.query({ ...filter, offset: pageParam, limit: ORDER_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length === 0 || loaded >= last.total ? undefined : loaded;
    },
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
  });
  const orders = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const rows = useMemo(() => orders.map(rowOf), [orders]);
  return {
    filter,
    setFilter: kept.set,
    orders,
    rows,
    total: data?.pages[0]?.total ?? 0,
    loaded: data !== undefined,
    loading: isFetchingNextPage,
    problem: error,
    more: hasNextPage ? () => void fetchNextPage() : undefined,
  };
}

const resting: ReadonlySet<OrderStatus> = new Set(['Open', 'Shipped', 'Received']);

function rowOf({ id, kind, number, name, lines, status }: OrderRow): GroupRow {
  const count = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return {
    id,
    name: number,
    description: [kind, name, count].filter((text) => text !== '').join(' · '),
    chips: [{ label: status, strong: !resting.has(status) }],
  };
}
