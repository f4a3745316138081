import { serialCheckSchema } from '../domain/serial-check.ts';
import { serialFormatSchema } from '../domain/serial-format.ts';
import { procedure, router } from './procedure.ts';

/** Serial numbers while they are being entered. */
export const serialsRouter = router({
  // Changes nothing; a mutation, because a pasted list does not fit into an address.
  check: procedure.input(serialCheckSchema).mutation(({ ctx, input }) => ctx.serials.check(input)),
  createNumbers: procedure
    .input(serialFormatSchema)
    .query(({ ctx, input }) => ctx.serials.createNumbers(input)),
});
