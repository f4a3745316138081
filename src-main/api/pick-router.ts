import { z } from 'zod';
import {
  pickNeedsSchema,
  pickOrdersSchema,
  pickSchema,
  reduceNeedsSchema,
  reducePickSchema,
} from '../domain/pick.ts';
import { procedure, router } from './procedure.ts';

const orderId = z.int().positive();

/** Picking: open work, what a pick would ask, the pick itself, and taking picked units back. */
export const pickRouter = router({
  orders: procedure.input(pickOrdersSchema).query(({ ctx, input }) => ctx.pick.orders(input.search)),
  work: procedure
    .input(z.strictObject({ orderId: orderId.optional() }))
    .query(({ ctx, input }) => ctx.pick.work(input.orderId)),
  needs: procedure.input(pickNeedsSchema).query(({ ctx, input }) => ctx.pick.needs(input)),
  pick: procedure.input(pickSchema).mutation(({ ctx, input }) => ctx.pick.pick(input)),
  picked: procedure
    .input(z.strictObject({ orderId }))
    .query(({ ctx, input }) => ctx.pick.picked(input.orderId)),
  reduceNeeds: procedure.input(reduceNeedsSchema).query(({ ctx, input }) => ctx.pick.reduceNeeds(input)),
  reduce: procedure.input(reducePickSchema).mutation(({ ctx, input }) => ctx.pick.reduce(input)),
});
