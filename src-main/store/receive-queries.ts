import { nameKey } from '../domain/name-key.ts';
import type { ReceivableLine, ReceivableOrder } from '../domain/receive.ts';
import { likePattern } from './grid-condition.ts';
import { selectStock, type StockRow } from './stock-rows.ts';
import type { Store } from './store.ts';

/** What is on its way by a transfer order line, the oldest row first. */
export function inTransitOf(store: Store, orderLineId: number): readonly StockRow[] {
  return selectStock(
    store,
    'on_hand o WHERE o.order_line_id = ? AND o.order_line_id <> 0 AND o.in_transit = 1 ORDER BY o.id',
    [orderLineId],
  );
}

/**
 * The serials that an order line shipped and that have not come back since: those of its stock and of its document.
 * One that came back and was shipped again by another order is that order's. What a reversal put back was there before:
 * how it had come says more.
 */
export function shippedSerialsOf(store: Store, orderLineId: number): readonly string[] {
  return store
    .allSql<{ serial: string }>(
      `SELECT p.serial_number AS serial FROM inventory_events e
         JOIN inventory_transactions t ON t.event_id = e.id AND t.imported = 0 AND t.quantity < 0
         JOIN past_on_hand p ON p.id = t.stock_id AND p.serial_number <> ''
       WHERE e.order_line_id = ? AND e.order_line_id <> 0 AND e.kind = 'ship'
         AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id)
         AND NOT EXISTS (SELECT 1 FROM on_hand o WHERE o.serial_number = p.serial_number COLLATE NOCASE
           AND o.serial_number <> '' AND o.item_number = p.item_number)
         AND NOT EXISTS (SELECT 1 FROM past_on_hand b
           CROSS JOIN inventory_transactions i ON i.stock_id = b.id AND i.quantity > 0 AND i.event_id > e.id
           CROSS JOIN inventory_events c ON c.id = i.event_id AND c.kind <> 'reversal'
           WHERE b.serial_number = p.serial_number COLLATE NOCASE AND b.serial_number <> ''
             AND b.item_number = p.item_number
             AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = c.id))
       UNION
       SELECT d.serial_number FROM document_serials d
       WHERE d.order_line_id = ? AND d.serial_number <> '' AND d.removed_at = ''
       ORDER BY serial`,
      [orderLineId, orderLineId],
    )
    .map(({ serial }) => serial);
}

/** The site of the stock that an item has in a warehouse already; empty where there is none or it says none. */
export function siteOfStock(store: Store, itemNumber: string, warehouse: string): string {
  const [row] = store.allSql<{ site: string }>(
    'SELECT site FROM on_hand WHERE item_number = ? AND warehouse = ? LIMIT 1',
    [itemNumber, warehouse],
  );
  return row?.site ?? '';
}

/** What is left to receive of line `l` of order `o`: of a transfer, what is in transit. */
const openSql = `CASE o.kind WHEN 'Sales' THEN 0
  WHEN 'Transfer' THEN coalesce((SELECT sum(s.quantity) FROM on_hand s
    WHERE s.order_line_id = l.id AND s.order_line_id <> 0 AND s.in_transit = 1), 0)
  ELSE max(0, l.quantity - l.received) END`;

const ordersSql = (condition: string): string => `SELECT o.id, o.kind, o.number, o.name,
    (SELECT count(*) FROM order_lines l WHERE l.order_id = o.id AND l.received < l.quantity AND ${openSql} > 0)
      AS "openLines"
  FROM orders o WHERE o.kind <> 'Sales' AND ${condition}
    AND EXISTS (SELECT 1 FROM order_lines l
      WHERE l.order_id = o.id AND l.received < l.quantity AND ${openSql} > 0)
  ORDER BY o.id DESC LIMIT ?`;

/** Orders of which something is left to receive and whose number or name contains a text, the newest first. */
export function openOrders(store: Store, search: string, limit: number): readonly ReceivableOrder[] {
  const pattern = likePattern(search);
  return store.allSql(ordersSql(`(o.number LIKE ? ESCAPE '\\' OR o.name LIKE ? ESCAPE '\\')`), [
    pattern,
    pattern,
    limit,
  ]);
}

/** Orders of every kind that have this number, in any case, and of which something is left to receive. */
export function openOrdersNumbered(store: Store, number: string): readonly ReceivableOrder[] {
  return store.allSql(ordersSql('o.number_key = ?'), [nameKey(number), 10]);
}

/** The kind of an order of this number that may have nothing to receive; undefined where there is none. */
export function kindNumbered(
  store: Store,
  number: string,
): { readonly kind: string; readonly number: string } | undefined {
  return store.allSql<{ kind: string; number: string }>(
    'SELECT kind, number FROM orders WHERE number_key = ? ORDER BY id DESC LIMIT 1',
    [nameKey(number)],
  )[0];
}

/** Lines of an order of which something is left to receive, in their order: all, or those of one item. */
export function openLines(
  store: Store,
  orderId: number,
  itemNumber: string | undefined,
  limit: number,
): readonly ReceivableLine[] {
  return store.allSql(
    `SELECT * FROM (
       SELECT l.id, l.line_number AS "lineNumber", l.item_number AS "itemNumber", i.name AS "itemName",
         i.inventory_unit AS "inventoryUnit", l.quantity, l.unit, l.unit_quantity AS "unitQuantity",
         CASE o.kind WHEN 'Transfer' THEN l.to_warehouse ELSE l.warehouse END AS warehouse, ${openSql} AS open
       FROM order_lines l JOIN orders o ON o.id = l.order_id JOIN items i ON i.item_number = l.item_number
       WHERE l.order_id = ? AND l.received < l.quantity AND (? IS NULL OR l.item_number = ?))
     WHERE open > 0 ORDER BY "lineNumber" LIMIT ?`,
    [orderId, itemNumber ?? null, itemNumber ?? null, limit],
  );
}
