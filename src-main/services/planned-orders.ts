import { z } from 'zod';
import { nameKey } from '../domain/name-key.ts';
import type { OrderKind } from '../domain/order.ts';
import { insertLine, insertOrder, updateLine, updateOrder, type StoredLine } from '../store/order-changes.ts';
import { orderByNumber } from '../store/order-queries.ts';
import { readPlan, savePlan } from '../store/staging.ts';
import type { Store } from '../store/store.ts';

/** A line that an import will store; `id` is the stored line that it changes, null for a new one. */
export interface PlannedLine {
  readonly id: number | null;
  readonly line: StoredLine;
}

/** An order that an import will store, with those of its lines that change. */
export interface PlannedOrder {
  readonly kind: OrderKind;
  readonly number: string;
  readonly name: string;
  /** By line number. */
  readonly lines: Map<number, PlannedLine>;
}

/** Orders that an import will store, by `orderKey`. */
export type PlannedOrders = Map<string, PlannedOrder>;

/** The key of an order: its kind, and its number in any case. */
export function orderKey(kind: OrderKind, number: string): string {
  return `${kind} ${nameKey(number)}`;
}

/** Adds what one file plans to what the files before it plan. */
export function mergeOrders(into: PlannedOrders, from: PlannedOrders): void {
  for (const [key, order] of from) {
    const before = into.get(key);
    into.set(
      key,
      before === undefined ? order : { ...order, lines: new Map([...before.lines, ...order.lines]) },
    );
  }
}

type Kept = Omit<PlannedOrder, 'lines'> & { readonly lines: readonly (readonly [number, PlannedLine])[] };

// There may be very many, and only `savePlannedOrders` writes them.
const keptSchema = z.custom<readonly Kept[]>(Array.isArray);

/** Keeps the planned orders in the attached staging database. */
export function savePlannedOrders(store: Store, orders: PlannedOrders): void {
  const kept = [...orders.values()].map((order): Kept => ({ ...order, lines: [...order.lines] }));
  savePlan(store, 'orders', kept);
}

/** Stores the planned orders that were kept, inside the transaction of the import. @param at ISO time in UTC. */
export function storePlannedOrders(store: Store, at: string): void {
  const orders = keptSchema.parse(JSON.parse(readPlan(store, 'orders') ?? '[]'));
  for (const order of orders) {
    const known = orderByNumber(store, order.kind, order.number);
    const id = known?.id ?? insertOrder(store, order, at);
    if (known !== undefined) updateOrder(store, id, { number: known.number, name: order.name });
    for (const [lineNumber, { id: lineId, line }] of order.lines)
      if (lineId === null) insertLine(store, id, lineNumber, line);
      else updateLine(store, lineId, line);
  }
}
