import type { Store } from './store.ts';

/** A staged row that may be Invalid; the domain says whether and why. */
export interface SuspectRow {
  readonly file: number;
  readonly line: number;
  readonly itemNumber: string;
  readonly serialNumber: string;
  /** In thousandths. */
  readonly quantity: number;
  readonly duplicate: 0 | 1;
}

/** What points to rows that may be Invalid. */
export interface Suspicion {
  /** Ids of rows that are Invalid by themselves. */
  readonly ids: readonly number[];
  /** Ids of the staged rows whose hash of item and serial another one has too. */
  readonly alike: readonly number[];
  /** Ids of rows into which others were added. */
  readonly merged: readonly number[];
  /** Warehouses of the files: stock elsewhere stays and may carry the same serial. */
  readonly warehouses: readonly string[];
}

/** Finds the staged rows whose serial number or quantity may be Invalid, in the order of the files. */
export function suspectRows(
  store: Store,
  { ids, alike, merged, warehouses }: Suspicion,
): readonly SuspectRow[] {
  store.exec('CREATE TEMP TABLE twice (id INTEGER PRIMARY KEY)');
  if (alike.length > 0)
    store.runSql(
      `INSERT INTO temp.twice SELECT id FROM (
         SELECT id, count(*) OVER (PARTITION BY item_number, serial_number COLLATE NOCASE) AS n FROM staging.rows
         WHERE serial_number <> '' AND id IN (SELECT value FROM json_each(?))) WHERE n > 1`,
      [JSON.stringify(alike)],
    );
  const named = JSON.stringify(warehouses);
  const [elsewhere] = store.allSql<{ found: number }>(
    'SELECT EXISTS (SELECT 1 FROM main.on_hand_sums WHERE warehouse NOT IN (SELECT value FROM json_each(?))) AS found',
    [named],
  );
  if (elsewhere?.found === 1)
    store.runSql(
      `INSERT OR IGNORE INTO temp.twice SELECT r.id FROM staging.rows r WHERE r.serial_number <> ''
       AND EXISTS (SELECT 1 FROM main.on_hand o WHERE o.serial_number = r.serial_number COLLATE NOCASE
         AND o.serial_number <> '' AND o.item_number = r.item_number
         AND o.warehouse NOT IN (SELECT value FROM json_each(?)))`,
      [named],
    );
  const rows = store.allSql<SuspectRow>(
    `SELECT r.file AS file, r.line AS line, r.item_number AS "itemNumber", r.serial_number AS "serialNumber",
       r.quantity AS quantity, t.id IS NOT NULL AS duplicate
     FROM staging.rows r LEFT JOIN temp.twice t ON t.id = r.id
     WHERE r.id IN (SELECT value FROM json_each(?) UNION SELECT id FROM temp.twice) ORDER BY r.id`,
    [JSON.stringify([...ids, ...merged])],
  );
  store.exec('DROP TABLE temp.twice');
  return rows;
}

/** Keeps the item and serial number of suspect rows for the import, which says whether they are Invalid. */
export function keepSuspects(store: Store, suspects: readonly SuspectRow[]): void {
  const pairs = suspects.map(({ itemNumber, serialNumber }) => [itemNumber, serialNumber]);
  store.runSql(
    `INSERT INTO staging.suspects (item_number, serial_number)
     SELECT value ->> 0, value ->> 1 FROM json_each(?)`,
    [JSON.stringify(pairs)],
  );
}

/** Notes what the import of the staged rows may make Invalid. What stays because a refused row names it counts too. */
export function unsettleStaged(store: Store): void {
  store.exec(`INSERT OR IGNORE INTO main.unsettled_serials (item_number, serial_number)
    SELECT item_number, serial_number FROM staging.suspects
    UNION SELECT item_number, serial_number FROM staging.kept WHERE serial_number <> ''`);
}
