import type { StockMark } from './verdict-totals.ts';
import type { LocationStage } from './verdict.ts';

/** An item's stock at a stage, or on the way from one to another, added up. Quantities in thousandths. */
export interface ItemStock {
  readonly itemNumber: string;
  /** The stage of its locations before the change. */
  readonly from: LocationStage;
  /** The same stage, unless the change gives the locations another one. */
  readonly to: LocationStage;
  readonly blankRows: number;
  readonly blankQuantity: number;
  readonly serialRows: number;
  readonly serialQuantity: number;
}

/** Units of an item that stand alike before a change, and alike after it. Quantities in thousandths. */
export interface AlikeUnits {
  readonly itemNumber: string;
  /** The stage of their locations before the change. */
  readonly from: LocationStage;
  /** And after it. */
  readonly to: LocationStage;
  readonly blank: boolean;
  /** What tells them apart from other units there; null for nothing. */
  readonly mark: StockMark | null;
  /** The same after the change: it may make rows Invalid, or valid again. */
  readonly becomes: StockMark | null;
  readonly rows: number;
  /** Of the rows those of which every unit is meant: all, but of those that open work holds. */
  readonly whole: number;
  readonly quantity: number;
  /** Id of the first of the rows, where it was looked up with them. */
  readonly firstId?: number;
}

/**
 * Splits the stock of items by all that decides about its units.
 * @param marked what is marked among the stock, each with the same mark before and after the change.
 * @param turned what the change makes Invalid or valid again, among the stock or what is marked.
 */
export function alikeUnits(
  stock: readonly ItemStock[],
  marked: readonly AlikeUnits[],
  turned: readonly AlikeUnits[],
): readonly AlikeUnits[] {
  const plain = stock.flatMap((item) => [
    plainUnits(item, true, item.blankRows, item.blankQuantity),
    plainUnits(item, false, item.serialRows, item.serialQuantity),
  ]);
  const all = marked.length + turned.length === 0 ? plain : takeOut([...plain, ...marked], marked, turned);
  return all.filter(({ rows }) => rows > 0);
}

function plainUnits(
  { itemNumber, from, to }: ItemStock,
  blank: boolean,
  rows: number,
  quantity: number,
): AlikeUnits {
  return { itemNumber, from, to, blank, mark: null, becomes: null, rows, whole: rows, quantity };
}

function takeOut(
  units: readonly AlikeUnits[],
  marked: readonly AlikeUnits[],
  turned: readonly AlikeUnits[],
): readonly AlikeUnits[] {
  const out = new Map<string, { rows: number; quantity: number }>();
  const take = (from: Pick<AlikeUnits, KeyPart>, { whole, quantity }: AlikeUnits): void => {
    const key = keyOf(from);
    const known = out.get(key) ?? { rows: 0, quantity: 0 };
    out.set(key, { rows: known.rows + whole, quantity: known.quantity + quantity });
  };
  for (const one of marked) take({ ...one, mark: null }, one);
  for (const one of turned) take(one, one);
  const known = new Set(units.filter(({ mark }) => mark === null).map(keyOf));
  return (
    [...units, ...turned]
      // Marks of places whose stock is not looked at say nothing here.
      .filter((one) => one.mark === null || known.has(keyOf({ ...one, mark: null })))
      .map((one) => {
        const left = one.becomes === one.mark ? out.get(keyOf(one)) : undefined;
        if (left === undefined) return one;
        const rows = one.rows - left.rows;
        return { ...one, rows, whole: one.whole - left.rows, quantity: one.quantity - left.quantity };
      })
  );
}

type KeyPart = 'itemNumber' | 'from' | 'to' | 'blank' | 'mark';

function keyOf({ itemNumber, from, to, blank, mark }: Pick<AlikeUnits, KeyPart>): string {
  return `${itemNumber}\u0000${from}\u0000${to}\u0000${blank}\u0000${mark ?? ''}`;
}
