import { selectStock, type StockRow } from './stock-rows.ts';
import type { Store } from './store.ts';

/** A place in a warehouse: a location, and a license plate on it (empty: the loose stock of the location). */
export interface StockPlace {
  readonly itemNumber: string;
  readonly warehouse: string;
  readonly location: string;
  readonly licensePlate: string;
}

/** The stock of an item at a place that nothing holds, the oldest row first. Exceptions are among it. */
export function freeStockAt(
  store: Store,
  { itemNumber, warehouse, location, licensePlate }: StockPlace,
): readonly StockRow[] {
  return selectStock(
    store,
    `on_hand o WHERE o.item_number = ? AND o.warehouse = ? AND o.location = ? AND o.license_plate = ?
       AND o.order_line_id = 0 AND o.container_id = 0 AND o.in_transit = 0 ORDER BY o.id`,
    [itemNumber, warehouse, location, licensePlate],
  );
}

/** A place with a free blank unit. */
export interface BlankPlace {
  readonly stockId: number;
  readonly warehouse: string;
  readonly location: string;
  readonly licensePlate: string;
  readonly batchNumber: string;
  /** In thousandths. */
  readonly quantity: number;
}

/** Free blank stock of an item, by place; exceptions are not among it. */
export function blankPlaces(store: Store, itemNumber: string, limit: number): readonly BlankPlace[] {
  return store.allSql(
    `SELECT o.id AS "stockId", o.warehouse, o.location, o.license_plate AS "licensePlate",
       o.batch_number AS "batchNumber", o.quantity
     FROM on_hand o WHERE o.item_number = ? AND o.serial_number = '' AND o.exception_id = 0
       AND o.order_line_id = 0 AND o.container_id = 0 AND o.in_transit = 0
     ORDER BY o.warehouse, o.location, o.license_plate, o.id LIMIT ?`,
    [itemNumber, limit],
  );
}
