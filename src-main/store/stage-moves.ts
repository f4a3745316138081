import type { Place } from '../domain/proposed-pattern.ts';
import type { LocationStage } from '../domain/verdict.ts';
import type { Store } from './store.ts';

/** A place that comes to another stage. */
export interface PlaceMove extends Place {
  readonly from: LocationStage;
  readonly to: LocationStage;
}

/** Stock of an item that came from one stage to another with its places. Quantities in thousandths. */
export interface StageMove {
  readonly itemNumber: string;
  readonly from: LocationStage;
  readonly to: LocationStage;
  readonly blankRows: number;
  readonly blankQuantity: number;
  readonly serialRows: number;
  readonly serialQuantity: number;
}

const tables = `
CREATE TEMP TABLE IF NOT EXISTS moved_places (warehouse TEXT, location TEXT, from_stage TEXT, to_stage TEXT,
  PRIMARY KEY (warehouse, location)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS whole_stages (warehouse TEXT, from_stage TEXT, to_stage TEXT,
  PRIMARY KEY (warehouse, from_stage)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS moved_ranges (item_number TEXT, warehouse TEXT, from_stage TEXT, to_stage TEXT,
  low TEXT, high TEXT, pure INTEGER, PRIMARY KEY (item_number, warehouse, from_stage, to_stage)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS moved_stock (item_number TEXT, warehouse TEXT, from_stage TEXT, to_stage TEXT,
  blank INTEGER, rows INTEGER, quantity INTEGER,
  PRIMARY KEY (item_number, warehouse, from_stage, blank, to_stage)) WITHOUT ROWID;
DELETE FROM temp.moved_places; DELETE FROM temp.whole_stages; DELETE FROM temp.moved_ranges; DELETE FROM temp.moved_stock`;

/**
 * Moves the sums of on-hand from stage to stage with their places.
 * @param standing the stage that a place `p` has in the sums, as SQL: as a rule the one that it still says itself.
 * Rows are looked at only between the first and the last location that moves, in the order of the covering index, and
 * not at all where everything of a stage moves together. Where nothing but what moves stands in such a range (it is
 * pure), its rows need no look at their places.
 */
export function moveStages(
  store: Store,
  places: readonly PlaceMove[],
  standing = 'p.stage',
): readonly StageMove[] {
  if (places.length === 0) return [];
  store.exec(tables);
  store.runSql(
    `INSERT INTO temp.moved_places (warehouse, location, from_stage, to_stage)
     SELECT value ->> 'warehouse', value ->> 'location', value ->> 'from', value ->> 'to' FROM json_each(?)`,
    [JSON.stringify(places)],
  );
  findMovedStock(store, standing);
  moveSums(store);
  return store.allSql<StageMove>(
    `SELECT item_number AS "itemNumber", from_stage AS "from", to_stage AS "to",
       coalesce(sum(rows) FILTER (WHERE blank), 0) AS "blankRows",
       coalesce(sum(quantity) FILTER (WHERE blank), 0) AS "blankQuantity",
       coalesce(sum(rows) FILTER (WHERE NOT blank), 0) AS "serialRows",
       coalesce(sum(quantity) FILTER (WHERE NOT blank), 0) AS "serialQuantity"
     FROM temp.moved_stock GROUP BY item_number, from_stage, to_stage`,
  );
}

function findMovedStock(store: Store, standing: string): void {
  store.exec(`
    INSERT INTO temp.whole_stages (warehouse, from_stage, to_stage)
      SELECT m.warehouse, m.from_stage, min(m.to_stage) FROM temp.moved_places m
      GROUP BY m.warehouse, m.from_stage HAVING min(m.to_stage) = max(m.to_stage)
        AND count(*) = (SELECT count(*) FROM main.places p WHERE p.warehouse = m.warehouse AND ${standing} = m.from_stage);
    INSERT INTO temp.moved_stock (item_number, warehouse, from_stage, to_stage, blank, rows, quantity)
      SELECT s.item_number, s.warehouse, s.stage, w.to_stage, s.blank, s.rows, s.quantity
      FROM temp.whole_stages w JOIN main.on_hand_sums s ON s.warehouse = w.warehouse AND s.stage = w.from_stage;
    INSERT INTO temp.moved_ranges (item_number, warehouse, from_stage, to_stage, low, high, pure)
      WITH ranges AS MATERIALIZED (
        SELECT m.warehouse, m.from_stage, m.to_stage, min(m.location) AS low, max(m.location) AS high, count(*) AS moved
        FROM temp.moved_places m WHERE NOT EXISTS (SELECT 1 FROM temp.whole_stages w
          WHERE w.warehouse = m.warehouse AND w.from_stage = m.from_stage)
        GROUP BY m.warehouse, m.from_stage, m.to_stage),
      judged AS MATERIALIZED (
        SELECT r.*, r.moved = (SELECT count(*) FROM main.places p
          WHERE p.warehouse = r.warehouse AND p.location BETWEEN r.low AND r.high) AS pure FROM ranges r)
      SELECT DISTINCT s.item_number, s.warehouse, r.from_stage, r.to_stage, r.low, r.high, r.pure
      FROM judged r JOIN main.on_hand_sums s ON s.warehouse = r.warehouse AND s.stage = r.from_stage`);
  addRows(store, 'WHERE r.pure');
  addRows(
    store,
    `CROSS JOIN temp.moved_places m ON m.warehouse = o.warehouse AND m.location = o.location
       AND m.from_stage = r.from_stage AND m.to_stage = r.to_stage WHERE NOT r.pure`,
  );
}

/** Adds up the rows of the ranges. All tables are read in the order of their keys, so that nothing has to be sorted. */
function addRows(store: Store, which: string): void {
  store.exec(`
    INSERT INTO temp.moved_stock (item_number, warehouse, from_stage, to_stage, blank, rows, quantity)
      WITH sums AS MATERIALIZED (
        SELECT r.item_number, r.warehouse, r.from_stage, r.to_stage,
          count(*) FILTER (WHERE o.serial_number = '') AS blank_rows,
          sum(o.quantity) FILTER (WHERE o.serial_number = '') AS blank_quantity,
          count(*) FILTER (WHERE o.serial_number <> '') AS other_rows,
          sum(o.quantity) FILTER (WHERE o.serial_number <> '') AS other_quantity
        FROM temp.moved_ranges r CROSS JOIN main.on_hand o ON o.item_number = r.item_number
          AND o.warehouse = r.warehouse AND o.location BETWEEN r.low AND r.high ${which}
        GROUP BY r.item_number, r.warehouse, r.from_stage, r.to_stage)
      SELECT item_number, warehouse, from_stage, to_stage, 1, blank_rows, blank_quantity FROM sums WHERE blank_rows > 0
      UNION ALL
      SELECT item_number, warehouse, from_stage, to_stage, 0, other_rows, other_quantity FROM sums WHERE other_rows > 0`);
}

function moveSums(store: Store): void {
  const left = `SELECT item_number, warehouse, from_stage AS stage, blank, sum(rows) AS rows, sum(quantity) AS quantity
    FROM temp.moved_stock GROUP BY item_number, warehouse, from_stage, blank`;
  store.exec(`
    DELETE FROM main.on_hand_sums WHERE (item_number, warehouse, stage, blank, rows) IN
      (SELECT item_number, warehouse, stage, blank, rows FROM (${left}));
    UPDATE main.on_hand_sums AS s SET rows = s.rows - l.rows, quantity = s.quantity - l.quantity FROM (${left}) l
      WHERE s.item_number = l.item_number AND s.warehouse = l.warehouse AND s.stage = l.stage AND s.blank = l.blank;
    INSERT INTO main.on_hand_sums (item_number, warehouse, stage, blank, rows, quantity)
      SELECT item_number, warehouse, to_stage, blank, sum(rows), sum(quantity) FROM temp.moved_stock
      WHERE TRUE GROUP BY item_number, warehouse, to_stage, blank
      ON CONFLICT (item_number, warehouse, stage, blank)
        DO UPDATE SET rows = rows + excluded.rows, quantity = quantity + excluded.quantity`);
}
