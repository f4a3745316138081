import type { OnHandScope } from '../domain/import-preview.ts';
import { onHandIndexes } from './on-hand-indexes.ts';
import { dimensionColumns } from './staging.ts';
import type { Store } from './store.ts';

const list = dimensionColumns.join(', ');
const equal = (one: string, other: string): string =>
  dimensionColumns.map((column) => `${one}.${column} = ${other}.${column}`).join(' AND ');

/** New rows from which dropping and making anew the indexes is faster than keeping them. */
const MANY_ROWS = 50_000;

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

/** Finds for each staged row the stock of the same dimensions, if there is any. */
export function matchOnHand(store: Store): void {
  store.exec(`UPDATE staging.rows AS r SET on_hand_id =
    (SELECT o.id FROM main.on_hand o WHERE ${equal('o', 'r')})`);
}

/** Notes the stock of the warehouses that no staged and no refused row names; of it, that of the items is the narrower scope. */
export function noteVanishing(store: Store, warehouses: readonly string[], items: readonly string[]): void {
  store.runSql(
    `INSERT INTO staging.vanishing (scope, on_hand_id) SELECT 'warehouses', o.id FROM main.on_hand o
     WHERE o.warehouse IN (SELECT value FROM json_each(?))
       AND o.id NOT IN (SELECT on_hand_id FROM staging.rows WHERE on_hand_id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM staging.kept k WHERE ${equal('k', 'o')})`,
    [JSON.stringify(warehouses)],
  );
  store.runSql(
    `INSERT INTO staging.vanishing (scope, on_hand_id) SELECT 'items', o.id
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

/** Rows, quantity and the first rows of the stock that would disappear. */
export function vanishingStock(
  store: Store,
  scope: OnHandScope,
  examples: number,
): {
  readonly rows: number;
  readonly quantity: number;
  readonly first: readonly Readonly<
    Record<'item_number' | 'warehouse' | 'location' | 'serial_number', string> & { quantity: number }
  >[];
} {
  const from = `FROM staging.vanishing v CROSS JOIN main.on_hand o ON o.id = v.on_hand_id WHERE v.scope = ?`;
  const [sums] = store.allSql<{ rows: number; quantity: number }>(
    `SELECT count(*) AS rows, coalesce(sum(o.quantity), 0) AS quantity ${from}`,
    [scope],
  );
  const first = store.allSql<
    Record<'item_number' | 'warehouse' | 'location' | 'serial_number', string> & { quantity: number }
  >(
    `SELECT o.item_number, o.warehouse, o.location, o.serial_number, o.quantity ${from}
     ORDER BY o.item_number, o.warehouse, o.location, o.id LIMIT ?`,
    [scope, examples],
  );
  return { rows: sums?.rows ?? 0, quantity: sums?.quantity ?? 0, first };
}

/** Makes the stock what the staged rows say, inside the caller's transaction. */
export function applyStagedRows(store: Store, scope: OnHandScope, newRows: number): void {
  store.runSql(
    'DELETE FROM main.on_hand WHERE id IN (SELECT on_hand_id FROM staging.vanishing WHERE scope = ?)',
    [scope],
  );
  store.exec(`UPDATE main.on_hand AS o SET quantity = r.quantity FROM staging.rows r
    WHERE r.on_hand_id = o.id AND r.quantity <> o.quantity`);
  const many = newRows > MANY_ROWS;
  if (many) for (const name of Object.keys(onHandIndexes)) store.exec(`DROP INDEX main.${name}`);
  store.exec(`INSERT INTO main.on_hand (${list}, quantity)
    SELECT ${list}, quantity FROM staging.rows WHERE on_hand_id IS NULL ORDER BY id`);
  if (many) for (const sql of Object.values(onHandIndexes)) store.exec(sql);
}
