import { assignUnits } from '../domain/assign-units.ts';
import type { CloseScope } from '../domain/close-gaps.ts';
import type { Said } from '../domain/gap-layout.ts';
import { labelOf } from '../domain/gap-columns.ts';
import type { StockDimension } from '../domain/on-hand.ts';
import { shortened } from '../domain/shortened.ts';
import { rowsThatFit } from '../store/close-gap-queries.ts';
import type { Store } from '../store/store.ts';
import type { StockedItem } from './stocked-item.ts';

/** A line of a plan as it is kept. */
export interface PlannedLine {
  readonly line: number;
  readonly value: string;
  readonly serial: string;
  readonly itemNumber: string;
  readonly byMask: boolean;
  /** The stock row that gives the blank unit; 0 where none does. */
  stockId: number;
  /** The unit is recorded as not readable until it gets the serial. */
  unreadable: boolean;
  /** Why none does; empty otherwise. */
  problem: string;
  notice: string;
}

/** Lines of one item that say the same of the place. */
export interface Ask {
  readonly item: StockedItem;
  readonly said: Said;
  /** Which dimensions that are; asks that say the same ones share the array. */
  readonly dimensions: readonly StockDimension[];
  /** The lines that ask, in their order. */
  readonly lines: PlannedLine[];
}

/**
 * Gives every line in order a blank unit: the oldest that fits it, of those recorded as not readable the last.
 * @param hint what is said beside a problem.
 */
export function giveUnits(store: Store, scope: CloseScope, all: readonly Ask[], hint: string): void {
  const asks = all
    .map((ask) =>
      ask.lines.every(({ problem }) => problem === '')
        ? ask
        : { ...ask, lines: ask.lines.filter(({ problem }) => problem === '') },
    )
    .filter(({ lines }) => lines.length > 0);
  const needed = new Map<string, number>();
  for (const { item, lines } of asks)
    needed.set(item.itemNumber, (needed.get(item.itemNumber) ?? 0) + lines.length);
  const units = new Map<number, number>();
  const fitting = asks.map(({ dimensions, lines }) => ({
    said: dimensions.length,
    needed: lines.length,
    rows: [] as number[],
  }));
  const unreadable = new Set<number>();
  for (const [dimensions, indexes] of byDimensions(asks)) {
    const exact = dimensions.includes('warehouse') && dimensions.includes('location');
    const stored = indexes.map((index) => {
      const { item, said } = asks[index] as Ask;
      return [item.itemNumber, ...dimensions.map((one) => said[one] ?? '')] as const;
    });
    // Others may take all that comes before, but no more than all lines of the item together.
    const missing = indexes.map((index) => needed.get(asks[index]?.item.itemNumber ?? '') ?? 0);
    let open = missing.length;
    for (const { ask, stockId, units: some, exception } of rowsThatFit(
      store,
      scope,
      dimensions,
      stored,
      exact,
    )) {
      const before = missing[ask] ?? 0;
      if (before <= 0) continue;
      missing[ask] = before - some;
      fitting[indexes[ask] ?? 0]?.rows.push(stockId);
      units.set(stockId, some);
      if (exception) unreadable.add(stockId);
      if (some >= before) open -= 1;
      if (open === 0) break;
    }
  }
  const given = assignUnits(fitting, units);
  for (const [index, ask] of asks.entries()) {
    const lines = ask.lines.values();
    for (const [row, taken] of given[index] ?? [])
      for (let unit = 0; unit < taken; unit += 1) {
        const line = lines.next().value;
        if (line === undefined) break;
        line.stockId = row;
        line.unreadable = unreadable.has(row);
        if (line.unreadable)
          line.notice = `${line.notice} It was recorded as not readable; that ends.`.trim();
      }
    for (const line of lines) line.problem = noneFor(ask, fitting[index]?.rows.length !== 0, hint);
  }
}

/** The indexes of asks by the dimensions that they say; equal ones are the same array. */
function byDimensions(asks: readonly Ask[]): ReadonlyMap<readonly StockDimension[], readonly number[]> {
  const found = new Map<readonly StockDimension[], number[]>();
  for (const [index, { dimensions }] of asks.entries()) {
    const known = found.get(dimensions);
    if (known === undefined) found.set(dimensions, [index]);
    else known.push(index);
  }
  return found;
}

function noneFor({ item, said, dimensions }: Ask, some: boolean, hint: string): string {
  const place = dimensions
    .map((one) => `, ${labelOf(one).toLowerCase()} ${shortened(said[one] ?? '')}`)
    .join('');
  return some
    ? `All blank units of ${item.itemNumber}${place} go to other lines.`
    : `There is no blank unit of ${item.itemNumber}${place} here.${hint}`;
}
