import { z } from 'zod';
import { locationPatternsSchema } from '../domain/location-stage.ts';
import { noInput, procedure, router } from './procedure.ts';

const saveSchema = z.strictObject({ patterns: locationPatternsSchema, version: z.int().min(0) });

/** The patterns that give locations a stage. */
export const locationStagesRouter = router({
  list: procedure.input(noInput).query(({ ctx }) => ctx.locationStages.list()),
  proposals: procedure.input(noInput).query(({ ctx }) => ctx.locationStages.proposals()),
  whatIf: procedure
    .input(saveSchema.partial({ version: true }))
    .query(({ ctx, input }) => ctx.locationStages.whatIf(input)),
  save: procedure
    .input(saveSchema.extend({ confirmed: z.int().min(0).optional() }))
    .mutation(({ ctx, input: { confirmed, ...input } }) => ctx.locationStages.save(input, confirmed)),
});
