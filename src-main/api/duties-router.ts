import { z } from 'zod';
import { warehouseDutiesSchema } from '../domain/warehouse-duty.ts';
import { noInput, procedure, router } from './procedure.ts';

/** Who is responsible for a warehouse, and how many days a blank may be overdue there. */
export const dutiesRouter = router({
  list: procedure.input(noInput).query(({ ctx }) => ctx.duties.list()),
  save: procedure
    .input(z.strictObject({ duties: warehouseDutiesSchema, version: z.int().min(0) }))
    .mutation(({ ctx, input }) => ctx.duties.save(input.duties, input.version)),
});
