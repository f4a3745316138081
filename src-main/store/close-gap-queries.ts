import { sql, type RawBuilder } from 'kysely';
import type { CloseScope } from '../domain/close-gaps.ts';
import { stockDimensions, type StockDimension } from '../domain/on-hand.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import { answeredBySums, isTracked, whereOf } from './on-hand-where.ts';
import { totalsOf } from './on-hand-queries.ts';
import { snake } from './snake.ts';
import { query, type Store } from './store.ts';

type Fragment = RawBuilder<unknown>;

/** Of all rows, the part from which it is faster to pass over all of them once than to look each one up. */
const LOOKED_UP = 5;

/** What lines ask for: an item, and what they say of each of the dimensions of the place, in their order. */
export type StoredAsk = readonly [itemNumber: string, ...values: string[]];

/** A row of blank units that fits an ask. */
export interface FittingRow {
  /** Index of the ask. */
  readonly ask: number;
  readonly stockId: number;
  /** Whole units. */
  readonly units: number;
  /** It is recorded as not readable. */
  readonly exception: boolean;
}

/** Rows of a scope that have blank units, not counting those recorded as not readable. */
const blankIn = (scope: CloseScope): Fragment =>
  sql`o.serial_number = '' AND o.exception_id = 0 AND ${inScope(scope)} AND ${isTracked()}`;

function inScope(scope: CloseScope): Fragment {
  return 'stockIds' in scope
    ? sql`o.id IN (SELECT value FROM json_each(${JSON.stringify(scope.stockIds)}))`
    : sql`(${whereOf(scope.filter, 'on_hand')})`;
}

/** What is blank in a scope. Quantities in thousandths. */
export function blanksIn(
  store: Store,
  scope: CloseScope,
): { readonly quantity: number; readonly exceptions: number } {
  if ('filter' in scope && answeredBySums(scope.filter)) {
    const { blankQuantity } = totalsOf(store, scope.filter);
    const [held] = store.all(
      sql<{
        quantity: number;
      }>`SELECT coalesce(sum(o.quantity), 0) AS quantity FROM on_hand o INDEXED BY on_hand_exception
        WHERE o.exception_id <> 0 AND ${inScope(scope)} AND ${isTracked()}`.compile(query),
    );
    const exceptions = held?.quantity ?? 0;
    return { quantity: blankQuantity - exceptions, exceptions };
  }
  const [sums] = store.all(
    sql<{ quantity: number; exceptions: number }>`SELECT
        coalesce(sum(o.quantity) FILTER (WHERE o.exception_id = 0), 0) AS quantity,
        coalesce(sum(o.quantity) FILTER (WHERE o.exception_id <> 0), 0) AS exceptions
      FROM on_hand o WHERE o.serial_number = '' AND ${inScope(scope)} AND ${isTracked()}`.compile(query),
  );
  return sums ?? { quantity: 0, exceptions: 0 };
}

/** The items that have blank units in a scope, at most `limit`. */
export function blankItemsIn(store: Store, scope: CloseScope, limit: number): readonly string[] {
  const rows = store.all(
    sql<{ itemNumber: string }>`SELECT i.item_number AS "itemNumber" FROM items i
      WHERE EXISTS (SELECT 1 FROM on_hand o WHERE o.item_number = i.item_number AND ${blankIn(scope)})
      ORDER BY 1 LIMIT ${limit}`.compile(query),
  );
  return rows.map(({ itemNumber }) => itemNumber);
}

/**
 * The rows of a scope that fit some asks which say the same dimensions: plain blanks before those recorded as not
 * readable, then the oldest first, whichever ask they fit. One pass, however many asks.
 * @param exceptions whether units that are recorded as not readable fit too.
 */
export function* rowsThatFit(
  store: Store,
  scope: CloseScope,
  dimensions: readonly StockDimension[],
  asks: readonly StoredAsk[],
  exceptions: boolean,
): Generator<FittingRow> {
  const columns = dimensions.map(snake);
  fillAsks(store, columns, asks);
  const equal = columns.map((column) => sql` AND a.${sql.ref(column)} = ${sql.ref(`o.${column}`)}`);
  const built = sql`SELECT a.ask, o.id, o.quantity / ${sql.lit(THOUSANDTHS)}, o.exception_id <> 0
    FROM ${drive(store, scope)} CROSS JOIN temp.gap_asks a ON a.item_number = o.item_number ${sql.join(equal, sql``)}
    WHERE o.serial_number = '' AND o.quantity >= ${sql.lit(THOUSANDTHS)}
      ${exceptions ? sql`` : sql`AND o.exception_id = 0`} AND ${inScope(scope)}
    ORDER BY o.exception_id <> 0, o.since, o.id`;
  for (const [ask, stockId, units, exception] of store.iterate(built.compile(query)))
    yield { ask: Number(ask), stockId: Number(stockId), units: Number(units), exception: exception === 1 };
}

function fillAsks(store: Store, columns: readonly string[], asks: readonly StoredAsk[]): void {
  store.exec('DROP TABLE IF EXISTS temp.gap_asks');
  store.exec(
    `CREATE TEMP TABLE gap_asks (ask INTEGER NOT NULL, item_number TEXT NOT NULL,
       ${columns.map((column) => `${column} TEXT NOT NULL COLLATE NOCASE,`).join(' ')}
       PRIMARY KEY (${['item_number', ...columns].join(', ')})) STRICT, WITHOUT ROWID`,
  );
  store.runSql(
    `INSERT INTO temp.gap_asks (${['ask', 'item_number', ...columns].join(', ')})
     SELECT key, value ->> 0 ${columns.map((_, index) => `, value ->> ${index + 1}`).join('')} FROM json_each(?)`,
    [JSON.stringify(asks)],
  );
}

/** Where the rows come from: the selected ones, those of the items that are asked for, or all of them in one pass. */
function drive(store: Store, scope: CloseScope): Fragment {
  if ('stockIds' in scope)
    return sql`json_each(${JSON.stringify(scope.stockIds)}) l CROSS JOIN on_hand o ON o.id = l.value`;
  const [sums] = store.allSql<{ asked: number; rows: number }>(
    `SELECT coalesce(sum(rows) FILTER (WHERE blank AND item_number IN (SELECT item_number FROM temp.gap_asks)), 0) AS asked,
       coalesce(sum(rows), 0) AS rows FROM on_hand_sums`,
  );
  return (sums?.asked ?? 0) * LOOKED_UP > (sums?.rows ?? 0)
    ? sql`on_hand o NOT INDEXED`
    : sql`(SELECT DISTINCT item_number FROM temp.gap_asks) i CROSS JOIN on_hand o ON o.item_number = i.item_number`;
}

/** A row of blank units. */
export interface BlankRow {
  readonly stockId: number;
  readonly itemNumber: string;
  /** Whole units. */
  readonly units: number;
}

/** The rows of a scope that have blank units, the oldest first, at most `limit`. */
export function oldestBlanks(store: Store, scope: CloseScope, limit: number): readonly BlankRow[] {
  return store.all(
    sql<BlankRow>`SELECT o.id AS "stockId", o.item_number AS "itemNumber", o.quantity / ${sql.lit(THOUSANDTHS)} AS units
      FROM on_hand o WHERE ${blankIn(scope)} AND o.quantity >= ${sql.lit(THOUSANDTHS)}
      ORDER BY o.since, o.id LIMIT ${limit}`.compile(query),
  );
}

/** Where the units of a plan stand, or stood, by the ids of their rows. */
export interface PlannedPlace extends Readonly<Record<'itemNumber' | 'warehouse' | 'location', string>> {
  readonly stockId: number;
  readonly productName: string;
  readonly licensePlate: string;
  readonly batchNumber: string;
  readonly since: string;
}

/** Reads places for a page of a plan. */
export function placesOf(store: Store, stockIds: readonly number[]): ReadonlyMap<number, PlannedPlace> {
  const rows = ['on_hand', 'past_on_hand'].flatMap((table) =>
    store.allSql<PlannedPlace>(
      `SELECT o.id AS "stockId", o.item_number AS "itemNumber", coalesce(i.name, '') AS "productName", o.warehouse,
         o.location, o.license_plate AS "licensePlate", o.batch_number AS "batchNumber", o.since
       FROM json_each(?) l CROSS JOIN ${table} o ON o.id = l.value LEFT JOIN items i ON i.item_number = o.item_number`,
      [JSON.stringify(stockIds)],
    ),
  );
  return new Map(rows.map((row) => [row.stockId, row]));
}

/** Which of some values are known as a dimension of stock, in any case. */
export function knownDimensions(
  store: Store,
  dimensions: readonly StockDimension[],
  values: readonly string[],
): ReadonlyMap<StockDimension, readonly string[]> {
  const list = JSON.stringify(values);
  return new Map(
    stockDimensions
      .filter((dimension) => dimensions.includes(dimension))
      .map((dimension) => {
        const column = snake(dimension);
        const from = dimension === 'warehouse' || dimension === 'location' ? 'places' : 'on_hand';
        const rows = store.allSql<{ value: string }>(
          `SELECT DISTINCT ${column} AS value FROM ${from}
           WHERE ${column} <> '' AND ${column} COLLATE NOCASE IN (SELECT value FROM json_each(?))`,
          [list],
        );
        return [dimension, rows.map(({ value }) => value)] as const;
      }),
  );
}
