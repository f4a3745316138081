import type { PickedLine, PickOrder, PickWork } from '../domain/pick.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { HeldUnits } from '../domain/stopped-orders.ts';
import { likePattern } from './grid-condition.ts';
import { selectStock, type StockRow } from './stock-rows.ts';
import type { Store } from './store.ts';

const workSql = `SELECT w.id, l.order_id AS "orderId", o.kind AS "orderKind", o.number AS "orderNumber",
    l.id AS "orderLineId", l.line_number AS "lineNumber", l.item_number AS "itemNumber", i.name AS "itemName",
    i.inventory_unit AS "inventoryUnit", w.warehouse, w.location, w.license_plate AS "licensePlate", w.remaining
  FROM pick_work w JOIN order_lines l ON l.id = w.order_line_id JOIN orders o ON o.id = l.order_id
    JOIN items i ON i.item_number = l.item_number`;

/** One piece of work, done or not. */
export function workById(store: Store, id: number): PickWork | undefined {
  return store.allSql<PickWork>(`${workSql} WHERE w.id = ?`, [id])[0];
}

/** Open work, in the order of the orders, their lines and the places. */
export function openWork(store: Store, orderId: number | undefined, limit: number): readonly PickWork[] {
  return store.allSql<PickWork>(
    `${workSql} WHERE w.remaining > 0 ${orderId === undefined ? '' : 'AND l.order_id = ?'}
     ORDER BY o.created_at, o.id, l.line_number, w.location, w.license_plate, w.id LIMIT ?`,
    [...(orderId === undefined ? [] : [orderId]), limit],
  );
}

/** Sets what is left of a piece of work, in thousandths. */
export function setRemaining(store: Store, workId: number, remaining: number): void {
  store.runSql('UPDATE pick_work SET remaining = ? WHERE id = ?', [remaining, workId]);
}

/** Gives work back: a quantity that is to be picked at a place again. */
export function reopenWork(
  store: Store,
  work: Pick<PickWork, 'orderLineId' | 'warehouse' | 'location' | 'licensePlate'>,
  quantity: number,
): void {
  const at = [work.orderLineId, work.warehouse, work.location, work.licensePlate];
  const { changes } = store.runSql(
    `UPDATE pick_work SET remaining = remaining + ? WHERE id = (SELECT id FROM pick_work
       WHERE order_line_id = ? AND warehouse = ? AND location = ? AND license_plate = ? LIMIT 1)`,
    [quantity, ...at],
  );
  if (changes === 0)
    store.runSql(
      `INSERT INTO pick_work (order_line_id, warehouse, location, license_plate, remaining)
       VALUES (?, ?, ?, ?, ?)`,
      [...at, quantity],
    );
}

/** What is picked for an order line and stands in no container, the oldest row first. */
export function pickedOf(store: Store, orderLineId: number): readonly StockRow[] {
  return selectStock(
    store,
    `on_hand o WHERE o.order_line_id = ? AND o.order_line_id <> 0 AND o.container_id = 0 AND o.in_transit = 0
     ORDER BY o.id`,
    [orderLineId],
  );
}

/** What is picked or packed for orders and has no serial, a line each. */
export function heldWithoutSerial(store: Store): readonly HeldUnits[] {
  return store
    .allSql<HeldUnits>(
      `SELECT r.number AS "orderNumber", l.line_number AS "lineNumber", o.item_number AS "itemNumber",
         sum(CASE WHEN o.container_id = 0 AND o.exception_id = 0 THEN o.quantity ELSE 0 END) AS loose,
         sum(CASE WHEN o.container_id <> 0 AND o.exception_id = 0 THEN o.quantity ELSE 0 END) AS packed,
         sum(CASE WHEN o.exception_id <> 0 THEN o.quantity ELSE 0 END) AS exceptions
       FROM on_hand o JOIN order_lines l ON l.id = o.order_line_id JOIN orders r ON r.id = l.order_id
       WHERE o.order_line_id <> 0 AND o.serial_number = '' AND o.in_transit = 0
       GROUP BY o.order_line_id ORDER BY r.number, l.line_number`,
    )
    .map((line) => ({
      ...line,
      loose: line.loose / THOUSANDTHS,
      packed: line.packed / THOUSANDTHS,
      exceptions: line.exceptions / THOUSANDTHS,
    }));
}

/** Orders with open work, the oldest first; then those of which picked units stand in no container. */
export function pickOrders(store: Store, search: string, limit: number): readonly PickOrder[] {
  return store.allSql<PickOrder>(
    `WITH found AS (
       SELECT o.id, o.kind, o.number, o.name, o.created_at,
         (SELECT count(*) FROM order_lines l JOIN pick_work w ON w.order_line_id = l.id AND w.remaining > 0
          WHERE l.order_id = o.id) AS steps
       FROM orders o WHERE o.kind IN ('Sales', 'Transfer') AND o.number LIKE ? ESCAPE '\\')
     SELECT f.id, f.kind, f.number, f.name, f.steps FROM found f
     WHERE f.steps > 0 OR EXISTS (SELECT 1 FROM order_lines l JOIN on_hand s ON s.order_line_id = l.id
       AND s.order_line_id <> 0 AND s.container_id = 0 AND s.in_transit = 0 WHERE l.order_id = f.id)
     ORDER BY f.steps = 0, f.created_at, f.id LIMIT ?`,
    [likePattern(search), limit],
  );
}

/** What is picked for the lines of an order and stands in no container, but for what is registered on them. */
export function pickedLines(store: Store, orderId: number): readonly Omit<PickedLine, 'registered'>[] {
  return store.allSql(
    `SELECT l.id AS "orderLineId", l.line_number AS "lineNumber", l.item_number AS "itemNumber",
       i.name AS "itemName", i.inventory_unit AS "inventoryUnit", s.warehouse, sum(s.quantity) AS quantity,
       sum(CASE WHEN s.serial_number <> '' THEN s.quantity ELSE 0 END) AS "withSerial",
       sum(CASE WHEN s.serial_number = '' AND s.exception_id = 0 THEN s.quantity ELSE 0 END) AS blank,
       sum(CASE WHEN s.exception_id <> 0 THEN s.quantity ELSE 0 END) AS exceptions,
       min(s.location) AS location, s.license_plate AS "licensePlate",
       count(DISTINCT json_array(s.location, s.license_plate)) - 1 AS "otherPlaces"
     FROM order_lines l JOIN items i ON i.item_number = l.item_number
       JOIN on_hand s ON s.order_line_id = l.id AND s.order_line_id <> 0 AND s.container_id = 0 AND s.in_transit = 0
     WHERE l.order_id = ? GROUP BY l.id ORDER BY l.line_number`,
    [orderId],
  );
}

/** Keeps what a short pick gave up of its work, in thousandths. */
export function insertShortPick(store: Store, eventId: number, workId: number, quantity: number): void {
  store.runSql('INSERT INTO short_picks (event_id, work_id, quantity) VALUES (?, ?, ?)', [
    eventId,
    workId,
    quantity,
  ]);
}

/** What an event gave up of its work; undefined where it was no short pick. */
export function shortPickOf(
  store: Store,
  eventId: number,
): { readonly workId: number; readonly quantity: number } | undefined {
  return store.allSql<{ workId: number; quantity: number }>(
    'SELECT work_id AS "workId", quantity FROM short_picks WHERE event_id = ?',
    [eventId],
  )[0];
}
