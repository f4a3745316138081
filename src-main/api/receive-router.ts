import { z } from 'zod';
import { openOrdersSchema, receiptNeedsSchema, receiptScanSchema, receiptSchema } from '../domain/receive.ts';
import { procedure, router } from './procedure.ts';

/** Receiving: what waits for it, what is asked for a line or an item, and the receipt itself. */
export const receiveRouter = router({
  orders: procedure.input(openOrdersSchema).query(({ ctx, input }) => ctx.receive.orders(input.search)),
  order: procedure
    .input(z.strictObject({ orderId: z.int().positive() }))
    .query(({ ctx, input }) => ctx.receive.order(input.orderId)),
  find: procedure.input(receiptScanSchema).query(({ ctx, input }) => ctx.receive.find(input)),
  needs: procedure
    .input(receiptNeedsSchema)
    .query(({ ctx, input }) => ctx.receive.needs(input.source, input.quantity)),
  receive: procedure.input(receiptSchema).mutation(({ ctx, input }) => ctx.receive.receive(input)),
});
