import type { OrderPageInput } from '../domain/order-query.ts';
import type { OrderTotals } from '../domain/order-status.ts';
import { orderNumberPrefixes, type OrderKind } from '../domain/order.ts';
import { nameKey } from '../domain/name-key.ts';
import { likePattern } from './grid-condition.ts';
import { heldSql } from './order-queries.ts';
import type { Store } from './store.ts';

/** An order with what its lines add up to. */
export interface OrderWithTotals extends OrderTotals {
  readonly id: number;
  readonly kind: OrderKind;
  readonly number: string;
  readonly name: string;
  readonly lines: number;
}

type Filter = Pick<OrderPageInput, 'search' | 'kind'>;

function whereOf({ search, kind }: Filter): {
  readonly sql: string;
  readonly parameters: readonly unknown[];
} {
  const parts: string[] = [];
  const parameters: unknown[] = [];
  if (kind !== undefined) {
    parts.push('o.kind = ?');
    parameters.push(kind);
  }
  if (search !== '') {
    const pattern = likePattern(search);
    parts.push(`(o.number LIKE ? ESCAPE '\\' OR o.name LIKE ? ESCAPE '\\' OR o.id IN (
      SELECT l.order_id FROM order_lines l WHERE l.item_number =
        (SELECT i.item_number FROM items i WHERE i.item_key = ?)))`);
    parameters.push(pattern, pattern, nameKey(search));
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' AND '), parameters };
}

/** Ids of the orders under a filter, the newest first, and how many there are. */
export function orderIds(
  store: Store,
  filter: Filter,
  offset: number,
  limit: number,
): { readonly ids: readonly number[]; readonly total: number } {
  const { sql, parameters } = whereOf(filter);
  const ids = store
    .allSql<{ id: number }>(`SELECT o.id FROM orders o WHERE ${sql} ORDER BY o.id DESC LIMIT ? OFFSET ?`, [
      ...parameters,
      limit,
      offset,
    ])
    .map(({ id }) => id);
  const [count] = store.allSql<{ total: number }>(
    `SELECT count(*) AS total FROM orders o WHERE ${sql}`,
    parameters,
  );
  return { ids, total: count?.total ?? 0 };
}

const totalsSql = (wanted: string, lines: string, before = ''): string => `WITH ${before}${heldSql(lines)},
  added AS MATERIALIZED (
    SELECT l.order_id, count(*) AS lines, sum(l.quantity) AS ordered,
      sum(min(l.received, l.quantity)) AS received, sum(min(l.shipped, l.quantity)) AS shipped,
      sum(min(coalesce(h.packed, 0), l.quantity)) AS packed,
      sum(min(coalesce(h.packed, 0) + coalesce(h.picked, 0), l.quantity)) AS picked,
      sum(coalesce(w.remaining, 0)) AS remaining
    FROM order_lines l LEFT JOIN held h ON h.line = l.id LEFT JOIN work w ON w.line = l.id
    WHERE ${lines.replaceAll('$line', 'l.id')} GROUP BY l.order_id)
  SELECT o.id, o.kind, o.number, o.name, coalesce(a.lines, 0) AS lines, coalesce(a.ordered, 0) AS ordered,
    coalesce(a.received, 0) AS received, coalesce(a.shipped, 0) AS shipped, coalesce(a.packed, 0) AS packed,
    coalesce(a.picked, 0) AS picked, coalesce(a.remaining, 0) AS "openWork"
  FROM orders o LEFT JOIN added a ON a.order_id = o.id WHERE ${wanted} ORDER BY o.id DESC`;

/** Some orders with what their lines add up to, the newest first. */
export function ordersWithTotals(store: Store, ids: readonly number[]): readonly OrderWithTotals[] {
  const chosen = '(SELECT c.id FROM chosen c)';
  return store.allSql(
    totalsSql(
      `o.id IN ${chosen}`,
      `$line IN (SELECT l.id FROM order_lines l WHERE l.order_id IN ${chosen})`,
      'chosen AS MATERIALIZED (SELECT value AS id FROM json_each(?)),',
    ),
    [JSON.stringify(ids)],
  );
}

/** All orders under a filter with what their lines add up to, the newest first. */
export function allOrdersWithTotals(store: Store, filter: Filter): readonly OrderWithTotals[] {
  const { sql, parameters } = whereOf(filter);
  return store.allSql(totalsSql(sql, 'TRUE'), parameters);
}

/** Most digits of a number that the proposals go on from. */
const LONGEST_NUMBER = 9;

/** The number behind the highest one of the form that the app proposes, e.g. `SO-000012`. */
export function nextOrderNumber(store: Store, kind: OrderKind): string {
  const prefix = orderNumberPrefixes[kind];
  const digits = prefix.length + 1;
  const [last] = store.allSql<{ highest: number }>(
    `SELECT coalesce(max(CAST(substr(number_key, ?) AS INTEGER)), 0) AS highest FROM orders
     WHERE kind = ? AND number_key GLOB ? AND number_key NOT GLOB ? AND length(number_key) < ?`,
    [digits, kind, `${prefix}[0-9]*`, `${prefix}*[^0-9]*`, digits + LONGEST_NUMBER],
  );
  return `${prefix}${String((last?.highest ?? 0) + 1).padStart(6, '0')}`;
}
