import { inventoryEventKinds } from '../domain/inventory-event.ts';
import { stockKeyColumns } from '../domain/stock-key.ts';
import { addToSums } from './add-to-sums.ts';
import { lastStockId } from './imported-transactions.ts';
import type { Actor } from './ledger.ts';
import { snake } from './snake.ts';
import { retireStock, stockKeySql } from './stock-rows.ts';
import type { Store } from './store.ts';

/** Events from which reversing them all at once is worth the tables it takes. */
const MANY_EVENTS = 200;

/**
 * What came of it. `blocked`: nothing was done, because an event cannot be taken back; the first that reversing one by
 * one would come to. `one-by-one`: nothing was done, because the action is small, or did more than split blank units off.
 */
export type ReversedEach =
  | { readonly kind: 'reversed'; readonly actionId: number }
  | { readonly kind: 'blocked'; readonly eventId: number }
  | { readonly kind: 'one-by-one' };

/**
 * Takes back an action of very many captures and exceptions, of which each split units off a blank row, in the
 * transaction of the caller. Says the same as the reversal of each of its events, the last first, in as many statements
 * for a hundred thousand as for one. Beside the stock they have nothing to put right.
 * @param fewest events from which it is done at once.
 */
export function reverseEach(
  store: Store,
  { user, now }: Actor,
  actionId: number,
  fewest = MANY_EVENTS,
): ReversedEach {
  const [standing] = store.allSql<{ events: number; splits: number }>(
    `SELECT count(*) AS events, count(*) FILTER (WHERE e.kind IN ('capture', 'exception')) AS splits
     FROM main.inventory_events e
     WHERE e.action_id = ? AND NOT EXISTS (SELECT 1 FROM main.inventory_events r WHERE r.reverses = e.id)`,
    [actionId],
  );
  const { events, splits } = standing ?? { events: 0, splits: 0 };
  if (events === 0 || events < fewest || splits < events) return { kind: 'one-by-one' };
  makeTables(store);
  try {
    if (!fill(store, actionId, events)) return { kind: 'one-by-one' };
    const eventId = blockedEvent(store);
    if (eventId !== undefined) return { kind: 'blocked', eventId };
    return { kind: 'reversed', actionId: turnRound(store, user, now().toISOString(), events) };
  } finally {
    store.exec('DROP TABLE temp.reversed_each; DROP TABLE temp.reversed_row');
  }
}

/** Of each event: the row to which it brought units, and where that stands now. Of each blank row: what comes back to it. */
function makeTables(store: Store): void {
  store.exec(
    `DROP TABLE IF EXISTS temp.reversed_each;
     DROP TABLE IF EXISTS temp.reversed_row;
     CREATE TEMP TABLE reversed_each (event_id INTEGER PRIMARY KEY, reversal_id INTEGER NOT NULL,
       quantity INTEGER NOT NULL, came_id INTEGER NOT NULL, came INTEGER, left_id INTEGER NOT NULL) STRICT;
     CREATE TEMP TABLE reversed_row (id INTEGER PRIMARY KEY, quantity INTEGER NOT NULL, last_event INTEGER NOT NULL,
       target INTEGER, fresh INTEGER NOT NULL DEFAULT 0) STRICT`,
  );
}

const sameKey = stockKeyColumns.map((column) => `o.${snake(column)} = p.${snake(column)}`).join(' AND ');

/** Where the stock of a row stands now: in the row, or, if it left and came back, in another one of the same key. */
const standsNow = (id: string): string =>
  `coalesce((SELECT o.id FROM main.on_hand o WHERE o.id = ${id}),
    (SELECT o.id FROM main.past_on_hand p CROSS JOIN main.on_hand o ON ${sameKey} WHERE p.id = ${id}))`;

/** Returns whether the events can be taken back at once: no two of them meet in a row, and no container must come back. */
function fill(store: Store, actionId: number, events: number): boolean {
  const { changes } = store.runSql(
    `INSERT INTO temp.reversed_each (event_id, reversal_id, quantity, came_id, left_id)
     SELECT e.id, (SELECT seq FROM main.sqlite_sequence WHERE name = 'inventory_events')
         + row_number() OVER (ORDER BY e.id DESC), max(t.quantity),
       max(CASE WHEN t.quantity > 0 THEN t.stock_id END), max(CASE WHEN t.quantity < 0 THEN t.stock_id END)
     FROM main.inventory_events e CROSS JOIN main.inventory_transactions t ON t.event_id = e.id AND t.imported = 0
     WHERE e.action_id = ? AND NOT EXISTS (SELECT 1 FROM main.inventory_events r WHERE r.reverses = e.id)
     GROUP BY e.id HAVING count(*) = 2 AND sum(t.quantity) = 0`,
    [actionId],
  );
  if (changes !== events) return false;
  store.exec(
    `UPDATE temp.reversed_each AS u SET came = ${standsNow('u.came_id')};
     INSERT INTO temp.reversed_row (id, quantity, last_event)
       SELECT left_id, sum(quantity), max(event_id) FROM temp.reversed_each GROUP BY left_id;
     UPDATE temp.reversed_row AS r SET target = ${standsNow('r.id')};`,
  );
  store.runSql(
    `UPDATE temp.reversed_row AS r SET target = ? + f.place, fresh = 1
     FROM (SELECT id, row_number() OVER (ORDER BY last_event DESC) AS place FROM temp.reversed_row WHERE target IS NULL) f
     WHERE f.id = r.id`,
    [lastStockId(store)],
  );
  const [found] = store.allSql<{ alone: 0 | 1 }>(
    `SELECT (SELECT count(DISTINCT came_id) = count(*) AND count(DISTINCT came) = count(came) FROM temp.reversed_each)
       AND (SELECT count(DISTINCT target) = count(*) FROM temp.reversed_row)
       AND NOT EXISTS (SELECT 1 FROM temp.reversed_each e CROSS JOIN temp.reversed_row r ON r.id IN (e.came, e.came_id))
       AND NOT EXISTS (SELECT 1 FROM temp.reversed_each e CROSS JOIN main.on_hand o ON o.id = e.came
         WHERE o.container_id <> 0 AND NOT EXISTS (SELECT 1 FROM main.containers c WHERE c.id = o.container_id))
       AND NOT EXISTS (SELECT 1 FROM temp.reversed_row r CROSS JOIN main.on_hand o ON o.id = r.id WHERE o.serial_number <> '')
       AND NOT EXISTS (SELECT 1 FROM temp.reversed_row r CROSS JOIN main.past_on_hand p ON p.id = r.id WHERE p.serial_number <> '')
       AND NOT EXISTS (SELECT 1 FROM temp.reversed_row r CROSS JOIN main.past_on_hand p ON p.id = r.id WHERE r.fresh
         GROUP BY ${stockKeySql} HAVING count(*) > 1) AS alone`,
  );
  return found?.alone === 1;
}

/** The last event whose stock is not there any more, was taken further, or stands in a closed container. */
function blockedEvent(store: Store): number | undefined {
  const [found] = store.allSql<{ id: number | null }>(
    `SELECT max(u.event_id) AS id FROM temp.reversed_each u LEFT JOIN main.on_hand o ON o.id = u.came
     WHERE coalesce(o.quantity, 0) < u.quantity
       OR o.serial_number <> '' AND EXISTS (
         SELECT 1 FROM main.inventory_transactions t CROSS JOIN main.inventory_events e ON e.id = t.event_id
         WHERE t.stock_id = u.came_id AND t.event_id > u.event_id AND t.quantity < 0 AND e.kind <> 'reversal'
           AND NOT EXISTS (SELECT 1 FROM main.inventory_events r WHERE r.reverses = e.id))
       OR EXISTS (SELECT 1 FROM main.containers c WHERE c.id = o.container_id AND c.closed_at <> '')`,
  );
  return found?.id ?? undefined;
}

/** Posts the reversals and brings the stock to what it was. Returns the id of their action. */
function turnRound(store: Store, user: string, at: string, events: number): number {
  const [first] = store.allSql<{ id: number }>('SELECT min(reversal_id) AS id FROM temp.reversed_each');
  const actionId = first?.id ?? 0;
  store.runSql(
    `INSERT INTO main.inventory_events (id, action_id, at, user, kind, document, order_line_id, reason, reverses)
     SELECT u.reversal_id, ?, ?, ?, 'reversal', e.document, e.order_line_id,
       CASE e.kind WHEN 'capture' THEN ? ELSE ? END, e.id
     FROM temp.reversed_each u CROSS JOIN main.inventory_events e ON e.id = u.event_id ORDER BY u.event_id DESC`,
    [actionId, at, user, inventoryEventKinds.capture, inventoryEventKinds.exception],
  );
  store.exec(
    `INSERT INTO main.inventory_transactions (stock_id, event_id, quantity, imported)
       SELECT came, reversal_id, -quantity, 0 FROM temp.reversed_each ORDER BY came;
     INSERT INTO main.inventory_transactions (stock_id, event_id, quantity, imported)
       SELECT r.target, u.reversal_id, u.quantity, 0
       FROM temp.reversed_each u CROSS JOIN temp.reversed_row r ON r.id = u.left_id ORDER BY r.target, u.reversal_id`,
  );
  addToSums(
    store,
    `SELECT o.item_number, o.warehouse, o.location, o.serial_number = '' AS blank,
       -(o.quantity = u.quantity) AS rows, -u.quantity AS quantity
     FROM temp.reversed_each u CROSS JOIN main.on_hand o ON o.id = u.came
     UNION ALL SELECT o.item_number, o.warehouse, o.location, 1, 0, r.quantity
     FROM temp.reversed_row r CROSS JOIN main.on_hand o ON o.id = r.target
     UNION ALL SELECT p.item_number, p.warehouse, p.location, 1, 1, r.quantity
     FROM temp.reversed_row r CROSS JOIN main.past_on_hand p ON p.id = r.id WHERE r.fresh`,
  );
  retireStock(
    store,
    `id IN (SELECT u.came FROM temp.reversed_each u CROSS JOIN main.on_hand o ON o.id = u.came
       WHERE o.quantity = u.quantity)`,
    [],
    events,
  );
  bringBack(store);
  return actionId;
}

/** The units stand in their blank rows again, as old as they were; a row that was emptied has kept its age. */
function bringBack(store: Store): void {
  store.exec(
    `UPDATE main.on_hand AS o SET quantity = o.quantity - u.quantity FROM temp.reversed_each u WHERE u.came = o.id;
     UPDATE main.on_hand AS o
       SET quantity = o.quantity + r.quantity,
         since = min(o.since, coalesce((SELECT p.since FROM main.past_on_hand p WHERE p.id = r.id), o.since))
       FROM temp.reversed_row r WHERE r.target = o.id AND NOT r.fresh;
     INSERT INTO main.on_hand (id, ${stockKeySql}, quantity, captured_event, since)
       SELECT r.target, ${stockKeySql}, r.quantity, p.captured_event, p.since
       FROM temp.reversed_row r CROSS JOIN main.past_on_hand p ON p.id = r.id WHERE r.fresh ORDER BY r.target`,
  );
}
