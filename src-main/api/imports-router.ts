import { z } from 'zod';
import { procedure, router } from './procedure.ts';

const importId = z.uuid();

/** Files coming in: announce, upload in chunks to `/api/uploads/<importId>/<file index>`, inspect, apply. */
export const importsRouter = router({
  begin: procedure
    .input(
      z.strictObject({
        files: z
          .array(z.strictObject({ name: z.string().min(1).max(255), size: z.int().min(0) }))
          .min(1)
          .max(20),
      }),
    )
    .mutation(({ ctx, input }) => ctx.imports.begin(input.files)),
  inspect: procedure.input(z.strictObject({ importId })).mutation(({ ctx, input }) => ({
    jobId: ctx.jobs.start({ kind: 'inspect-import', importId: input.importId }),
  })),
  problems: procedure
    .input(
      z.strictObject({
        importId,
        file: z.int().min(0).max(19),
        offset: z.int().min(0),
        limit: z.int().min(1).max(1000),
      }),
    )
    .query(({ ctx, input }) => ctx.imports.problems(input)),
  listReached: procedure
    .input(z.strictObject({ importId }))
    .mutation(({ ctx, input }) => ctx.imports.listReached(input.importId)),
  confirm: procedure
    .input(
      z.strictObject({
        importId,
        scope: z.enum(['warehouses', 'items']),
        /** The revision of the preview's what-if, where it has one. */
        confirmed: z.int().min(0).optional(),
      }),
    )
    .mutation(({ ctx, input }) => {
      ctx.imports.requireConfirmed(input.importId, input.confirmed);
      return { jobId: ctx.jobs.start({ kind: 'apply-import', ...input }) };
    }),
  discard: procedure
    .input(z.strictObject({ importId }))
    .mutation(({ ctx, input }) => ctx.imports.discard(input.importId)),
});
