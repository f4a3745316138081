import { dimensionColumns } from './staging.ts';
import type { Store } from './store.ts';

/** What a blank unit of the file may be here: a unit whose serial was captured, or whose label cannot be read. */
type Claim = 'serial' | 'exception';

const list = dimensionColumns.join(', ');
const plain = dimensionColumns.filter((column) => column !== 'serial_number');
const equal = (columns: readonly string[]): string =>
  columns.map((column) => `n.${column} = t.${column}`).join(' AND ');

/** Stock that is picked, packed, in transit or recorded as not readable. Word for word the condition of its index. */
const HELD = 'order_line_id <> 0 OR container_id <> 0 OR exception_id <> 0 OR in_transit <> 0';

/** What is for an order survives longer than what is not. */
const FIRST = 't.container_id = 0, t.order_line_id = 0, t.id';

const UNIT = 1000;

/**
 * Settles what a file means for stock that it does not tell apart: units that are held, or whose serial was captured
 * here. They belong to the quantity of the staged row of their dimensions, a captured unit and an exception to that of
 * a blank one: the same but for the serial, else any of its item and warehouse. As far as that quantity reaches they
 * stay (`staging.stays`); what is left of it is the free stock of the staged row.
 *
 * Where nothing is held or captured this costs two looks into an empty index.
 */
export function settleTiedStock(store: Store, warehouses: readonly string[]): void {
  if (gatherTied(store, warehouses) === 0) return;
  leaveAsItWas(store);
  gatherNear(store);
  confirmCaptures(store);
  for (const claim of ['serial', 'exception'] as const) {
    claimAtHome(store, claim);
    claimInWarehouse(store, claim);
  }
  keepHeld(store);
  store.exec(`UPDATE staging.rows AS r SET quantity = n.free FROM staging.near n
    WHERE n.id = r.id AND n.free <> r.quantity;
    DROP TABLE staging.tied; DROP TABLE staging.near`);
}

/** The stock in question; `home` is the staged row that it belongs to. */
function gatherTied(store: Store, warehouses: readonly string[]): number {
  const texts = dimensionColumns.map((column) => `${column} TEXT`).join(', ');
  store.exec(`CREATE TABLE staging.tied (id INTEGER PRIMARY KEY, kind TEXT, home INTEGER, ${texts},
    quantity INTEGER, order_line_id INTEGER, container_id INTEGER)`);
  const named = JSON.stringify(warehouses);
  const gather = (kind: string, condition: string): number =>
    store.runSql(
      `INSERT OR IGNORE INTO staging.tied (id, kind, ${list}, quantity, order_line_id, container_id)
       SELECT id, ${kind}, ${list}, quantity, order_line_id, container_id FROM main.on_hand
       WHERE warehouse IN (SELECT value FROM json_each(?)) AND ${condition}`,
      [named],
    ).changes;
  const captured = gather("'serial'", "captured_event <> 0 AND serial_number <> ''");
  const held = gather(
    "CASE WHEN exception_id <> 0 AND serial_number = '' THEN 'exception' ELSE 'held' END",
    `(${HELD})`,
  );
  if (captured + held === 0) store.exec('DROP TABLE staging.tied');
  return captured + held;
}

/** What a refused row names stays as it was, and so do the units that were captured from it. */
function leaveAsItWas(store: Store): void {
  store.exec(`
    INSERT INTO staging.stays (on_hand_id, keeps)
      SELECT t.id, t.quantity FROM staging.tied t WHERE EXISTS (SELECT 1 FROM staging.kept n
        WHERE ${equal(plain)} AND (n.serial_number = t.serial_number OR (n.serial_number = '' AND t.kind = 'serial')));
    DELETE FROM staging.tied WHERE id IN (SELECT on_hand_id FROM staging.stays)`);
}

/** The staged rows that may have to do with it: blank ones of its item and warehouse, and those that bring its serial. */
function gatherNear(store: Store): void {
  const texts = dimensionColumns.map((column) => `${column} TEXT`).join(', ');
  store.exec(`
    CREATE INDEX staging.tied_place ON tied (item_number, warehouse);
    CREATE INDEX staging.tied_serial ON tied (serial_number COLLATE NOCASE, item_number);
    CREATE TABLE staging.near (id INTEGER PRIMARY KEY, ${texts}, quantity INTEGER, free INTEGER);
    INSERT INTO staging.near (id, ${list}, quantity, free) SELECT id, ${list}, quantity, quantity FROM staging.rows r
      WHERE CASE WHEN r.serial_number = ''
        THEN EXISTS (SELECT 1 FROM staging.tied t WHERE t.item_number = r.item_number AND t.warehouse = r.warehouse)
        ELSE EXISTS (SELECT 1 FROM staging.tied t
          WHERE t.serial_number = r.serial_number COLLATE NOCASE AND t.item_number = r.item_number) END;
    CREATE INDEX staging.near_place ON near (item_number, warehouse, location, license_plate, serial_number);
    CREATE INDEX staging.near_serial ON near (serial_number COLLATE NOCASE, item_number);
    UPDATE staging.tied AS t SET home = (SELECT n.id FROM staging.near n WHERE ${equal(dimensionColumns)})`);
}

/** A captured serial that the file brings is known in the source system; where the file has it is where it stands. */
function confirmCaptures(store: Store): void {
  store.exec(`
    INSERT INTO staging.confirmed (on_hand_id) SELECT id FROM staging.tied WHERE kind = 'serial' AND home IS NOT NULL;
    UPDATE staging.tied SET kind = 'held' WHERE kind = 'serial' AND home IS NOT NULL;
    DELETE FROM staging.tied WHERE kind = 'serial' AND EXISTS (SELECT 1 FROM staging.near n
      WHERE n.serial_number = tied.serial_number COLLATE NOCASE AND n.item_number = tied.item_number);
    DELETE FROM staging.tied WHERE id IN (SELECT o.id FROM staging.confirmed c CROSS JOIN main.on_hand o
      ON o.id = c.on_hand_id WHERE NOT (${HELD}));
    UPDATE staging.tied AS t SET home = (SELECT n.id FROM staging.near n WHERE ${equal(plain)} AND n.serial_number = '')
      WHERE kind = 'serial'`);
}

/** Gives claims the whole units of the staged row of their own dimensions, as far as they reach. */
function claimAtHome(store: Store, claim: Claim): void {
  store.runSql(
    `INSERT INTO staging.stays (on_hand_id, home, keeps, claims)
     SELECT id, home, quantity, 1 FROM (SELECT t.id, t.home, t.quantity, n.free / ${UNIT} * ${UNIT} AS most,
         sum(t.quantity) OVER (PARTITION BY t.home ORDER BY ${FIRST}) AS upto
       FROM staging.tied t JOIN staging.near n ON n.id = t.home WHERE t.kind = ?) WHERE upto <= most`,
    [claim],
  );
  store.runSql(
    `UPDATE staging.near AS n SET free = n.free - s.keeps
     FROM (SELECT t.home, sum(t.quantity) AS keeps FROM staging.tied t JOIN staging.stays s ON s.on_hand_id = t.id
       WHERE t.kind = ? GROUP BY t.home) s WHERE s.home = n.id`,
    [claim],
  );
  store.runSql('DELETE FROM staging.tied WHERE kind = ? AND id IN (SELECT on_hand_id FROM staging.stays)', [
    claim,
  ]);
}

/**
 * Gives the claims that are left the whole blank units of their item and warehouse, first those that nothing else
 * belongs to.
 */
function claimInWarehouse(store: Store, claim: Claim): void {
  store.exec(`CREATE TABLE staging.parts (row_id INTEGER, item_number TEXT, warehouse TEXT, quantity INTEGER, upto INTEGER);
    CREATE TABLE staging.given (item_number TEXT, warehouse TEXT, quantity INTEGER, PRIMARY KEY (item_number, warehouse)) WITHOUT ROWID`);
  store.runSql(
    `INSERT INTO staging.parts (row_id, item_number, warehouse, quantity, upto)
     WITH wanted AS MATERIALIZED (
         SELECT home, sum(quantity) AS quantity FROM staging.tied WHERE home IS NOT NULL GROUP BY home),
       supply AS MATERIALIZED (
         SELECT n.id, n.item_number, n.warehouse, n.free / ${UNIT} * ${UNIT} AS whole,
           max(n.free - coalesce(w.quantity, 0), 0) / ${UNIT} * ${UNIT} AS spare
         FROM staging.near n LEFT JOIN wanted w ON w.home = n.id
         WHERE n.serial_number = '' AND n.free >= ${UNIT}
           AND (n.item_number, n.warehouse) IN (SELECT item_number, warehouse FROM staging.tied WHERE kind = ?)),
       part AS (SELECT id, item_number, warehouse, 1 AS turn, spare AS quantity FROM supply WHERE spare > 0
         UNION ALL SELECT id, item_number, warehouse, 2, whole - spare FROM supply WHERE whole > spare)
     SELECT id, item_number, warehouse, quantity,
       sum(quantity) OVER (PARTITION BY item_number, warehouse ORDER BY turn, id) FROM part`,
    [claim],
  );
  store.runSql(
    `INSERT INTO staging.stays (on_hand_id, keeps, claims)
     SELECT id, quantity, 1 FROM (SELECT t.id, t.quantity, p.most,
         sum(t.quantity) OVER (PARTITION BY t.item_number, t.warehouse ORDER BY ${FIRST}) AS upto
       FROM staging.tied t JOIN (SELECT item_number, warehouse, max(upto) AS most FROM staging.parts
         GROUP BY item_number, warehouse) p ON p.item_number = t.item_number AND p.warehouse = t.warehouse
       WHERE t.kind = ?) WHERE upto <= most`,
    [claim],
  );
  store.runSql(
    `INSERT INTO staging.given (item_number, warehouse, quantity)
     SELECT t.item_number, t.warehouse, sum(t.quantity) FROM staging.tied t
       JOIN staging.stays s ON s.on_hand_id = t.id WHERE t.kind = ? GROUP BY t.item_number, t.warehouse`,
    [claim],
  );
  store.exec(`
    UPDATE staging.near AS n SET free = n.free - u.quantity FROM (
      SELECT p.row_id, sum(min(p.quantity, g.quantity - (p.upto - p.quantity))) AS quantity
      FROM staging.parts p JOIN staging.given g ON g.item_number = p.item_number AND g.warehouse = p.warehouse
      WHERE g.quantity > p.upto - p.quantity GROUP BY p.row_id) u WHERE u.row_id = n.id;
    DROP TABLE staging.parts; DROP TABLE staging.given`);
  // Those that are left find no blank unit any more.
  store.runSql('DELETE FROM staging.tied WHERE kind = ?', [claim]);
}

/** Held stock of the dimensions of a staged row keeps its quantity as far as that of the row reaches. */
function keepHeld(store: Store): void {
  store.exec(`
    INSERT INTO staging.stays (on_hand_id, home, keeps)
      SELECT id, home, max(0, min(quantity, free - (upto - quantity))) FROM (
        SELECT t.id, t.home, t.quantity, n.free, sum(t.quantity) OVER (PARTITION BY t.home ORDER BY ${FIRST}) AS upto
        FROM staging.tied t JOIN staging.near n ON n.id = t.home WHERE t.kind = 'held');
    UPDATE staging.near AS n SET free = max(0, n.free - h.quantity)
      FROM (SELECT home, sum(quantity) AS quantity FROM staging.tied WHERE kind = 'held' AND home IS NOT NULL
        GROUP BY home) h WHERE h.home = n.id`);
}
