import type { InventoryEvent, InventoryEventKind } from '../domain/inventory-event.ts';
import type { Store } from './store.ts';

const selected = `id, action_id AS "actionId", at, user, kind, document, order_line_id AS "orderLineId", reason, reverses`;

/** An event that is to be appended. Without `actionId` it begins an action of its own. */
export interface NewEvent {
  readonly actionId?: number | undefined;
  readonly at: string;
  readonly user: string;
  readonly kind: InventoryEventKind;
  readonly document?: string | undefined;
  readonly orderLineId?: number | undefined;
  readonly reason?: string | undefined;
  readonly reverses?: number | undefined;
}

/** Appends an event and returns its id. */
export function appendInventoryEvent(store: Store, event: NewEvent): number {
  const { actionId, at, user, kind, document = '', orderLineId = 0, reason = '', reverses } = event;
  return store.runSql(
    `INSERT INTO inventory_events (action_id, at, user, kind, document, order_line_id, reason, reverses)
     VALUES (coalesce(?, (SELECT coalesce(max(id), 0) + 1 FROM inventory_events)), ?, ?, ?, ?, ?, ?, ?)`,
    [actionId ?? null, at, user, kind, document, orderLineId, reason, reverses ?? null],
  ).lastInsertRowid;
}

/** Appends what an event did to one stock row. */
export function appendTransaction(store: Store, stockId: number, eventId: number, quantity: number): void {
  store.runSql(
    'INSERT INTO inventory_transactions (stock_id, event_id, quantity, imported) VALUES (?, ?, ?, 0)',
    [stockId, eventId, quantity],
  );
}

/** An event by its id. */
export function eventById(store: Store, id: number): InventoryEvent | undefined {
  return store.allSql<InventoryEvent>(`SELECT ${selected} FROM inventory_events WHERE id = ?`, [id])[0];
}

/** The events of an action that were not taken back, in their order. */
export function standingEventsOf(store: Store, actionId: number): readonly InventoryEvent[] {
  return store.allSql<InventoryEvent>(
    `SELECT ${selected} FROM inventory_events e WHERE e.action_id = ?
       AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id) ORDER BY e.id`,
    [actionId],
  );
}

/** The event that took an event back, if one did. */
export function reversalOf(store: Store, eventId: number): InventoryEvent | undefined {
  return store.allSql<InventoryEvent>(`SELECT ${selected} FROM inventory_events WHERE reverses = ?`, [
    eventId,
  ])[0];
}
