import { z } from 'zod';
import { saveNumberGroupSchema } from '../domain/tracking-number-group.ts';
import { noInput, procedure, router } from './procedure.ts';

const id = z.int().positive();

/** Tracking number groups. */
export const numberGroupsRouter = router({
  list: procedure.input(noInput).query(({ ctx }) => ctx.numberGroups.list()),
  save: procedure.input(saveNumberGroupSchema).mutation(({ ctx, input }) => ctx.numberGroups.save(input)),
  remove: procedure
    .input(z.strictObject({ id, version: z.int().positive() }))
    .mutation(({ ctx, input }) => ctx.numberGroups.remove(input.id, input.version)),
  whereUsed: procedure
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => ctx.numberGroups.whereUsed(input.id)),
  preview: procedure.input(saveNumberGroupSchema).query(({ ctx, input }) => ctx.numberGroups.preview(input)),
});
