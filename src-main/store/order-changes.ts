import { nameKey } from '../domain/name-key.ts';
import type { OrderedLine } from '../domain/order-change.ts';
import type { OrderInput } from '../domain/order.ts';
import type { Store } from './store.ts';

/** The head of an order as it is stored. */
type Head = Pick<OrderInput, 'kind' | 'number' | 'name'>;

/** A line as it is stored. */
export interface StoredLine extends OrderedLine {
  readonly unit: string;
  /** In thousandths of `unit`, as ordered. */
  readonly unitQuantity: number;
  readonly returnsLine: number | null;
}

/** Stores a new order without lines and returns its id. @param createdAt ISO time in UTC. */
export function insertOrder(store: Store, { kind, number, name }: Head, createdAt: string): number {
  return store.runSql(
    'INSERT INTO orders (kind, number, number_key, name, created_at) VALUES (?, ?, ?, ?, ?)',
    [kind, number, nameKey(number), name, createdAt],
  ).lastInsertRowid;
}

/** Stores another number and name of an order; its version goes up. */
export function updateOrder(store: Store, id: number, { number, name }: Omit<Head, 'kind'>): void {
  store.runSql('UPDATE orders SET number = ?, number_key = ?, name = ?, version = version + 1 WHERE id = ?', [
    number,
    nameKey(number),
    name,
    id,
  ]);
}

const values = (line: StoredLine): readonly unknown[] => [
  line.itemNumber,
  line.quantity,
  line.unit,
  line.unitQuantity,
  line.site,
  line.warehouse,
  line.toSite,
  line.toWarehouse,
  line.returnsLine,
];

/** Stores a new line under a number that the order does not have yet. */
export function insertLine(store: Store, orderId: number, lineNumber: number, line: StoredLine): void {
  store.runSql(
    `INSERT INTO order_lines (order_id, line_number, item_number, quantity, unit, unit_quantity, site, warehouse,
       to_site, to_warehouse, returns_line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [orderId, lineNumber, ...values(line)],
  );
}

/** Stores a line anew under its id. */
export function updateLine(store: Store, id: number, line: StoredLine): void {
  store.runSql(
    `UPDATE order_lines SET item_number = ?, quantity = ?, unit = ?, unit_quantity = ?, site = ?, warehouse = ?,
       to_site = ?, to_warehouse = ?, returns_line = ? WHERE id = ?`,
    [...values(line), id],
  );
}

/** Deletes lines for which nothing happened. */
export function deleteLines(store: Store, ids: readonly number[]): void {
  const some = JSON.stringify(ids);
  store.runSql('DELETE FROM pick_work WHERE order_line_id IN (SELECT value FROM json_each(?))', [some]);
  store.runSql('DELETE FROM order_lines WHERE id IN (SELECT value FROM json_each(?))', [some]);
}

/** Deletes an order for which nothing happened, with its lines and what was prepared for it. */
export function deleteOrder(store: Store, id: number): void {
  store.runSql(
    'DELETE FROM containers WHERE shipment_id IN (SELECT s.id FROM shipments s WHERE s.order_id = ?)',
    [id],
  );
  store.runSql('DELETE FROM shipments WHERE order_id = ?', [id]);
  store.runSql(
    'DELETE FROM pick_work WHERE order_line_id IN (SELECT l.id FROM order_lines l WHERE l.order_id = ?)',
    [id],
  );
  store.runSql('DELETE FROM orders WHERE id = ?', [id]);
}
