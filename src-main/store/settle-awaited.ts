import type { Store } from './store.ts';

/** The free blank units of the places that are not settled, each row with how many stand at its place before it. */
const standing = `SELECT o.id, o.item_number, o.warehouse, o.location, o.license_plate, o.quantity,
    sum(o.quantity) OVER (PARTITION BY o.item_number, o.warehouse, o.location, o.license_plate ORDER BY o.id
      ROWS UNBOUNDED PRECEDING) - o.quantity AS earlier
  FROM unsettled_work u CROSS JOIN main.on_hand o
    ON o.item_number = u.item_number AND o.warehouse = u.warehouse AND o.location = u.location
  WHERE o.serial_number = '' AND NOT o.invalid AND o.exception_id = 0
    AND o.order_line_id = 0 AND o.container_id = 0 AND NOT o.in_transit`;

const asked = `SELECT l.item_number, w.warehouse, w.location, w.license_plate, sum(w.remaining) AS remaining
  FROM unsettled_work u CROSS JOIN pick_work w ON w.warehouse = u.warehouse AND w.location = u.location AND w.remaining > 0
    CROSS JOIN order_lines l ON l.id = w.order_line_id AND l.item_number = u.item_number
  GROUP BY l.item_number, w.warehouse, w.location, w.license_plate`;

/**
 * Says which blank units open pick work holds: of the blanks that stand free at the place of the work the oldest rows, as
 * many units as are still to be picked there. A row keeps since when it is held. Called at the end of every change.
 */
export function settleAwaited(store: Store): void {
  if (store.allSql('SELECT 1 FROM unsettled_work LIMIT 1').length === 0) return;
  // The table stays for the next time: to make one would have every statement of the connection prepared anew.
  store.exec(`CREATE TEMP TABLE IF NOT EXISTS now_awaited (id INTEGER PRIMARY KEY, item_number TEXT, warehouse TEXT,
    location TEXT, quantity INTEGER, stands INTEGER)`);
  store.runSql('DELETE FROM temp.now_awaited');
  store.runSql(
    `INSERT INTO temp.now_awaited (id, item_number, warehouse, location, quantity, stands)
     SELECT s.id, s.item_number, s.warehouse, s.location, min(s.quantity, a.remaining - s.earlier), s.quantity
     FROM (${asked}) a CROSS JOIN (${standing}) s ON s.item_number = a.item_number AND s.warehouse = a.warehouse
       AND s.location = a.location AND s.license_plate = a.license_plate
     WHERE a.remaining > s.earlier`,
  );
  store.runSql(
    `DELETE FROM awaited_stock
     WHERE (item_number, warehouse, location) IN (SELECT item_number, warehouse, location FROM unsettled_work)
       AND stock_id NOT IN (SELECT id FROM temp.now_awaited)`,
  );
  store.runSql(
    `INSERT INTO awaited_stock (stock_id, item_number, warehouse, location, quantity, whole, since)
     SELECT id, item_number, warehouse, location, quantity, quantity = stands, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
     FROM temp.now_awaited WHERE TRUE
     ON CONFLICT (stock_id) DO UPDATE SET quantity = excluded.quantity, whole = excluded.whole`,
  );
  store.runSql('DELETE FROM unsettled_work');
}

/** Notes the open work of some warehouses: their stock has become another. */
export function unsettleWork(store: Store, warehouses: readonly string[]): void {
  store.runSql(
    `INSERT OR IGNORE INTO unsettled_work (item_number, warehouse, location)
     SELECT l.item_number, w.warehouse, w.location FROM pick_work w JOIN order_lines l ON l.id = w.order_line_id
     WHERE w.remaining > 0 AND w.warehouse IN (SELECT value FROM json_each(?))
     UNION SELECT item_number, warehouse, location FROM awaited_stock WHERE warehouse IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(warehouses), JSON.stringify(warehouses)],
  );
}
