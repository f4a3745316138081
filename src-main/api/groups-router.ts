import { z } from 'zod';
import { groupInputSchema } from '../domain/tracking-dimension-group.ts';
import { noInput, procedure, router } from './procedure.ts';

const id = z.int().positive();
const version = z.int().positive();

const saveSchema = groupInputSchema.extend({ id: id.optional(), version: version.optional() });

/** Tracking dimension groups. */
export const groupsRouter = router({
  list: procedure.input(noInput).query(({ ctx }) => ctx.groups.list()),
  whatIf: procedure.input(saveSchema).query(({ ctx, input }) => ctx.groups.whatIf(input)),
  save: procedure
    .input(saveSchema.extend({ confirmed: z.int().min(0).optional() }))
    .mutation(({ ctx, input: { confirmed, ...input } }) => ctx.groups.save(input, confirmed)),
  remove: procedure
    .input(z.strictObject({ id, version }))
    .mutation(({ ctx, input }) => ctx.groups.remove(input.id, input.version)),
  whereUsed: procedure
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => ctx.groups.whereUsed(input.id)),
});
