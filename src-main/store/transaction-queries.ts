import type {
  EventLine,
  InventoryEvent,
  InventoryEventKind,
  ListedEvent,
} from '../domain/inventory-event.ts';
import { BOUND, type Store } from './store.ts';

const eventSql = `e.id, e.action_id AS "actionId", e.at, e.user, e.kind, e.document,
  e.order_line_id AS "orderLineId", e.reason, e.reverses`;

/** The event by which a stock row left the stock for good, if it did and that still stands. */
export function departureOf(
  store: Store,
  stockId: number,
): Pick<InventoryEvent, 'at' | 'document'> | undefined {
  return store.allSql<Pick<InventoryEvent, 'at' | 'document'>>(
    `SELECT e.at, e.document FROM inventory_transactions t JOIN inventory_events e ON e.id = t.event_id
     WHERE t.stock_id = ? AND t.quantity < 0 AND e.kind IN ('ship', 'adjustment', 'count')
       AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id)
     ORDER BY e.id DESC LIMIT 1`,
    [stockId],
  )[0];
}

/** A later event that touched one of some stock rows and still stands: the first one after an event. */
export function laterEventOn(
  store: Store,
  stockId: number,
  afterEventId: number,
): InventoryEvent | undefined {
  return store.allSql<InventoryEvent>(
    `SELECT ${eventSql} FROM inventory_transactions t JOIN inventory_events e ON e.id = t.event_id
     WHERE t.stock_id = ? AND t.event_id > ? AND t.quantity < 0 AND e.kind <> 'reversal'
       AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id)
     ORDER BY e.id LIMIT 1`,
    [stockId, afterEventId],
  )[0];
}

/** The stock rows to which an event brought something and that a later event, which still stands, took from. */
export function stockTakenFurther(store: Store, eventId: number): ReadonlySet<number> {
  const rows = store.allSql<{ id: number }>(
    `SELECT m.stock_id AS id FROM inventory_transactions m
       CROSS JOIN inventory_transactions t ON t.stock_id = m.stock_id AND t.event_id > m.event_id AND t.quantity < 0
       CROSS JOIN inventory_events e ON e.id = t.event_id AND e.kind <> 'reversal'
     WHERE m.event_id = ${BOUND} AND m.imported = 0 AND m.quantity > 0
       AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id)`,
    [eventId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Which events to list, newest first. */
export interface EventFilter {
  /** Of this item, of this serial in any case, of this order line's order; undefined for all. */
  readonly itemNumber?: string | undefined;
  readonly serial?: string | undefined;
  readonly orderId?: number | undefined;
  readonly kind?: InventoryEventKind | undefined;
  /** ISO times in UTC. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const stockOf = (column: 'item_number' | 'serial_number', collate = ''): string =>
  `SELECT s.id FROM on_hand s WHERE s.${column} = ? ${collate} UNION ALL
   SELECT p.id FROM past_on_hand p WHERE p.${column} = ? ${collate}`;

/** The events of a filter, newest first, and whether there are more. */
export function listEvents(
  store: Store,
  filter: EventFilter,
  offset: number,
  limit: number,
): readonly ListedEvent[] {
  const parts: string[] = [];
  const parameters: unknown[] = [];
  const add = (sql: string, ...values: readonly unknown[]): void => {
    parts.push(sql);
    parameters.push(...values);
  };
  const touching = (stock: string): string =>
    `e.id IN (SELECT t.event_id FROM inventory_transactions t WHERE t.stock_id IN (${stock}))`;
  if (filter.serial !== undefined)
    add(
      touching(`SELECT s.id FROM on_hand s WHERE s.serial_number = ? COLLATE NOCASE AND s.serial_number <> ''
          AND (? IS NULL OR s.item_number = ?)
        UNION ALL SELECT p.id FROM past_on_hand p WHERE p.serial_number = ? COLLATE NOCASE AND p.serial_number <> ''
          AND (? IS NULL OR p.item_number = ?)`),
      ...Array.from({ length: 2 }, () => [
        filter.serial,
        filter.itemNumber ?? null,
        filter.itemNumber ?? null,
      ]).flat(),
    );
  else if (filter.itemNumber !== undefined)
    add(touching(stockOf('item_number')), filter.itemNumber, filter.itemNumber);
  if (filter.orderId !== undefined)
    add('e.order_line_id IN (SELECT l.id FROM order_lines l WHERE l.order_id = ?)', filter.orderId);
  if (filter.kind !== undefined) add('e.kind = ?', filter.kind);
  if (filter.from !== undefined) add('e.at >= ?', filter.from);
  if (filter.until !== undefined) add('e.at <= ?', filter.until);
  return store.allSql<ListedEvent>(
    `SELECT ${eventSql}, (SELECT r.id FROM inventory_events r WHERE r.reverses = e.id) AS "reversedBy"
     FROM inventory_events e ${parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`}
     ORDER BY e.id DESC LIMIT ? OFFSET ?`,
    [...parameters, limit, offset],
  );
}

const lineSql = `t.stock_id AS "stockId", t.quantity, s.item_number AS "itemNumber", s.warehouse, s.location,
  s.license_plate AS "licensePlate", s.batch_number AS "batchNumber", s.serial_number AS "serialNumber",
  s.exception_id AS "exceptionId", s.in_transit AS "inTransit"`;

/** What an event did, row by row: what left first, in the order of the rows. An import's rows are not listed. */
export function linesOfEvent(
  store: Store,
  eventId: number,
  offset: number,
  limit: number,
): readonly EventLine[] {
  return store.allSql<EventLine>(
    `SELECT * FROM (
       SELECT ${lineSql} FROM inventory_transactions t JOIN on_hand s ON s.id = t.stock_id
         WHERE t.event_id = ? AND t.imported = 0
       UNION ALL
       SELECT ${lineSql} FROM inventory_transactions t JOIN past_on_hand s ON s.id = t.stock_id
         WHERE t.event_id = ? AND t.imported = 0)
     ORDER BY quantity > 0, "stockId" LIMIT ? OFFSET ?`,
    [eventId, eventId, limit, offset],
  );
}
