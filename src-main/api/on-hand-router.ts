import { z } from 'zod';
import { onHandFilterSchema, onHandPageSchema } from '../domain/on-hand-query.ts';
import { noInput, procedure, router } from './procedure.ts';

/** The on-hand grid. */
export const onHandRouter = router({
  page: procedure.input(onHandPageSchema).query(({ ctx, input }) => ctx.onHand.page(input)),
  totals: procedure
    .input(z.strictObject({ filter: onHandFilterSchema }))
    .query(({ ctx, input }) => ctx.onHand.totals(input.filter)),
  sources: procedure.input(noInput).query(({ ctx }) => ctx.onHand.sources()),
});
