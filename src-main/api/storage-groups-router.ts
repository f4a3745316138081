import { z } from 'zod';
import { storageGroupSchema } from '../domain/storage-dimension-group.ts';
import { noInput, procedure, router } from './procedure.ts';

/** Storage dimension groups and their flag Use warehouse management processes. */
export const storageGroupsRouter = router({
  list: procedure.input(noInput).query(({ ctx }) => ctx.storageGroups.list()),
  whatIf: procedure.input(storageGroupSchema).query(({ ctx, input }) => ctx.storageGroups.whatIf(input)),
  save: procedure
    .input(storageGroupSchema.extend({ confirmed: z.int().min(0).optional() }))
    .mutation(({ ctx, input: { confirmed, ...group } }) => ctx.storageGroups.save(group, confirmed)),
});
