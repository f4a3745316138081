import { stockKeyColumns, type StockKey } from '../domain/stock-key.ts';
import { MANY_ROWS, pastOnHandIndexes, withoutIndexes } from './on-hand-indexes.ts';
import { snake } from './snake.ts';
import { BOUND, type Store } from './store.ts';

/** A stock row: its key, its quantity in thousandths, and the event that captured its serial here (0: none did). */
export interface StockRow {
  readonly id: number;
  readonly key: StockKey;
  readonly quantity: number;
  readonly capturedEvent: number;
  /** ISO time in UTC: since when the row, or the oldest unit in it, has its present verdict. */
  readonly since: string;
}

type Flat = StockKey & Omit<StockRow, 'key'>;

const columns = stockKeyColumns.map((column) => snake(column));
const selected = [...stockKeyColumns, 'capturedEvent', 'since']
  .map((column) => `o.${snake(column)} AS "${column}"`)
  .join(', ');

/** The columns of a stock row's key as SQL text, in the order of `stockKeyColumns`. */
export const stockKeySql = columns.join(', ');

const stockRowSql = `o.id AS id, o.quantity AS quantity, ${selected}`;

/** Field by field: a hundred thousand rows made by a rest pattern would need half as much memory again. */
const unflat = (row: Flat): StockRow => ({
  id: row.id,
  quantity: row.quantity,
  capturedEvent: row.capturedEvent,
  since: row.since,
  key: {
    itemNumber: row.itemNumber,
    warehouse: row.warehouse,
    location: row.location,
    licensePlate: row.licensePlate,
    inventoryStatus: row.inventoryStatus,
    batchNumber: row.batchNumber,
    serialNumber: row.serialNumber,
    site: row.site,
    configuration: row.configuration,
    color: row.color,
    size: row.size,
    style: row.style,
    version: row.version,
    owner: row.owner,
    inventoryProfile: row.inventoryProfile,
    gtdNumber: row.gtdNumber,
    orderLineId: row.orderLineId,
    containerId: row.containerId,
    exceptionId: row.exceptionId,
    inTransit: row.inTransit,
  },
});

/** The stock rows of a query; `from` is everything after FROM, with the table as `on_hand o`. */
export function selectStock(
  store: Store,
  from: string,
  parameters: readonly unknown[] = [],
): readonly StockRow[] {
  return store.allSql<Flat>(`SELECT ${stockRowSql} FROM ${from}`, parameters).map(unflat);
}

/** The row with this id, as long as it has a quantity. */
export function stockById(store: Store, id: number): StockRow | undefined {
  return selectStock(store, 'on_hand o WHERE o.id = ?', [id])[0];
}

/** A row that may be past: it keeps its id and its key, with the quantity 0. */
export function stockByIdEver(store: Store, id: number): StockRow | undefined {
  return (
    stockById(store, id) ??
    store
      .allSql<Flat>(`SELECT o.id AS id, 0 AS quantity, ${selected} FROM past_on_hand o WHERE o.id = ?`, [id])
      .map(unflat)[0]
  );
}

/**
 * What an event did to the stock: its rows, some of them past by now, each with the quantity, in thousandths, that came
 * or (below zero) went. Not for imports, whose rows are found by the stock.
 */
export function stockMovedBy(store: Store, eventId: number): readonly StockRow[] {
  const from = (table: string): string =>
    `SELECT o.id AS id, t.quantity AS quantity, ${selected}
     FROM inventory_transactions t CROSS JOIN ${table} o ON o.id = t.stock_id
     WHERE t.event_id = ${BOUND} AND t.imported = 0`;
  // Sorted here: most events have two rows, and to sort those in the database takes longer than to find them.
  return store
    .allSql<Flat>(`${from('on_hand')} UNION ALL ${from('past_on_hand')}`, [eventId, eventId])
    .map(unflat)
    .sort((one, other) => one.id - other.id);
}

const equalKey = `on_hand o WHERE ${columns.map((column) => `o.${column} = ?`).join(' AND ')}`;

/** The row with exactly this key, if it has a quantity. */
export function stockByKey(store: Store, key: StockKey): StockRow | undefined {
  return selectStock(
    store,
    equalKey,
    stockKeyColumns.map((column) => key[column]),
  )[0];
}

const inserting = `INSERT INTO on_hand (${stockKeySql}, quantity, captured_event, since)
  VALUES (${columns.map(() => '?').join(', ')}, ?, ?, ?)`;

/** Makes a new row and returns its id. */
export function insertStock(
  store: Store,
  { key, quantity, capturedEvent, since }: Omit<StockRow, 'id'>,
): number {
  const values = stockKeyColumns.map((column) => key[column]);
  return store.runSql(inserting, [...values, quantity, capturedEvent, since]).lastInsertRowid;
}

/** Says that the oldest unit in a row has its verdict since an earlier time. */
export function setSince(store: Store, id: number, since: string): void {
  store.runSql('UPDATE on_hand SET since = ? WHERE id = ?', [since, id]);
}

/** Sets the quantity, above zero, of a row. */
export function setStockQuantity(store: Store, id: number, quantity: number): void {
  store.runSql('UPDATE on_hand SET quantity = ? WHERE id = ?', [quantity, id]);
}

/** Takes rows that came to zero out of the on-hand and keeps them as past. */
export function retireRows(store: Store, ids: readonly number[]): void {
  if (ids.length > 0) retireStock(store, 'id IN (SELECT value FROM json_each(?))', [JSON.stringify(ids)]);
}

/**
 * Takes rows of a condition on the columns of `on_hand` out of the on-hand and keeps them as past. Returns how many.
 * @param expected about how many, where they may be very many.
 */
export function retireStock(
  store: Store,
  condition: string,
  parameters: readonly unknown[],
  expected = 1,
): number {
  withoutIndexes(store, pastOnHandIndexes, isMuchPast(store, expected), () =>
    store.runSql(
      `INSERT INTO past_on_hand (id, ${stockKeySql}, captured_event, since)
       SELECT id, ${stockKeySql}, captured_event, since FROM main.on_hand WHERE ${condition}`,
      parameters,
    ),
  );
  return store.runSql(`DELETE FROM main.on_hand WHERE ${condition}`, parameters).changes;
}

/** Whether so many rows are much of the past stock: then its indexes are sooner made anew than kept. */
export function isMuchPast(store: Store, rows: number): boolean {
  if (rows <= MANY_ROWS) return false;
  const [past] = store.allSql<{ rows: number }>('SELECT count(*) AS rows FROM past_on_hand');
  return rows > (past?.rows ?? 0) / 4;
}
