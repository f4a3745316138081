import type { LocationStage } from '../domain/verdict.ts';
import type { Store } from './store.ts';

/** A stock row whose transactions do not add up to what stands there. Quantities in thousandths. */
export interface StockDifference {
  readonly stockId: number;
  /** Empty where the row is in neither table of stock. */
  readonly itemNumber: string;
  readonly warehouse: string;
  readonly location: string;
  readonly serialNumber: string;
  readonly posted: number;
  readonly standing: number;
}

/** One of the kept sums that is not what the on-hand adds up to. Quantities in thousandths. */
export interface SumDifference {
  readonly itemNumber: string;
  readonly warehouse: string;
  readonly stage: LocationStage;
  readonly blank: 0 | 1;
  readonly keptRows: number;
  readonly keptQuantity: number;
  readonly rows: number;
  readonly quantity: number;
}

/** What was found, and how much of it there is. */
export interface Differences<T> {
  readonly count: number;
  readonly first: readonly T[];
}

/** How many rows of on-hand and how many transactions there are. */
export function ledgerSize(store: Store): { readonly rows: number; readonly transactions: number } {
  const [size] = store.allSql<{ rows: number; transactions: number }>(
    `SELECT (SELECT count(*) FROM on_hand) AS rows, (SELECT count(*) FROM inventory_transactions) AS transactions`,
  );
  return size ?? { rows: 0, transactions: 0 };
}

/**
 * The stock rows whose transactions do not add up to their quantity, that have none, or that stand in both tables of
 * stock or in neither. One pass over the ledger in the order of its key.
 */
export function stockDifferences(store: Store, limit: number): Differences<StockDifference> {
  return counted(
    store,
    `WITH posted AS (
       SELECT stock_id, sum(quantity) AS quantity FROM inventory_transactions GROUP BY stock_id),
     different AS (
       SELECT p.stock_id AS id, p.quantity AS posted, coalesce(o.quantity, 0) AS standing
         FROM posted p LEFT JOIN on_hand o ON o.id = p.stock_id
         WHERE p.quantity <> coalesce(o.quantity, 0)
           OR (o.id IS NULL) = NOT EXISTS (SELECT 1 FROM past_on_hand x WHERE x.id = p.stock_id)
       UNION ALL
       SELECT o.id, 0, o.quantity FROM on_hand o
         WHERE NOT EXISTS (SELECT 1 FROM inventory_transactions t WHERE t.stock_id = o.id))
     SELECT d.id AS "stockId", coalesce(o.item_number, p.item_number, '') AS "itemNumber",
       coalesce(o.warehouse, p.warehouse, '') AS warehouse, coalesce(o.location, p.location, '') AS location,
       coalesce(o.serial_number, p.serial_number, '') AS "serialNumber", d.posted, d.standing
     FROM different d LEFT JOIN on_hand o ON o.id = d.id LEFT JOIN past_on_hand p ON p.id = d.id`,
    limit,
  );
}

/** The kept sums that are not what the on-hand adds up to, by item, warehouse, stage and whether the serial is blank. */
export function sumDifferences(store: Store, limit: number): Differences<SumDifference> {
  return counted(
    store,
    `WITH found AS MATERIALIZED (
       SELECT o.item_number, o.warehouse, coalesce(p.stage, 'Storage') AS stage, o.serial_number = '' AS blank,
         count(*) AS rows, sum(o.quantity) AS quantity
       FROM on_hand o LEFT JOIN places p ON p.warehouse = o.warehouse AND p.location = o.location
       GROUP BY 1, 2, 3, 4)
     SELECT coalesce(f.item_number, s.item_number) AS "itemNumber", coalesce(f.warehouse, s.warehouse) AS warehouse,
       coalesce(f.stage, s.stage) AS stage, coalesce(f.blank, s.blank) AS blank,
       coalesce(s.rows, 0) AS "keptRows", coalesce(s.quantity, 0) AS "keptQuantity",
       coalesce(f.rows, 0) AS rows, coalesce(f.quantity, 0) AS quantity
     FROM found f FULL JOIN on_hand_sums s ON s.item_number = f.item_number AND s.warehouse = f.warehouse
       AND s.stage = f.stage AND s.blank = f.blank
     WHERE s.rows IS NOT f.rows OR s.quantity IS NOT f.quantity`,
    limit,
  );
}

function counted<T>(store: Store, sql: string, limit: number): Differences<T> {
  const rows = store.allSql<T & { readonly count: number }>(
    `SELECT *, count(*) OVER () AS count FROM (${sql}) LIMIT ?`,
    [limit],
  );
  return { count: rows[0]?.count ?? 0, first: rows };
}
