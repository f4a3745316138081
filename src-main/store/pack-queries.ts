import type { ContainerLine, LeavingLine, PackedRow, PackOrder } from '../domain/pack.ts';
import { nameKey } from '../domain/name-key.ts';
import { likePattern } from './grid-condition.ts';
import { selectStock, type StockRow } from './stock-rows.ts';
import { BOUND, type Store } from './store.ts';

/** A container with its shipment, without what is in it. */
export interface StoredContainer {
  readonly id: number;
  readonly number: string;
  readonly shipmentId: number;
  readonly shipmentNumber: string;
  readonly orderId: number;
  readonly orderNumber: string;
  readonly orderKind: 'Sales' | 'Transfer';
  readonly warehouse: string;
  readonly location: string;
  /** ISO time in UTC; empty while it is open. */
  readonly closedAt: string;
  /** ISO time in UTC; empty until its shipment left. */
  readonly shippedAt: string;
}

const containerSql = `SELECT c.id, c.number, c.shipment_id AS "shipmentId", s.number AS "shipmentNumber",
    s.order_id AS "orderId", o.number AS "orderNumber", o.kind AS "orderKind", c.warehouse, c.location,
    c.closed_at AS "closedAt", s.confirmed_at AS "shippedAt"
  FROM containers c JOIN shipments s ON s.id = c.shipment_id JOIN orders o ON o.id = s.order_id`;

/** A container by its id. */
export function containerById(store: Store, id: number): StoredContainer | undefined {
  return store.allSql<StoredContainer>(`${containerSql} WHERE c.id = ${BOUND}`, [id])[0];
}

/** A container by its number, as `nameKey` writes it. */
export function containerByKey(store: Store, numberKey: string): StoredContainer | undefined {
  return store.allSql<StoredContainer>(`${containerSql} WHERE c.number_key = ?`, [numberKey])[0];
}

/** The containers of an order, in the order in which they were opened. */
export function containersOf(store: Store, orderId: number): readonly StoredContainer[] {
  return store.allSql<StoredContainer>(`${containerSql} WHERE s.order_id = ? ORDER BY c.id`, [orderId]);
}

/** The shipment of an order that has not left yet, made where there is none. */
export function openShipment(
  store: Store,
  orderId: number,
  orderNumber: string,
): { readonly id: number; readonly number: string } {
  const shipment = (): { readonly id: number; readonly number: string } | undefined =>
    store.allSql<{ id: number; number: string }>(
      `SELECT id, number FROM shipments WHERE order_id = ? AND confirmed_at = '' ORDER BY id LIMIT 1`,
      [orderId],
    )[0];
  const known = shipment();
  if (known !== undefined) return known;
  const [count] = store.allSql<{ made: number }>(
    'SELECT count(*) AS made FROM shipments WHERE order_id = ?',
    [orderId],
  );
  // Orders of two kinds may have the same number, and their shipments must not.
  const wanted = `${orderNumber}-${(count?.made ?? 0) + 1}`;
  const taken = store.allSql('SELECT 1 FROM shipments WHERE number = ?', [wanted]).length > 0;
  const number = taken ? `${wanted}-${orderId}` : wanted;
  const { lastInsertRowid } = store.runSql('INSERT INTO shipments (number, order_id) VALUES (?, ?)', [
    number,
    orderId,
  ]);
  return { id: lastInsertRowid, number };
}

/** Stores a container and returns its id: a new one, or the one it had before it was removed. */
export function insertContainer(
  store: Store,
  container: {
    readonly id?: number;
    readonly number: string;
    readonly numberKey: string;
    readonly shipmentId: number;
    readonly warehouse: string;
    readonly location: string;
  },
): number {
  const { id, number, numberKey, shipmentId, warehouse, location } = container;
  return store.runSql(
    'INSERT INTO containers (id, number, number_key, shipment_id, warehouse, location) VALUES (?, ?, ?, ?, ?, ?)',
    [id ?? null, number, numberKey, shipmentId, warehouse, location],
  ).lastInsertRowid;
}

/** The number that a container gets where the user gives none: `C-000001`, counted on past those that are taken. */
export function nextContainerNumber(store: Store): string {
  const [row] = store.allSql<{ next: number }>(
    "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'containers'), 0) + 1 AS next",
  );
  for (let next = row?.next ?? 1; ; next += 1) {
    const number = `C-${String(next).padStart(6, '0')}`;
    if (containerByKey(store, nameKey(number)) === undefined) return number;
  }
}

/** Closes a container at a time, or opens it again with an empty text. */
export function setClosed(store: Store, containerId: number, closedAt: string): void {
  store.runSql('UPDATE containers SET closed_at = ? WHERE id = ?', [closedAt, containerId]);
}

/** Takes away a container that is empty. */
export function deleteContainer(store: Store, containerId: number): void {
  store.runSql('DELETE FROM containers WHERE id = ?', [containerId]);
}

/** What stands in a container for one order line, or for all of them, the oldest row first. */
export function packedIn(store: Store, containerId: number, orderLineId?: number): readonly StockRow[] {
  return orderLineId === undefined
    ? selectStock(
        store,
        'on_hand o WHERE o.container_id = ? AND o.container_id <> 0 AND o.in_transit = 0 ORDER BY o.id',
        [containerId],
      )
    : selectStock(
        store,
        `on_hand o WHERE o.container_id = ? AND o.container_id <> 0 AND o.order_line_id = ? AND o.in_transit = 0
         ORDER BY o.id`,
        [containerId, orderLineId],
      );
}

/** What stands in a container, for the page: at most `limit` rows. */
export function packedRows(store: Store, containerId: number, limit: number): readonly PackedRow[] {
  return store
    .allSql<Omit<PackedRow, 'notReadable'> & { notReadable: 0 | 1 }>(
      `SELECT o.id AS "stockId", o.order_line_id AS "orderLineId", o.serial_number AS "serialNumber",
         o.exception_id <> 0 AS "notReadable", o.quantity
       FROM on_hand o JOIN order_lines l ON l.id = o.order_line_id
       WHERE o.container_id = ? AND o.container_id <> 0 AND o.in_transit = 0
       ORDER BY l.line_number, o.serial_number = '', o.serial_number, o.id LIMIT ?`,
      [containerId, limit],
    )
    .map((row) => ({ ...row, notReadable: row.notReadable === 1 }));
}

/** A line of a container as the data file knows it; whether it lacks anything is for the policy to say. */
export type StoredContainerLine = Omit<ContainerLine, 'toRegister'> & { readonly rows: number };

const heldSums = `sum(o.quantity) AS quantity,
  sum(CASE WHEN o.serial_number <> '' THEN o.quantity ELSE 0 END) AS "withSerial",
  sum(CASE WHEN o.serial_number = '' AND o.exception_id = 0 THEN o.quantity ELSE 0 END) AS blank,
  sum(CASE WHEN o.exception_id <> 0 THEN o.quantity ELSE 0 END) AS exceptions`;

/** What stands in a container, added up by order line. */
export function packedLines(store: Store, containerId: number): readonly StoredContainerLine[] {
  return store.allSql(
    `SELECT l.id AS "orderLineId", l.line_number AS "lineNumber", l.item_number AS "itemNumber",
       i.name AS "itemName", i.inventory_unit AS "inventoryUnit", count(*) AS rows, ${heldSums},
       (SELECT count(*) FROM document_serials d
        WHERE d.order_line_id = l.id AND d.container_id = o.container_id AND d.removed_at = '') AS registered
     FROM on_hand o JOIN order_lines l ON l.id = o.order_line_id JOIN items i ON i.item_number = l.item_number
     WHERE o.container_id = ? AND o.container_id <> 0 AND o.in_transit = 0
     GROUP BY l.id ORDER BY l.line_number`,
    [containerId],
  );
}

/** What would leave of an order line: units that are picked or packed for it and stand in the warehouse. */
export type HeldLine = Omit<LeavingLine, 'atSlip'> & {
  /** In no container. */
  readonly loose: number;
  readonly blank: number;
  readonly exceptions: number;
};

/** What is picked or packed for an order, added up by its lines. */
export function heldLines(store: Store, orderId: number): readonly HeldLine[] {
  return store.allSql(
    `SELECT l.id AS "orderLineId", l.line_number AS "lineNumber", l.item_number AS "itemNumber",
       i.name AS "itemName", i.inventory_unit AS "inventoryUnit", ${heldSums},
       sum(CASE WHEN o.container_id = 0 THEN o.quantity ELSE 0 END) AS loose
     FROM order_lines l CROSS JOIN on_hand o ON o.order_line_id = l.id AND o.order_line_id <> 0
       JOIN items i ON i.item_number = l.item_number
     WHERE l.order_id = ? AND o.in_transit = 0 GROUP BY l.id ORDER BY l.line_number`,
    [orderId],
  );
}

/** Numbers of the containers of an order that are open and hold something. */
export function openContainers(store: Store, orderId: number): readonly string[] {
  return store
    .allSql<{ number: string }>(
      `SELECT c.number FROM containers c JOIN shipments s ON s.id = c.shipment_id
       WHERE s.order_id = ? AND c.closed_at = ''
         AND EXISTS (SELECT 1 FROM on_hand o WHERE o.container_id = c.id AND o.container_id <> 0)
       ORDER BY c.id`,
      [orderId],
    )
    .map(({ number }) => number);
}

/** Orders whose number contains a text and of which something is picked or packed, the oldest first. */
export function packOrders(store: Store, search: string, limit: number): readonly PackOrder[] {
  return store.allSql(
    `WITH held AS MATERIALIZED (
       SELECT s.order_line_id AS line, sum(CASE WHEN s.container_id = 0 THEN s.quantity ELSE 0 END) AS picked,
         sum(CASE WHEN s.container_id <> 0 THEN s.quantity ELSE 0 END) AS packed
       FROM on_hand s WHERE s.order_line_id <> 0 AND s.in_transit = 0 GROUP BY 1)
     SELECT o.id, o.kind, o.number, o.name, sum(h.picked) AS picked, sum(h.packed) AS packed
     FROM held h JOIN order_lines l ON l.id = h.line JOIN orders o ON o.id = l.order_id
     WHERE o.number LIKE ? ESCAPE '\\' GROUP BY o.id ORDER BY o.created_at, o.id LIMIT ?`,
    [likePattern(search), limit],
  );
}

/** Everything that is picked or packed for an order and stands in the warehouse, the oldest row first. */
export function readyToShip(store: Store, orderId: number): readonly StockRow[] {
  return selectStock(
    store,
    `order_lines l CROSS JOIN on_hand o ON o.order_line_id = l.id AND o.order_line_id <> 0
     WHERE l.order_id = ? AND o.in_transit = 0 ORDER BY l.line_number, o.id`,
    [orderId],
  );
}

/** Notes that the shipments of an order that are open left by an action. */
export function confirmShipped(store: Store, orderId: number, at: string, actionId: number): void {
  store.runSql(
    `UPDATE shipments SET confirmed_at = ?, ship_action = ? WHERE order_id = ? AND confirmed_at = ''`,
    [at, actionId, orderId],
  );
}

/** Takes away the containers of an order's open shipments that hold nothing. */
export function deleteEmptyContainers(store: Store, orderId: number): void {
  store.runSql(
    `DELETE FROM containers WHERE shipment_id IN (
         SELECT s.id FROM shipments s WHERE s.order_id = ? AND s.confirmed_at = '')
       AND NOT EXISTS (SELECT 1 FROM on_hand o WHERE o.container_id = containers.id AND o.container_id <> 0)`,
    [orderId],
  );
}

/** What came back has not left: the shipments of an action, and those of the containers that it came back in. */
export function takeBackShipments(store: Store, actionId: number, containerIds: readonly number[]): void {
  store.runSql(
    `UPDATE shipments SET confirmed_at = '', ship_action = 0 WHERE confirmed_at <> '' AND (ship_action = ?
       OR id IN (SELECT c.shipment_id FROM containers c WHERE c.id IN (SELECT value FROM json_each(?))))`,
    [actionId, JSON.stringify(containerIds)],
  );
}

/** The containers for which an action registered serials that still stand. */
export function containersRegisteredBy(store: Store, actionId: number): readonly number[] {
  return store
    .allSql<{ id: number }>(
      `SELECT DISTINCT container_id AS id FROM document_serials
       WHERE action_id = ? AND container_id <> 0 AND removed_at = ''`,
      [actionId],
    )
    .map(({ id }) => id);
}
