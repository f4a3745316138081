import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { Actor } from './ledger.ts';
import { retireStock, stockKeySql } from './stock-rows.ts';
import type { Store } from './store.ts';

/** Units of a blank stock row that become something else where they stand. */
export interface EachUnit {
  readonly stockId: number;
  readonly units: number;
  /** The serial that one unit gets; empty where the units are recorded as not readable. */
  readonly serialNumber: string;
  readonly reason: string;
}

/** What becomes of the units: one gets its serial, or they are recorded as not readable. */
export type EachKind = 'capture' | 'exception';

/**
 * Posts one action of very many events of one kind to the ledger, in the transaction of the caller, each of which splits
 * units off a blank row. Says the same as `post` with `capture` or `recordException` for each of them, in as many
 * statements for a hundred thousand as for one. The caller has checked that no serial stands on-hand yet.
 * @returns the id of the action.
 * @throws DomainError `changed-meanwhile` where a row is not blank any more, or holds less.
 */
export function postEach(
  store: Store,
  { user, now }: Actor,
  kind: EachKind,
  each: readonly EachUnit[],
): number {
  const at = now().toISOString();
  const lastEvent = lastId(store, 'inventory_events');
  fill(store, kind, each, lastEvent);
  store.runSql(
    `INSERT INTO main.inventory_events (id, action_id, at, user, kind, document, order_line_id, reason)
     SELECT event_id, ?, ?, ?, ?, '', 0, reason FROM temp.each_unit ORDER BY event_id`,
    [lastEvent + 1, at, user, kind],
  );
  changeSums(store);
  store.runSql(
    `INSERT INTO main.on_hand (id, ${stockKeySql}, quantity, captured_event, since)
     SELECT e.new_id, ${newKeySql(kind)}, e.quantity, ${kind === 'capture' ? 'e.event_id' : '0'}, ?
     FROM temp.each_unit e CROSS JOIN main.on_hand o ON o.id = e.stock_id ORDER BY e.new_id`,
    [at],
  );
  // The key of the transactions begins with the stock row: the old ones first, then the new ones, which are the last.
  store.exec(
    `INSERT INTO main.inventory_transactions (stock_id, event_id, quantity, imported)
       SELECT stock_id, event_id, -quantity, 0 FROM temp.each_unit ORDER BY stock_id, event_id;
     INSERT INTO main.inventory_transactions (stock_id, event_id, quantity, imported)
       SELECT new_id, event_id, quantity, 0 FROM temp.each_unit ORDER BY new_id;
     UPDATE main.on_hand SET quantity = r.stays FROM temp.each_row r WHERE r.stock_id = on_hand.id AND r.stays > 0`,
  );
  retireStock(store, 'id IN (SELECT stock_id FROM temp.each_row WHERE stays = 0)', []);
  store.exec('DROP TABLE temp.each_unit; DROP TABLE temp.each_row');
  return lastEvent + 1;
}

/** Puts the units where the statements find them, in the order of on-hand's index: neighbours are written together. */
function fill(store: Store, kind: EachKind, each: readonly EachUnit[], lastEvent: number): void {
  store.exec(
    `DROP TABLE IF EXISTS temp.each_unit;
     DROP TABLE IF EXISTS temp.each_row;
     CREATE TEMP TABLE each_unit (event_id INTEGER PRIMARY KEY, new_id INTEGER NOT NULL, stock_id INTEGER NOT NULL,
       quantity INTEGER NOT NULL, serial_number TEXT NOT NULL, reason TEXT NOT NULL) STRICT`,
  );
  const { changes } = store.runSql(
    `INSERT INTO temp.each_unit (event_id, new_id, stock_id, quantity, serial_number, reason)
     SELECT ? + position, ? + position, stock_id, quantity, serial_number, reason FROM (
       SELECT row_number() OVER (ORDER BY o.item_number, o.warehouse, o.location, o.license_plate, o.id, l.key) AS position,
         o.id AS stock_id, ${THOUSANDTHS} * (l.value ->> 1) AS quantity, l.value ->> 2 AS serial_number,
         l.value ->> 3 AS reason
       FROM json_each(?) l CROSS JOIN main.on_hand o ON o.id = l.value ->> 0
       WHERE o.serial_number = ''${kind === 'exception' ? ' AND o.exception_id = 0' : ''})`,
    [
      lastEvent,
      lastId(store, 'on_hand'),
      JSON.stringify(each.map((one) => [one.stockId, one.units, one.serialNumber, one.reason])),
    ],
  );
  store.exec(
    `CREATE TEMP TABLE each_row AS SELECT e.stock_id, sum(e.quantity) AS quantity, o.quantity - sum(e.quantity) AS stays
     FROM temp.each_unit e CROSS JOIN main.on_hand o ON o.id = e.stock_id GROUP BY e.stock_id`,
  );
  const [short] = store.allSql('SELECT 1 FROM temp.each_row WHERE stays < 0 LIMIT 1');
  if (changes !== each.length || short !== undefined)
    throw new DomainError(
      'changed-meanwhile',
      'Some of these units are not blank any more. Look at the on-hand again.',
    );
}

/** The highest id that a row of a table ever had. */
function lastId(store: Store, table: 'inventory_events' | 'on_hand'): number {
  const [found] = store.allSql<{ seq: number }>('SELECT seq FROM main.sqlite_sequence WHERE name = ?', [
    table,
  ]);
  return found?.seq ?? 0;
}

/** The key of a new row: that of the old one, but for the serial or the exception. */
function newKeySql(kind: EachKind): string {
  return stockKeySql
    .split(', ')
    .map((column) => {
      if (column === 'serial_number') return 'e.serial_number';
      if (column === 'exception_id') return kind === 'capture' ? '0' : 'e.event_id';
      return `o.${column}`;
    })
    .join(', ');
}

/** Brings the kept sums to what comes: new rows, and what stays of the old ones. */
function changeSums(store: Store): void {
  const same =
    's.item_number = d.item_number AND s.warehouse = d.warehouse AND s.stage = d.stage AND s.blank = d.blank';
  store.exec(
    `DROP TABLE IF EXISTS temp.each_sum;
     CREATE TEMP TABLE each_sum (item_number TEXT, warehouse TEXT, stage TEXT, blank INTEGER, rows INTEGER,
       quantity INTEGER, PRIMARY KEY (item_number, warehouse, stage, blank)) WITHOUT ROWID;
     INSERT INTO temp.each_sum (item_number, warehouse, stage, blank, rows, quantity)
       SELECT c.item_number, c.warehouse, coalesce(p.stage, 'Storage'), c.blank, sum(c.rows), sum(c.quantity)
       FROM (
         SELECT o.item_number, o.warehouse, o.location, 1 AS blank, -(r.stays = 0) AS rows, -r.quantity AS quantity
           FROM temp.each_row r CROSS JOIN main.on_hand o ON o.id = r.stock_id
         UNION ALL
         SELECT o.item_number, o.warehouse, o.location, e.serial_number = '', 1, e.quantity
           FROM temp.each_unit e CROSS JOIN main.on_hand o ON o.id = e.stock_id) c
         LEFT JOIN main.places p ON p.warehouse = c.warehouse AND p.location = c.location
       GROUP BY 1, 2, 3, 4;
     DELETE FROM main.on_hand_sums AS s WHERE EXISTS
       (SELECT 1 FROM temp.each_sum d WHERE ${same} AND s.rows + d.rows = 0);
     UPDATE main.on_hand_sums AS s SET rows = s.rows + d.rows, quantity = s.quantity + d.quantity
       FROM temp.each_sum d WHERE ${same};
     INSERT INTO main.on_hand_sums (item_number, warehouse, stage, blank, rows, quantity)
       SELECT d.item_number, d.warehouse, d.stage, d.blank, d.rows, d.quantity FROM temp.each_sum d
       WHERE d.rows > 0 AND NOT EXISTS (SELECT 1 FROM main.on_hand_sums s WHERE ${same});
     DROP TABLE temp.each_sum`,
  );
}
