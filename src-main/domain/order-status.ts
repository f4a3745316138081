import type { OrderKind } from './order.ts';

/** What the ledger says of an order line, in thousandths of the inventory unit. */
export interface LineProgress {
  readonly ordered: number;
  /** Handed to the warehouse at some time: open work, and everything that is picked, packed or shipped. */
  readonly released: number;
  /** Work that is still to be picked. */
  readonly openWork: number;
  /** Picked and not packed, standing in the warehouse for this line. */
  readonly picked: number;
  /** In a container, not shipped. */
  readonly packed: number;
  /** Left the warehouse, in transit or arrived included. */
  readonly shipped: number;
  /** Shipped by a transfer order and not received. */
  readonly inTransit: number;
  /** Of a purchase, production, return or transfer order. */
  readonly received: number;
}

/** Where an order or a line of it is, as the ledger says. */
export const orderStatuses = [
  'Open',
  'Released',
  'Picking',
  'Picked',
  'Packed',
  'Partly shipped',
  'Shipped',
  'In transit',
  'Partly received',
  'Received',
] as const;

/** See `orderStatuses`. */
export type OrderStatus = (typeof orderStatuses)[number];

/** Whether orders of a kind are picked in the warehouse: the others are received only. */
export function isOutbound(kind: OrderKind): boolean {
  return kind === 'Sales' || kind === 'Transfer';
}

/** Whether anything happened for a line that a change of it would have to keep. */
export function hasHappened({ released, received }: LineProgress): boolean {
  return released > 0 || received > 0;
}

/** What a line has to keep: no smaller quantity can be ordered. In thousandths. */
export function atLeastOrdered(kind: OrderKind, { released, received }: LineProgress): number {
  return isOutbound(kind) ? released : received;
}

/** What some lines add up to: of each line at most what was ordered, so that more of one does not make up for another. */
export interface OrderTotals {
  readonly ordered: number;
  readonly openWork: number;
  /** Picked or packed. */
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
  readonly received: number;
}

/** Adds lines up. */
export function totalsOf(lines: readonly LineProgress[]): OrderTotals {
  const sum = (part: (line: LineProgress) => number): number =>
    lines.reduce((total, line) => total + Math.min(part(line), line.ordered), 0);
  return {
    ordered: sum((line) => line.ordered),
    openWork: sum((line) => line.openWork),
    picked: sum((line) => line.picked + line.packed),
    packed: sum((line) => line.packed),
    shipped: sum((line) => line.shipped),
    received: sum((line) => line.received),
  };
}

/** The status of an order, or of one line of it. */
export function orderStatus(kind: OrderKind, totals: OrderTotals): OrderStatus {
  const { ordered, openWork, picked, packed, shipped, received } = totals;
  if (received > 0) return received >= ordered ? 'Received' : 'Partly received';
  if (!isOutbound(kind)) return 'Open';
  if (shipped >= ordered) return kind === 'Transfer' ? 'In transit' : 'Shipped';
  if (shipped > 0) return 'Partly shipped';
  if (packed >= ordered) return 'Packed';
  if (picked >= ordered) return 'Picked';
  if (picked > 0) return 'Picking';
  return openWork > 0 ? 'Released' : 'Open';
}
