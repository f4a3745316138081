import { z } from 'zod';
import { historyQuerySchema } from '../domain/history.ts';
import { noInput, procedure, router } from './procedure.ts';

const confirmed = z.int().min(0).optional();
const id = z.int().positive();
const target = z.strictObject({ eventId: id, side: z.enum(['before', 'after']) });

/** Every change of the configuration, its way back, and undo. */
export const historyRouter = router({
  list: procedure.input(historyQuerySchema).query(({ ctx, input }) => ctx.history.list(input)),
  check: procedure.input(noInput).query(({ ctx }) => ctx.history.check()),
  whatIfRestore: procedure.input(target).query(({ ctx, input }) => ctx.history.whatIfRestore(input)),
  restore: procedure
    .input(target.extend({ confirmed }))
    .mutation(({ ctx, input: { confirmed: revision, ...rest } }) => ctx.history.restore(rest, revision)),
  isLarge: procedure
    .input(z.strictObject({ changeId: id }))
    .query(({ ctx, input }) => ctx.history.isLarge(input.changeId)),
  whatIfUndo: procedure
    .input(z.strictObject({ changeId: id }))
    .query(({ ctx, input }) => ctx.history.whatIfUndo(input.changeId)),
  undo: procedure
    .input(z.strictObject({ changeId: id, confirmed }))
    .mutation(({ ctx, input }) => ctx.history.undo(input.changeId, input.confirmed)),
  undoLarge: procedure
    .input(z.strictObject({ changeId: id, confirmed }))
    .mutation(({ ctx, input }) => ({ jobId: ctx.jobs.start({ kind: 'undo-change', ...input }) })),
});
