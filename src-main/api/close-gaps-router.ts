import { z } from 'zod';
import {
  applyPlanSchema,
  closeScopeSchema,
  gapPlanSchema,
  planPageSchema,
  recordExceptionsSchema,
} from '../domain/close-gaps.ts';
import { procedure, router } from './procedure.ts';

/** Closing gaps: one paste for very many blank units. A block is too long for an address, so plans are asked for by mutations. */
export const closeGapsRouter = router({
  blanks: procedure.input(closeScopeSchema).mutation(({ ctx, input }) => ctx.closeGaps.blanks(input)),
  plan: procedure.input(gapPlanSchema).mutation(({ ctx, input }) => ctx.closeGaps.plan(input)),
  renew: procedure
    .input(z.strictObject({ planId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.closeGaps.renew(input.planId)),
  page: procedure.input(planPageSchema).query(({ ctx, input }) => ctx.closeGaps.page(input)),
  confirm: procedure.input(applyPlanSchema).mutation(({ ctx, input }) => ctx.closeGaps.apply(input)),
  recordExceptions: procedure
    .input(recordExceptionsSchema)
    .mutation(({ ctx, input }) => ctx.closeGaps.recordExceptions(input)),
});
