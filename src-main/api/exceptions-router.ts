import { exceptionExportSchema, exceptionPageSchema } from '../domain/stock-exception.ts';
import { noInput, procedure, router } from './procedure.ts';

/** Units whose serial number cannot be read, or is missing. */
export const exceptionsRouter = router({
  page: procedure.input(exceptionPageSchema).query(({ ctx, input }) => ctx.exceptions.page(input)),
  choices: procedure.input(noInput).query(({ ctx }) => ctx.exceptions.choices()),
  export: procedure
    .input(exceptionExportSchema)
    .mutation(({ ctx, input }) => ({ jobId: ctx.jobs.start({ kind: 'export-exceptions', ...input }) })),
});
