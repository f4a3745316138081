import { z } from 'zod';
import { orderPageSchema } from '../domain/order-query.ts';
import { orderKinds, orderSaveSchema } from '../domain/order.ts';
import { procedure, router } from './procedure.ts';

const order = z.strictObject({ id: z.int().positive() });
const salesLinesSchema = z.strictObject({
  itemNumber: z.string().min(1).max(250),
  search: z.string().max(200).default(''),
});

/** Orders: documents that bring stock in, take it out or move it. */
export const ordersRouter = router({
  page: procedure.input(orderPageSchema).query(({ ctx, input }) => ctx.orders.page(input)),
  get: procedure.input(order).query(({ ctx, input }) => ctx.orders.get(input.id)),
  nextNumber: procedure
    .input(z.strictObject({ kind: z.enum(orderKinds) }))
    .query(({ ctx, input }) => ({ number: ctx.orders.nextNumber(input.kind) })),
  units: procedure
    .input(z.strictObject({ itemNumber: z.string().min(1).max(250) }))
    .query(({ ctx, input }) => ctx.orders.units(input.itemNumber)),
  salesLines: procedure
    .input(salesLinesSchema)
    .query(({ ctx, input }) => ctx.orders.salesLines(input.itemNumber, input.search)),
  save: procedure.input(orderSaveSchema).mutation(({ ctx, input }) => ctx.orders.save(input)),
  remove: procedure
    .input(order.extend({ version: z.int().positive() }))
    .mutation(({ ctx, input }) => ctx.orders.remove(input.id, input.version)),
  release: procedure.input(order).mutation(({ ctx, input }) => ctx.orders.release(input.id)),
  cancelWork: procedure.input(order).mutation(({ ctx, input }) => ctx.orders.cancelWork(input.id)),
});
