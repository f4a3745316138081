import { hasShipped, type LineShipment } from '../domain/line-shipments.ts';
import type { Store } from './store.ts';

/** A serial that is registered on a sales line. */
export interface DocumentSerial {
  readonly orderLineId: number;
  readonly itemNumber: string;
  /** 0 where it was not registered for a container. */
  readonly containerId: number;
  /** Empty where the label could not be read. */
  readonly serialNumber: string;
  readonly notReadable: string;
  readonly step: 'Pick' | 'Pack' | 'Ship';
  readonly actionId: number;
  readonly at: string;
  readonly user: string;
}

/** A serial that stands on a document. */
export interface DocumentOf {
  readonly serial: string;
  /** Number of the order. */
  readonly document: string;
  readonly orderLineId: number;
  /** The action that registered it. */
  readonly actionId: number;
}

/** Of these serials of an item, those that stand on a document, with its name. */
export function documentSerialsStanding(
  store: Store,
  itemNumber: string,
  serials: readonly string[],
): readonly DocumentOf[] {
  return store.allSql(
    `SELECT d.serial_number AS serial, o.number AS document, d.order_line_id AS "orderLineId",
       d.action_id AS "actionId"
     FROM json_each(?) j
       CROSS JOIN document_serials d ON d.serial_number = j.value COLLATE NOCASE AND d.serial_number <> ''
       JOIN order_lines l ON l.id = d.order_line_id JOIN orders o ON o.id = l.order_id
     WHERE d.item_number = ? AND d.removed_at = ''`,
    [JSON.stringify(serials), itemNumber],
  );
}

/** Stores registered serials, in one statement. */
export function insertDocumentSerials(store: Store, serials: readonly DocumentSerial[]): void {
  store.runSql(
    `INSERT INTO document_serials (order_line_id, item_number, container_id, serial_number, not_readable, step,
       action_id, at, user)
     SELECT value ->> 'orderLineId', value ->> 'itemNumber', value ->> 'containerId', value ->> 'serialNumber',
       value ->> 'notReadable', value ->> 'step', value ->> 'actionId', value ->> 'at', value ->> 'user'
     FROM json_each(?)`,
    [JSON.stringify(serials)],
  );
}

/** How many units of a line, or of a container of it, are registered: with a serial or as not readable. */
export function registeredUnits(store: Store, orderLineId: number, containerId?: number): number {
  const [row] = store.allSql<{ units: number }>(
    `SELECT count(*) AS units FROM document_serials WHERE order_line_id = ? AND removed_at = ''
     ${containerId === undefined ? '' : 'AND container_id = ?'}`,
    containerId === undefined ? [orderLineId] : [orderLineId, containerId],
  );
  return row?.units ?? 0;
}

/** A unit that is registered on a line. */
export interface RegisteredUnit {
  readonly id: number;
  /** Empty where the label could not be read. */
  readonly serialNumber: string;
  /** The action that registered it. */
  readonly actionId: number;
}

/** What stands on a line, or on it for a container, the oldest first. */
export function registeredOn(
  store: Store,
  orderLineId: number,
  containerId?: number,
): readonly RegisteredUnit[] {
  return store.allSql(
    `SELECT id, serial_number AS "serialNumber", action_id AS "actionId" FROM document_serials
     WHERE order_line_id = ? AND removed_at = '' ${containerId === undefined ? '' : 'AND container_id = ?'} ORDER BY id`,
    containerId === undefined ? [orderLineId] : [orderLineId, containerId],
  );
}

/** What stands on a line and was not shipped yet, the oldest first. */
export function registeredToShip(store: Store, orderLineId: number): readonly RegisteredUnit[] {
  const shipments = shipmentsOf(store, orderLineId);
  return registeredOn(store, orderLineId).filter(({ actionId }) => !hasShipped(shipments, actionId));
}

/** The shipments of a sales line in their order, those that were taken back too. */
export function shipmentsOf(store: Store, orderLineId: number): readonly LineShipment[] {
  return store.allSql(
    `SELECT e.order_line_id AS "orderLineId", e.action_id AS "actionId", r.id AS "reversedBy"
     FROM inventory_events e LEFT JOIN inventory_events r ON r.reverses = e.id
     WHERE e.order_line_id = ? AND e.order_line_id <> 0 AND e.kind = 'ship' ORDER BY e.id`,
    [orderLineId],
  );
}

/** What an action registered and no other one took off since, a serial for each line. */
export function registeredBy(store: Store, actionId: number): readonly DocumentOf[] {
  return store.allSql(
    `SELECT min(d.serial_number) AS serial, o.number AS document, d.order_line_id AS "orderLineId",
       d.action_id AS "actionId"
     FROM document_serials d JOIN order_lines l ON l.id = d.order_line_id JOIN orders o ON o.id = l.order_id
     WHERE d.action_id = ? AND d.removed_at = '' GROUP BY d.order_line_id`,
    [actionId],
  );
}

/** What an action took off, a serial for each line and each action that had registered it. */
export function takenOffBy(
  store: Store,
  actionId: number,
): readonly (DocumentOf & { readonly lineNumber: number })[] {
  return store.allSql(
    `SELECT min(d.serial_number) AS serial, o.number AS document, d.order_line_id AS "orderLineId",
       d.action_id AS "actionId", l.line_number AS "lineNumber"
     FROM document_serials d JOIN order_lines l ON l.id = d.order_line_id JOIN orders o ON o.id = l.order_id
     WHERE d.removed_by = ? AND d.removed_by <> 0 GROUP BY d.order_line_id, d.action_id`,
    [actionId],
  );
}

/** Takes off what an action registered. */
export function removeRegisteredBy(store: Store, actionId: number, at: string): void {
  store.runSql(`UPDATE document_serials SET removed_at = ? WHERE action_id = ? AND removed_at = ''`, [
    at,
    actionId,
  ]);
}

/** Takes some registered units off, with the action that took the units back. */
export function takeOffDocument(store: Store, ids: readonly number[], actionId: number, at: string): void {
  store.runSql(
    'UPDATE document_serials SET removed_at = ?, removed_by = ? WHERE id IN (SELECT value FROM json_each(?))',
    [at, actionId, JSON.stringify(ids)],
  );
}

/** A serial that an action took off its document and that stands on another one by now, if there is one. */
export function registeredElsewhere(store: Store, actionId: number): DocumentOf | undefined {
  return store.allSql<DocumentOf>(
    `SELECT d.serial_number AS serial, o.number AS document, s.order_line_id AS "orderLineId",
       s.action_id AS "actionId"
     FROM document_serials d
       CROSS JOIN document_serials s ON s.serial_number = d.serial_number COLLATE NOCASE
         AND s.serial_number <> '' AND s.item_number = d.item_number AND s.removed_at = ''
       JOIN order_lines l ON l.id = s.order_line_id JOIN orders o ON o.id = l.order_id
     WHERE d.removed_by = ? AND d.removed_by <> 0 LIMIT 1`,
    [actionId],
  )[0];
}

/** Registers again what an action took off. */
export function putBackRegistered(store: Store, actionId: number): void {
  store.runSql(
    `UPDATE document_serials SET removed_at = '', removed_by = 0 WHERE removed_by = ? AND removed_by <> 0`,
    [actionId],
  );
}

/** Whether something that an action registered was taken off with its unit by another one. */
export function wasTakenOff(store: Store, actionId: number): boolean {
  return (
    store.allSql('SELECT 1 FROM document_serials WHERE action_id = ? AND removed_by <> 0 LIMIT 1', [actionId])
      .length > 0
  );
}
