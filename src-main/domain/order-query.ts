import { z } from 'zod';
import { filterText } from './grid-condition.ts';
import { orderStatuses, type OrderStatus } from './order-status.ts';
import { orderKinds, type OrderKind } from './order.ts';

/** Most orders of one stretch of the list. */
export const ORDER_PAGE = 200;

/** A stretch of the orders, the newest first. */
export const orderPageSchema = z.strictObject({
  /** Part of the number or the name, or an item number, in any case. */
  search: filterText.default(''),
  kind: z.enum(orderKinds).optional(),
  status: z.enum(orderStatuses).optional(),
  offset: z.int().min(0).max(1_000_000_000).default(0),
  limit: z.int().min(1).max(ORDER_PAGE).default(ORDER_PAGE),
});

/** See `orderPageSchema`. */
export type OrderPageInput = Readonly<z.infer<typeof orderPageSchema>>;

/** An order in the list. */
export interface OrderRow {
  readonly id: number;
  readonly kind: OrderKind;
  readonly number: string;
  readonly name: string;
  readonly lines: number;
  readonly status: OrderStatus;
}
