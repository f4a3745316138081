import type { OrderKind } from '../domain/order.ts';
import type { LineProgress } from '../domain/order-status.ts';
import { nameKey } from '../domain/name-key.ts';
import type { Store } from './store.ts';

/** The head of an order. */
export interface OrderHead {
  readonly id: number;
  readonly version: number;
  readonly kind: OrderKind;
  readonly number: string;
  readonly name: string;
  /** ISO time in UTC. */
  readonly createdAt: string;
}

/** A line with what it needs of its order and its item. Quantities in thousandths. */
export interface OrderLine {
  readonly id: number;
  readonly orderId: number;
  readonly orderKind: OrderKind;
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  /** In the inventory unit. */
  readonly quantity: number;
  /** As ordered, in `unit`. */
  readonly unitQuantity: number;
  readonly unit: string;
  readonly site: string;
  /** Where it is received or shipped from. */
  readonly warehouse: string;
  readonly toSite: string;
  /** Where a transfer goes. */
  readonly toWarehouse: string;
  /** The sales order line that a return line gives back; null where it names none. */
  readonly returnsLine: number | null;
}

const headSql = 'o.id, o.version, o.kind, o.number, o.name, o.created_at AS "createdAt"';

const lineSql = `l.id, l.order_id AS "orderId", o.kind AS "orderKind", o.number AS "orderNumber",
  l.line_number AS "lineNumber", l.item_number AS "itemNumber", i.name AS "itemName",
  i.inventory_unit AS "inventoryUnit", l.quantity, l.unit_quantity AS "unitQuantity", l.unit, l.site, l.warehouse,
  l.to_site AS "toSite", l.to_warehouse AS "toWarehouse", l.returns_line AS "returnsLine"
  FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN items i ON i.item_number = l.item_number`;

/** An order without its lines. */
export function orderById(store: Store, id: number): OrderHead | undefined {
  return store.allSql<OrderHead>(`SELECT ${headSql} FROM orders o WHERE o.id = ?`, [id])[0];
}

/** An order by its kind and number, in any case. */
export function orderByNumber(store: Store, kind: OrderKind, number: string): OrderHead | undefined {
  return store.allSql<OrderHead>(`SELECT ${headSql} FROM orders o WHERE o.kind = ? AND o.number_key = ?`, [
    kind,
    nameKey(number),
  ])[0];
}

/** One line. */
export function orderLineById(store: Store, id: number): OrderLine | undefined {
  return store.allSql<OrderLine>(`SELECT ${lineSql} WHERE l.id = ?`, [id])[0];
}

/** The lines of an order in their order. */
export function linesOfOrder(store: Store, orderId: number): readonly OrderLine[] {
  return store.allSql<OrderLine>(`SELECT ${lineSql} WHERE l.order_id = ? ORDER BY l.line_number`, [orderId]);
}

type Sums = LineProgress & { readonly lineId: number };

/** What stock is held for lines, and what work is open for them, as SQL text; `some` is a condition on the line's id, `$line`. */
export const heldSql = (some: string): string => `
  held AS MATERIALIZED (
    SELECT s.order_line_id AS line,
      sum(CASE WHEN s.in_transit = 0 AND s.container_id = 0 THEN s.quantity ELSE 0 END) AS picked,
      sum(CASE WHEN s.in_transit = 0 AND s.container_id <> 0 THEN s.quantity ELSE 0 END) AS packed,
      sum(CASE WHEN s.in_transit = 1 THEN s.quantity ELSE 0 END) AS transit
    FROM on_hand s WHERE s.order_line_id <> 0 AND ${some.replaceAll('$line', 's.order_line_id')} GROUP BY 1),
  work AS MATERIALIZED (
    SELECT p.order_line_id AS line, sum(p.remaining) AS remaining
    FROM pick_work p WHERE ${some.replaceAll('$line', 'p.order_line_id')} GROUP BY 1)`;

/**
 * What the ledger says of some lines: one set-based statement, whatever their number. A line that does not exist is
 * missing in the answer. Events that were reversed do not count.
 */
export function lineProgress(store: Store, lineIds: readonly number[]): ReadonlyMap<number, LineProgress> {
  const rows = store.allSql<Sums>(
    `WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?)),
     ${heldSql('$line IN (SELECT id FROM wanted)')}
     SELECT l.id AS "lineId", l.quantity AS ordered, coalesce(held.picked, 0) AS picked,
       coalesce(held.packed, 0) AS packed, l.shipped, coalesce(held.transit, 0) AS "inTransit", l.received,
       coalesce(work.remaining, 0) AS "openWork",
       coalesce(work.remaining, 0) + coalesce(held.picked, 0) + coalesce(held.packed, 0) + l.shipped AS released
     FROM order_lines l LEFT JOIN held ON held.line = l.id LEFT JOIN work ON work.line = l.id
     WHERE l.id IN (SELECT id FROM wanted)`,
    [JSON.stringify(lineIds)],
  );
  return new Map(rows.map(({ lineId, ...progress }) => [lineId, progress]));
}

/** Of some lines, those that an event of the ledger, work or a serial on the document names, reversed or not. */
export function touchedLines(store: Store, lineIds: readonly number[]): ReadonlySet<number> {
  const rows = store.allSql<{ id: number }>(
    `SELECT j.value AS id FROM json_each(?) j
     WHERE EXISTS (SELECT 1 FROM inventory_events e WHERE e.order_line_id = j.value AND e.order_line_id <> 0)
       OR EXISTS (SELECT 1 FROM pick_work p WHERE p.order_line_id = j.value AND p.remaining > 0)
       OR EXISTS (SELECT 1 FROM document_serials d WHERE d.order_line_id = j.value)`,
    [JSON.stringify(lineIds)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The first return order line that gives one of some sales order lines back. */
export function returnOf(
  store: Store,
  lineIds: readonly number[],
): { readonly number: string; readonly line: number } | undefined {
  return store.allSql<{ number: string; line: number }>(
    `SELECT o.number, l.returns_line AS line FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.returns_line IN (SELECT value FROM json_each(?)) AND l.returns_line IS NOT NULL
       AND l.id NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
    [JSON.stringify(lineIds), JSON.stringify(lineIds)],
  )[0];
}

/** A sales order line that a return may give back. */
export interface SalesLine {
  readonly id: number;
  readonly orderNumber: string;
  readonly lineNumber: number;
  /** In thousandths of the inventory unit. */
  readonly shipped: number;
}

/** Shipped sales order lines of an item whose order number contains a text, the newest first. */
export function shippedSalesLines(
  store: Store,
  itemNumber: string,
  pattern: string,
  limit: number,
): readonly SalesLine[] {
  return store.allSql(
    `SELECT l.id, o.number AS "orderNumber", l.line_number AS "lineNumber", l.shipped
     FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.item_number = ? AND o.kind = 'Sales' AND l.shipped > 0 AND o.number LIKE ? ESCAPE '\\'
     ORDER BY l.id DESC LIMIT ?`,
    [itemNumber, pattern, limit],
  );
}
