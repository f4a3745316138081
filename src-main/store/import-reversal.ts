import type { JobControl } from '../domain/job.ts';
import { stockKeyColumns } from '../domain/stock-key.ts';
import { postImported } from './imported-transactions.ts';
import { MANY_ROWS, onHandIndexes, pastOnHandIndexes, withoutIndexes } from './on-hand-indexes.ts';
import { snake } from './snake.ts';
import { unsettleReturned } from './settle-invalid.ts';
import { isMuchPast, retireStock, stockKeySql } from './stock-rows.ts';
import type { Store } from './store.ts';

const sameKey = stockKeyColumns.map((column) => `o.${snake(column)} = p.${snake(column)}`).join(' AND ');

/** What stands in the way of taking an import back: the last event that moved its stock since, and an item of it. */
export interface ImportObstacle {
  /** Undefined where the stock is gone without an event that could be named. */
  readonly eventId: number | undefined;
  readonly itemNumber: string;
}

/**
 * Takes an import difference back, inside the transaction of the caller: every transaction of it is posted the other
 * way round by the event that reverses it. A stock row that the import took away comes back under its own id, unless
 * stock of its key has come meanwhile: then it goes to that.
 * @param reversal makes the event that reverses so many rows, and returns its id.
 * @returns what stands in the way; nothing has changed then.
 */
export function reverseImported(
  store: Store,
  eventId: number,
  reversal: (rows: number) => number,
  control: JobControl,
): ImportObstacle | undefined {
  store.exec(`DROP TABLE IF EXISTS temp.reversed;
    CREATE TEMP TABLE reversed (id INTEGER PRIMARY KEY, quantity INTEGER NOT NULL, target INTEGER)`);
  try {
    const { changes: rows } = store.runSql(
      `INSERT INTO temp.reversed (id, quantity)
       SELECT stock_id, quantity FROM main.inventory_transactions WHERE event_id = ? ORDER BY stock_id`,
      [eventId],
    );
    control.progress(0);
    store.exec(`UPDATE temp.reversed AS r SET target = coalesce((SELECT o.id FROM main.on_hand o WHERE o.id = r.id),
      (SELECT o.id FROM main.past_on_hand p JOIN main.on_hand o ON ${sameKey} WHERE p.id = r.id))`);
    control.progress(0);
    const obstacle = obstacleTo(store, eventId);
    if (obstacle !== undefined) return obstacle;
    const reversalId = reversal(rows);
    const indexes = { ...onHandIndexes, ...(isMuchPast(store, rows) ? pastOnHandIndexes : {}) };
    withoutIndexes(
      store,
      indexes,
      rows > MANY_ROWS,
      () => turnRound(store, eventId, reversalId, rows, control),
      () => control.progress(rows),
    );
    unsettleReturned(store, 'SELECT id FROM temp.reversed WHERE quantity < 0');
    return undefined;
  } finally {
    store.exec('DROP TABLE temp.reversed');
  }
}

/** An event that was itself reversed, with its reversal, does not count. */
function obstacleTo(store: Store, eventId: number): ImportObstacle | undefined {
  const itemOf = `coalesce((SELECT o.item_number FROM main.on_hand o WHERE o.id = r.id),
    (SELECT p.item_number FROM main.past_on_hand p WHERE p.id = r.id), '') AS "itemNumber"`;
  const [later] = store.allSql<ImportObstacle>(
    `SELECT e.id AS "eventId", ${itemOf}
     FROM temp.reversed r CROSS JOIN main.inventory_transactions t ON t.stock_id = r.id AND t.event_id > ?
       CROSS JOIN main.inventory_events e ON e.id = t.event_id
     WHERE coalesce(e.reverses, 0) <= ? AND NOT EXISTS (SELECT 1 FROM main.inventory_events x WHERE x.reverses = e.id)
     ORDER BY e.id DESC LIMIT 1`,
    [eventId, eventId],
  );
  if (later !== undefined) return later;
  const [gone] = store.allSql<{ readonly itemNumber: string }>(
    `SELECT ${itemOf} FROM temp.reversed r LEFT JOIN main.on_hand h ON h.id = r.target
     WHERE r.quantity > 0 AND coalesce(h.quantity, 0) < r.quantity LIMIT 1`,
  );
  return gone && { ...gone, eventId: undefined };
}

/** Rows that are turned round at a time: between them the user can cancel. */
const BLOCK = 20_000;

function turnRound(
  store: Store,
  eventId: number,
  reversalId: number,
  rows: number,
  control: JobControl,
): void {
  for (let [done, after] = [0, 0]; done < rows; done += BLOCK) {
    control.progress(done);
    const upTo = lastOfBlock(store, after);
    turnBlockRound(store, reversalId, after, upTo);
    after = upTo;
  }
  store.runSql(
    `UPDATE main.on_hand AS o SET captured_event = c.captured_event FROM main.confirmed_captures c
     WHERE c.event_id = ? AND c.stock_id = o.id AND o.captured_event = 0`,
    [eventId],
  );
}

function lastOfBlock(store: Store, after: number): number {
  const [last] = store.allSql<{ readonly id: number }>(
    'SELECT max(id) AS id FROM (SELECT id FROM temp.reversed WHERE id > ? ORDER BY id LIMIT ?)',
    [after, BLOCK],
  );
  return last?.id ?? after;
}

function turnBlockRound(store: Store, reversalId: number, after: number, upTo: number): void {
  const block = 'r.id > ? AND r.id <= ?';
  const ids = [after, upTo];
  postImported(
    store,
    reversalId,
    `SELECT coalesce(r.target, r.id) AS id, -r.quantity AS quantity FROM temp.reversed r WHERE ${block}`,
    ids,
  );
  retireStock(
    store,
    `id IN (SELECT r.target FROM temp.reversed r CROSS JOIN main.on_hand h ON h.id = r.target
       WHERE h.quantity = r.quantity AND ${block})`,
    ids,
  );
  store.runSql(
    `UPDATE main.on_hand AS o SET quantity = o.quantity - r.quantity
     FROM temp.reversed r WHERE r.target = o.id AND ${block}`,
    ids,
  );
  const returning = `r.target IS NULL AND r.quantity < 0 AND ${block}`;
  store.runSql(
    `INSERT INTO main.on_hand (id, ${stockKeySql}, captured_event, since, quantity)
     SELECT p.id, ${stockKeySql}, p.captured_event, p.since, -r.quantity
     FROM temp.reversed r CROSS JOIN main.past_on_hand p ON p.id = r.id WHERE ${returning}`,
    ids,
  );
  store.runSql(
    `DELETE FROM main.past_on_hand WHERE id IN (SELECT r.id FROM temp.reversed r WHERE ${returning})`,
    ids,
  );
}
