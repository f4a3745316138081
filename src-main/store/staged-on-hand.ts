import type { OnHandScope } from '../domain/import-preview.ts';
import { lastStockId, postImported } from './imported-transactions.ts';
import { MANY_ROWS, onHandIndexes, withoutIndexes } from './on-hand-indexes.ts';
import { dimensionColumns } from './staging.ts';
import { retireStock } from './stock-rows.ts';
import { withoutRowTriggers } from './stock-triggers.ts';
import type { Store } from './store.ts';

const list = dimensionColumns.join(', ');
const equal = (one: string, other: string): string =>
  dimensionColumns.map((column) => `${one}.${column} = ${other}.${column}`).join(' AND ');

/**
 * Adds rows of equal dimensions together: the first one stays, with the sum.
 * @param alike ids of the rows whose hash another one has too; only these are compared.
 * @returns how many rows went into another one, and the ids of the rows that took them in.
 */
export function mergeEqualRows(
  store: Store,
  alike: readonly number[],
): { readonly rows: number; readonly into: readonly number[] } {
  if (alike.length === 0) return { rows: 0, into: [] };
  store.runSql(
    `CREATE TEMP TABLE equal_rows AS SELECT id, min(id) OVER same AS first_id, sum(quantity) OVER same AS total
     FROM staging.rows WHERE id IN (SELECT value FROM json_each(?))
     WINDOW same AS (PARTITION BY ${list})`,
    [JSON.stringify(alike)],
  );
  store.exec(`UPDATE staging.rows AS r SET quantity = e.total FROM temp.equal_rows e
    WHERE e.id = r.id AND e.id = e.first_id AND e.total <> r.quantity`);
  const { changes } = store.runSql(
    'DELETE FROM staging.rows WHERE id IN (SELECT id FROM temp.equal_rows WHERE id <> first_id)',
  );
  const into = store.allSql<{ id: number }>(
    'SELECT DISTINCT first_id AS id FROM temp.equal_rows WHERE id <> first_id',
  );
  store.exec('DROP TABLE temp.equal_rows');
  return { rows: changes, into: into.map(({ id }) => id) };
}

/** A staged row that was taken out because a refused row names the same stock. */
export interface RowBesideRefused {
  readonly file: number;
  readonly line: number;
  readonly refusedLine: number;
}

/** Takes out the staged rows whose stock a refused row names too, because that stock stays as it was. */
export function takeOutBesideRefused(store: Store): readonly RowBesideRefused[] {
  const taken = store.allSql<RowBesideRefused & { id: number }>(
    `SELECT r.id AS id, r.file AS file, r.line AS line, min(k.line) AS "refusedLine"
     FROM staging.rows r CROSS JOIN staging.kept k ON ${equal('k', 'r')}
     WHERE EXISTS (SELECT 1 FROM staging.kept) GROUP BY r.id`,
  );
  if (taken.length > 0)
    store.runSql('DELETE FROM staging.rows WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(taken.map((row) => row.id)),
    ]);
  return taken;
}

/** Finds for each staged row the free stock of the same dimensions, if there is any. */
export function matchOnHand(store: Store): void {
  store.exec(`UPDATE staging.rows AS r SET on_hand_id =
    (SELECT o.id FROM main.on_hand o WHERE ${equal('o', 'r')}
       AND o.order_line_id = 0 AND o.container_id = 0 AND o.exception_id = 0 AND o.in_transit = 0)`);
}

/**
 * Notes the stock of the warehouses that no staged and no refused row names, and of what stays the part that does not;
 * of it, that of the items is the narrower scope.
 */
export function noteVanishing(store: Store, warehouses: readonly string[], items: readonly string[]): void {
  store.runSql(
    `INSERT INTO staging.vanishing (scope, on_hand_id, quantity) SELECT 'warehouses', o.id, o.quantity
     FROM main.on_hand o WHERE o.warehouse IN (SELECT value FROM json_each(?))
       AND o.id NOT IN (SELECT on_hand_id FROM staging.rows WHERE on_hand_id IS NOT NULL
         UNION ALL SELECT on_hand_id FROM staging.stays)
       AND NOT EXISTS (SELECT 1 FROM staging.kept k WHERE ${equal('k', 'o')})`,
    [JSON.stringify(warehouses)],
  );
  store.exec(`INSERT INTO staging.vanishing (scope, on_hand_id, quantity)
    SELECT 'warehouses', o.id, o.quantity - s.keeps
    FROM staging.stays s CROSS JOIN main.on_hand o ON o.id = s.on_hand_id WHERE s.keeps < o.quantity`);
  store.runSql(
    `INSERT INTO staging.vanishing (scope, on_hand_id, quantity) SELECT 'items', o.id, v.quantity
     FROM staging.vanishing v CROSS JOIN main.on_hand o ON o.id = v.on_hand_id
     WHERE v.scope = 'warehouses' AND o.item_number IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(items)],
  );
}

/** How many staged rows of a file are new stock, another quantity of known stock, or the same as before. */
export function stagedCounts(
  store: Store,
  file: number,
): { readonly new: number; readonly changed: number; readonly unchanged: number } {
  if (staysSomething(store)) return countsBesideStaying(store, file);
  const [all] = store.allSql<{ rows: number; known: number }>(
    'SELECT count(*) AS rows, count(on_hand_id) AS known FROM staging.rows WHERE file = ?',
    [file],
  );
  const { rows = 0, known = 0 } = all ?? {};
  if (known === 0) return { new: rows, changed: 0, unchanged: 0 };
  const [counts] = store.allSql<{ changed: number }>(
    `SELECT count(*) AS changed FROM staging.rows r JOIN main.on_hand o ON o.id = r.on_hand_id
     WHERE r.file = ? AND o.quantity <> r.quantity`,
    [file],
  );
  const changed = counts?.changed ?? 0;
  return { new: rows - known, changed, unchanged: known - changed };
}

function staysSomething(store: Store): boolean {
  return store.allSql('SELECT 1 FROM staging.stays LIMIT 1').length > 0;
}

/** The quantity of a staged row is its free stock here; what stays belongs to it too. */
function countsBesideStaying(store: Store, file: number): ReturnType<typeof stagedCounts> {
  const [counts] = store.allSql<{ rows: number; fresh: number; changed: number }>(
    `SELECT count(*) AS rows,
       count(*) FILTER (WHERE r.on_hand_id IS NULL AND s.home IS NULL AND r.quantity > 0) AS fresh,
       count(*) FILTER (WHERE o.quantity <> r.quantity OR s.less
         OR (r.on_hand_id IS NULL AND s.home IS NOT NULL AND r.quantity > 0)) AS changed
     FROM staging.rows r LEFT JOIN main.on_hand o ON o.id = r.on_hand_id
       LEFT JOIN (SELECT t.home, max(t.keeps < h.quantity) AS less
         FROM staging.stays t JOIN main.on_hand h ON h.id = t.on_hand_id GROUP BY t.home) s ON s.home = r.id
     WHERE r.file = ?`,
    [file],
  );
  const { rows = 0, fresh = 0, changed = 0 } = counts ?? {};
  return { new: fresh, changed, unchanged: rows - fresh - changed };
}

/** What the files mean for serials captured here and for exceptions. */
export interface CapturedHere {
  /** Units that the files do not know yet and that stay, each for a blank unit of the files. */
  readonly staying: number;
  /** Captured serials that the files bring: they are in the source system now. */
  readonly confirmed: number;
}

/** How many units captured here stay, and how many serials of them the files bring. */
export function capturedHere(store: Store): CapturedHere {
  const [counts] = store.allSql<CapturedHere>(
    `SELECT (SELECT count(*) FROM staging.stays WHERE claims) AS staying,
       (SELECT count(*) FROM staging.confirmed) AS confirmed`,
  );
  return counts ?? { staying: 0, confirmed: 0 };
}

/** A stock row that would disappear, or lose a part. */
export interface VanishingRow {
  readonly itemNumber: string;
  readonly warehouse: string;
  readonly location: string;
  readonly serialNumber: string;
  /** What would go of it, in thousandths. */
  readonly quantity: number;
  readonly capturedHere: 0 | 1;
  readonly notReadable: 0 | 1;
  readonly inTransit: 0 | 1;
  /** The order it is picked for and the container it is packed into; empty where there is none. */
  readonly order: string;
  readonly container: string;
}

/**
 * Rows, quantity and the first rows of the stock that would disappear: first what was captured, recorded, picked or
 * packed here.
 */
export function vanishingStock(
  store: Store,
  scope: OnHandScope,
  examples: number,
): { readonly rows: number; readonly quantity: number; readonly first: readonly VanishingRow[] } {
  const [sums] = store.allSql<{ rows: number; quantity: number }>(
    `SELECT count(*) AS rows, coalesce(sum(quantity), 0) AS quantity FROM staging.vanishing WHERE scope = ?`,
    [scope],
  );
  const first = store.allSql<VanishingRow>(
    `SELECT o.item_number AS "itemNumber", o.warehouse, o.location, o.serial_number AS "serialNumber", v.quantity,
       o.captured_event <> 0 AS "capturedHere", o.exception_id <> 0 AS "notReadable", o.in_transit AS "inTransit",
       coalesce((SELECT d.number FROM main.order_lines l JOIN main.orders d ON d.id = l.order_id
         WHERE l.id = o.order_line_id), '') AS "order",
       coalesce((SELECT c.number FROM main.containers c WHERE c.id = o.container_id), '') AS container
     FROM staging.vanishing v CROSS JOIN main.on_hand o ON o.id = v.on_hand_id WHERE v.scope = ?
     ORDER BY o.captured_event = 0 AND o.exception_id = 0 AND o.order_line_id = 0 AND o.in_transit = 0,
       o.item_number, o.warehouse, o.location, o.id LIMIT ?`,
    [scope, examples],
  );
  return { rows: sums?.rows ?? 0, quantity: sums?.quantity ?? 0, first };
}

/**
 * Makes the stock what the staged rows say, inside the caller's transaction. Every difference is an inventory
 * transaction of the event, so that the ledger still adds up to the on-hand.
 * @param rows about how many rows come and go.
 */
export function applyStagedRows(
  store: Store,
  scope: OnHandScope,
  rows: number,
  event: { readonly id: number; readonly at: string },
): void {
  withoutIndexes(store, onHandIndexes, rows > MANY_ROWS, () =>
    changeStock(store, scope, event, rows > MANY_ROWS),
  );
}

function changeStock(
  store: Store,
  scope: OnHandScope,
  { id: eventId, at }: { readonly id: number; readonly at: string },
  many: boolean,
): void {
  const tied = staysSomething(store);
  takeVanishing(store, scope, eventId, tied);
  const changed =
    'FROM staging.rows r JOIN main.on_hand o ON o.id = r.on_hand_id WHERE r.quantity <> o.quantity';
  postImported(store, eventId, `SELECT o.id, r.quantity - o.quantity AS quantity ${changed}`);
  if (tied)
    retireStock(
      store,
      'id IN (SELECT on_hand_id FROM staging.rows WHERE quantity = 0 AND on_hand_id IS NOT NULL)',
      [],
    );
  store.exec(`UPDATE main.on_hand AS o SET quantity = r.quantity FROM staging.rows r
    WHERE r.on_hand_id = o.id AND r.quantity <> o.quantity`);
  confirmCaptured(store, eventId);
  const before = lastStockId(store);
  withoutRowTriggers(store, many, () =>
    store.runSql(
      `INSERT INTO main.on_hand (${list}, quantity, since)
       SELECT ${list}, quantity, ? FROM staging.rows WHERE on_hand_id IS NULL AND quantity > 0 ORDER BY id`,
      [at],
    ),
  );
  postImported(store, eventId, 'SELECT id, quantity FROM main.on_hand WHERE id > ?', [before]);
}

function takeVanishing(store: Store, scope: OnHandScope, eventId: number, tied: boolean): void {
  const rows = postImported(
    store,
    eventId,
    'SELECT on_hand_id AS id, -quantity AS quantity FROM staging.vanishing WHERE scope = ?',
    [scope],
  );
  const whole = tied
    ? `SELECT v.on_hand_id FROM staging.vanishing v CROSS JOIN main.on_hand w ON w.id = v.on_hand_id
       WHERE v.scope = ? AND v.quantity = w.quantity`
    : 'SELECT on_hand_id FROM staging.vanishing WHERE scope = ?';
  retireStock(store, `id IN (${whole})`, [scope], rows);
  if (tied)
    store.runSql(
      `UPDATE main.on_hand AS o SET quantity = o.quantity - v.quantity FROM staging.vanishing v
       WHERE v.scope = ? AND v.on_hand_id = o.id`,
      [scope],
    );
}

/** A captured serial that the files bring is no longer what only this app knows; which import said so is kept. */
function confirmCaptured(store: Store, eventId: number): void {
  store.runSql(
    `INSERT INTO main.confirmed_captures (event_id, stock_id, captured_event)
     SELECT ?, o.id, o.captured_event FROM staging.confirmed c CROSS JOIN main.on_hand o ON o.id = c.on_hand_id`,
    [eventId],
  );
  store.exec(
    'UPDATE main.on_hand SET captured_event = 0 WHERE id IN (SELECT on_hand_id FROM staging.confirmed)',
  );
}
