import { sql } from 'kysely';
import type { StockDimension } from '../domain/on-hand.ts';
import { onHandColumns, stockDimensions } from '../domain/on-hand.ts';
import type { OnHandFilter, OnHandSort, OnHandTotals } from '../domain/on-hand-query.ts';
import { answeredBySums, columnExpression, fromFor, isTracked, orderOf, whereOf } from './on-hand-where.ts';
import type { LocationStage } from '../domain/verdict.ts';
import { listPlaces } from './places.ts';
import { snake } from './snake.ts';
import { moveStages } from './stage-moves.ts';
import { query, type Store } from './store.ts';

/** A row of on-hand with what is known of its item, before the domain says what it means. */
export interface StoredOnHandRow extends Readonly<Record<StockDimension, string>> {
  readonly id: number;
  readonly quantity: number;
  readonly productName: string;
  readonly trackingDimensionGroup: string;
  readonly groupId: number | null;
  readonly serialMask: string;
  readonly duplicate: 0 | 1;
  readonly orderLineId: number;
  readonly containerId: number;
  readonly inTransit: 0 | 1;
  /** Number of the order that it is held for; empty where it is free. */
  readonly heldFor: string;
  /** Number of its container; empty where it is in none. */
  readonly container: string;
  /** Two ISO times: when the first and the last of its units came to be held; null where not all came so, or none is. */
  readonly heldDuring: string | null;
  /** Why its label cannot be read; null where nothing of the kind is recorded. */
  readonly notReadable: string | null;
  readonly notReadableAt: string | null;
  readonly capturedHere: 0 | 1;
  readonly since: string;
  /** Of its location. */
  readonly placeStage: LocationStage;
  readonly warehouseProcesses: 0 | 1;
  /** How much of it open pick work holds, in thousandths. */
  readonly awaited: number;
  readonly awaitedSince: string;
}

const dimensionList = sql.join(
  stockDimensions.map((dimension) => sql`${sql.ref(`o.${snake(dimension)}`)} AS ${sql.ref(dimension)}`),
);

/** When the first and the last unit of a held row came to be held, if each came by the step that holds it. */
const heldDuring = sql`(SELECT CASE WHEN min(e.kind = CASE WHEN o.in_transit THEN 'transfer-shipment'
      WHEN o.container_id <> 0 THEN 'pack' ELSE 'pick' END) THEN min(e.at) || ' ' || max(e.at) END
  FROM inventory_transactions t JOIN inventory_events e ON e.id = t.event_id
  WHERE t.stock_id = o.id AND t.quantity > 0 AND e.kind <> 'reversal'
    AND NOT EXISTS (SELECT 1 FROM inventory_events r WHERE r.reverses = e.id))`;

/** The first ids of a filter and sort, read straight from the index or by a short sort. */
export function firstIds(
  store: Store,
  filter: OnHandFilter,
  sort: OnHandSort,
  offset: number,
  limit: number,
): readonly number[] {
  const built = sql<{ id: number }>`SELECT o.id AS id FROM ${fromFor(sort)}
    WHERE ${whereOf(filter, 'on_hand')} ORDER BY ${orderOf(sort)} LIMIT ${limit} OFFSET ${offset}`;
  return store.all(built.compile(query)).map((row) => row.id);
}

/** The rows of some ids, in the order of the ids. */
export function rowsOf(store: Store, ids: readonly number[]): readonly StoredOnHandRow[] {
  const built = sql<StoredOnHandRow>`
    SELECT o.id AS id, o.quantity AS quantity, ${dimensionList}, i.name AS "productName",
      coalesce(g.name, '') AS "trackingDimensionGroup", g.id AS "groupId",
      i.serial_mask AS "serialMask", o.order_line_id AS "orderLineId", o.container_id AS "containerId",
      o.in_transit AS "inTransit",
      coalesce((SELECT r.number FROM order_lines ol JOIN orders r ON r.id = ol.order_id
        WHERE ol.id = o.order_line_id), '') AS "heldFor",
      coalesce((SELECT c.number FROM containers c WHERE c.id = o.container_id), '') AS container,
      CASE WHEN o.order_line_id <> 0 OR o.in_transit THEN ${heldDuring} END AS "heldDuring",
      x.reason AS "notReadable", x.at AS "notReadableAt",
      o.serial_number <> '' AND o.captured_event <> 0 AS "capturedHere", o.since AS since,
      coalesce((SELECT p.stage FROM places p WHERE p.warehouse = o.warehouse AND p.location = o.location), 'Storage')
        AS "placeStage",
      coalesce(w.warehouse_processes, 1) AS "warehouseProcesses",
      coalesce(a.quantity, 0) AS awaited, coalesce(a.since, '') AS "awaitedSince",
      o.serial_number <> '' AND EXISTS (SELECT 1 FROM on_hand d
        WHERE d.serial_number = o.serial_number COLLATE NOCASE AND d.serial_number <> ''
          AND d.item_number = o.item_number AND d.id <> o.id) AS duplicate
    FROM json_each(${JSON.stringify(ids)}) l CROSS JOIN on_hand o ON o.id = l.value
      JOIN items i ON i.item_number = o.item_number
      LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
      LEFT JOIN storage_dimension_groups w ON w.name = i.storage_dimension_group
      LEFT JOIN awaited_stock a ON a.stock_id = o.id
      LEFT JOIN inventory_events x ON x.id = o.exception_id
    ORDER BY l.key`;
  return store.all(built.compile(query));
}

/** Rows, quantity and blank quantity under a filter: from the kept sums where they can answer, else by a scan. */
export function totalsOf(store: Store, filter: OnHandFilter): OnHandTotals {
  const sums = answeredBySums(filter);
  const table = sums ? 'on_hand_sums' : 'on_hand';
  const blank = sums ? sql`o.blank = 1` : sql`o.serial_number = ''`;
  const built = sql<OnHandTotals>`SELECT ${sums ? sql`coalesce(sum(o.rows), 0)` : sql`count(*)`} AS rows,
      coalesce(sum(o.quantity), 0) AS quantity,
      coalesce(sum(CASE WHEN ${blank} AND ${isTracked()} THEN o.quantity END), 0) AS "blankQuantity"
    FROM ${sql.table(table)} o WHERE ${whereOf(filter, table)}`;
  return store.all(built.compile(query))[0] ?? { rows: 0, quantity: 0, blankQuantity: 0 };
}

/** All rows of a filter and sort, one after the other, as values in the order of the columns. */
export function exportRows(
  store: Store,
  filter: OnHandFilter,
  sort: OnHandSort,
  columns: readonly string[],
): IterableIterator<unknown[]> {
  const known = onHandColumns.filter(({ key }) => columns.includes(key));
  const wanted = columns.flatMap((column) => known.find(({ key }) => key === column) ?? []);
  const built = sql`SELECT ${sql.join(wanted.map(({ key }) => columnExpression(key)))}
    FROM on_hand o JOIN items i ON i.item_number = o.item_number
      LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
    WHERE ${whereOf(filter, 'on_hand')} ORDER BY ${orderOf(sort)}`;
  return store.iterate(built.compile(query));
}

/** Computes the sums of some warehouses' on-hand anew. Called in the transaction that changed their rows. */
export function refreshSums(store: Store, warehouses: readonly string[]): void {
  const named = JSON.stringify(warehouses);
  store.runSql('DELETE FROM on_hand_sums WHERE warehouse IN (SELECT value FROM json_each(?))', [named]);
  // One pass over the covering index in its own order; blank and other rows are told apart while adding. All counts as
  // Storage first: looking up the stage of each row would take three times as long.
  store.runSql(
    `INSERT INTO on_hand_sums (item_number, warehouse, stage, blank, rows, quantity)
     WITH sums AS MATERIALIZED (
       SELECT item_number, warehouse,
         count(*) FILTER (WHERE serial_number = '') AS blank_rows,
         sum(quantity) FILTER (WHERE serial_number = '') AS blank_quantity,
         count(*) FILTER (WHERE serial_number <> '') AS other_rows,
         sum(quantity) FILTER (WHERE serial_number <> '') AS other_quantity
       FROM on_hand WHERE warehouse IN (SELECT value FROM json_each(?)) GROUP BY item_number, warehouse)
     SELECT item_number, warehouse, 'Storage', 1, blank_rows, blank_quantity FROM sums WHERE blank_rows > 0
     UNION ALL
     SELECT item_number, warehouse, 'Storage', 0, other_rows, other_quantity FROM sums WHERE other_rows > 0`,
    [named],
  );
  const refreshed = new Set(warehouses);
  const staged = listPlaces(store)
    .filter(({ warehouse, stage }) => stage !== 'Storage' && refreshed.has(warehouse))
    .map(({ stage, ...place }) => ({ ...place, from: 'Storage', to: stage }) as const);
  moveStages(store, staged, "'Storage'");
}

/** A warehouse with the number of its on-hand rows. */
export interface WarehouseRows {
  readonly warehouse: string;
  readonly rows: number;
}

/** Warehouses that have on-hand, by name. */
export function warehouseRows(store: Store): readonly WarehouseRows[] {
  return store.all(
    query
      .selectFrom('on_hand_sums')
      .select(({ fn }) => ['warehouse', fn.sum<number>('rows').as('rows')])
      .groupBy('warehouse')
      .orderBy('warehouse'),
  );
}
