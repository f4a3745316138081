import type { Store } from './store.ts';

/** A place in a warehouse, and how much of an item is there to be released, in thousandths. */
export interface ReleasablePlace {
  readonly location: string;
  readonly licensePlate: string;
  readonly quantity: number;
}

/**
 * Where an item stands free in a warehouse, less the open work for it there: the place of the oldest stock row first.
 * @param exceptions whether units whose label cannot be read count.
 */
export function releasablePlaces(
  store: Store,
  itemNumber: string,
  warehouse: string,
  exceptions: boolean,
): readonly ReleasablePlace[] {
  return store.allSql<ReleasablePlace>(
    `WITH stands AS (
       SELECT o.location, o.license_plate, sum(o.quantity) AS quantity, min(o.id) AS oldest FROM on_hand o
       WHERE o.item_number = ? AND o.warehouse = ? AND o.order_line_id = 0 AND o.container_id = 0
         AND o.in_transit = 0 ${exceptions ? '' : 'AND o.exception_id = 0'}
       GROUP BY o.location, o.license_plate),
     asked AS (
       SELECT w.location, w.license_plate, sum(w.remaining) AS quantity
       FROM pick_work w JOIN order_lines l ON l.id = w.order_line_id
       WHERE w.warehouse = ? AND w.remaining > 0 AND l.item_number = ? GROUP BY w.location, w.license_plate)
     SELECT s.location, s.license_plate AS "licensePlate", s.quantity - coalesce(a.quantity, 0) AS quantity
     FROM stands s LEFT JOIN asked a ON a.location = s.location AND a.license_plate = s.license_plate
     WHERE s.quantity > coalesce(a.quantity, 0) ORDER BY s.oldest`,
    [itemNumber, warehouse, warehouse, itemNumber],
  );
}

/** Takes back the open work of an order. Returns how much that was, in thousandths. Its rows stay for a reversal. */
export function cancelWork(store: Store, orderId: number): number {
  const lines = 'SELECT l.id FROM order_lines l WHERE l.order_id = ?';
  const [open] = store.allSql<{ remaining: number }>(
    `SELECT coalesce(sum(remaining), 0) AS remaining FROM pick_work WHERE order_line_id IN (${lines})`,
    [orderId],
  );
  store.runSql(`UPDATE pick_work SET remaining = 0 WHERE remaining > 0 AND order_line_id IN (${lines})`, [
    orderId,
  ]);
  return open?.remaining ?? 0;
}

/** Takes away the open shipment of an order that holds no container. */
export function dropEmptyShipment(store: Store, orderId: number): void {
  store.runSql(
    `DELETE FROM shipments WHERE order_id = ? AND confirmed_at = ''
       AND NOT EXISTS (SELECT 1 FROM containers c WHERE c.shipment_id = shipments.id)`,
    [orderId],
  );
}
