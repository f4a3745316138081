import { procedure, router } from './procedure.ts';

/** The stock ledger as a whole. */
export const ledgerRouter = router({
  // Without `noInput`: a mutation that is sent no body cannot be asked for its input.
  check: procedure.mutation(({ ctx }) => ({ jobId: ctx.jobs.start({ kind: 'check-ledger' }) })),
});
