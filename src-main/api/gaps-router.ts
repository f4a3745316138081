import { gapCutSchema, gapScopeSchema } from '../domain/gaps.ts';
import { procedure, router } from './procedure.ts';

/** Which serial numbers are missing, and which of those are a problem. */
export const gapsRouter = router({
  totals: procedure.input(gapScopeSchema).query(({ ctx, input }) => ctx.gaps.totals(input)),
  cut: procedure.input(gapCutSchema).query(({ ctx, input }) => ctx.gaps.cut(input)),
  aging: procedure.input(gapScopeSchema).query(({ ctx, input }) => ctx.gaps.aging(input)),
  trend: procedure.input(gapScopeSchema).query(({ ctx, input }) => ctx.gaps.trend(input)),
});
