import { atLeastOrdered, type LineProgress } from './order-status.ts';
import type { OrderKind } from './order.ts';
import { nameKey } from './name-key.ts';
import { writeQuantity } from './quantity.ts';

/** What a line says, its quantity in thousandths of the inventory unit. */
export interface OrderedLine {
  readonly itemNumber: string;
  readonly quantity: number;
  readonly site: string;
  readonly warehouse: string;
  readonly toSite: string;
  readonly toWarehouse: string;
}

/** What happened for a line. */
export interface LinePast {
  readonly progress: LineProgress;
  /** An event of the ledger or open work names it, reversed or not. */
  readonly touched: boolean;
}

/** Why a line cannot become what is wanted, and by which field of it. */
export interface LineRefusal {
  readonly field: keyof OrderedLine;
  readonly reason: string;
}

const fixed = [
  ['itemNumber', 'item'],
  ['warehouse', 'warehouse'],
  ['toWarehouse', 'warehouse it goes to'],
] as const;

/** What happened for a line stays true: its item and warehouses then, and no less than that is ordered. */
export function refuseLineChange(
  kind: OrderKind,
  before: OrderedLine,
  after: OrderedLine,
  { progress, touched }: LinePast,
): LineRefusal | undefined {
  if (!touched) return undefined;
  for (const [field, words] of fixed)
    if (nameKey(before[field]) !== nameKey(after[field]))
      return {
        field,
        reason: `Something happened for this line already, so its ${words} stays ${before[field]}.`,
      };
  const least = atLeastOrdered(kind, progress);
  return after.quantity < least
    ? {
        field: 'quantity',
        reason: `${writeQuantity(least)} of ${before.itemNumber} ${leastWords(kind, progress)} already, so no less can be ordered.`,
      }
    : undefined;
}

function leastWords(kind: OrderKind, { openWork, shipped }: LineProgress): string {
  if (kind !== 'Sales' && kind !== 'Transfer') return 'are received';
  if (openWork > 0) return 'are released to the warehouse';
  return shipped > 0 ? 'are picked or shipped' : 'are picked';
}
