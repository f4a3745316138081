import { stockDimensions, type StockDimension } from './on-hand.ts';

/** For whom a unit is held, and what is known of its label; zero where that does not apply. */
export interface StockHolding {
  /** The order line that the unit was picked for. */
  readonly orderLineId: number;
  /** The container that the unit was packed into. */
  readonly containerId: number;
  /** The exception event that recorded its label as not readable. */
  readonly exceptionId: number;
  /** 1 between the shipment and the receipt of a transfer order. */
  readonly inTransit: 0 | 1;
}

/** Everything that tells one stock row from another: the inventory dimensions and the holding. */
export interface StockKey extends Readonly<Record<StockDimension, string>>, StockHolding {}

/** Free stock: held by nothing. */
export const free: StockHolding = { orderLineId: 0, containerId: 0, exceptionId: 0, inTransit: 0 };

/** The columns of a stock row's key in one order. */
export const stockKeyColumns = [
  ...stockDimensions,
  'orderLineId',
  'containerId',
  'exceptionId',
  'inTransit',
] as const satisfies readonly (keyof StockKey)[];

/** One text for a key: two rows are the same stock exactly where their texts are equal. */
export function stockKeyText(key: StockKey): string {
  return stockKeyColumns.map((column) => key[column]).join('\u0000');
}

/** The key of stock with these dimensions, blank where none is named, held by nothing unless said otherwise. */
export function stockKey(
  known: Partial<StockKey> & Readonly<Pick<StockKey, 'itemNumber' | 'warehouse'>>,
): StockKey {
  const blank = Object.fromEntries(stockDimensions.map((dimension) => [dimension, ''])) as Record<
    StockDimension,
    string
  >;
  return { ...blank, ...free, ...known };
}

/** What kind of goods a unit is, in one text: two units with equal texts can change places. */
export function goodsText({
  itemNumber,
  batchNumber,
  configuration,
  color,
  size,
  style,
  version,
}: StockKey): string {
  return [itemNumber, batchNumber, configuration, color, size, style, version].join('\u0000');
}
