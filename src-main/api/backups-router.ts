import { z } from 'zod';
import { noInput, procedure, router } from './procedure.ts';

/** Stands for a backup of the folder; a request never names a file. */
const id = z.string().regex(/^[0-9a-f]{32}$/, 'This is not the id of a backup.');
const uploadId = z.uuid();
const one = z.strictObject({ id });

/** Backups of the data file: made, listed, fetched, deleted and restored. */
export const backupsRouter = router({
  list: procedure.input(noInput).query(({ ctx }) => ({
    ...ctx.backups.list(),
    nightlyFailure: ctx.nightly.failure(),
  })),
  // Without `noInput`: a mutation that is sent no body cannot be asked for its input.
  make: procedure.mutation(({ ctx }) => ({
    jobId: ctx.jobs.start({ kind: 'make-backup', ...ctx.backups.byHand() }),
  })),
  /** What a restore would put in the place of what. */
  question: procedure.input(one).query(({ ctx, input }) => ctx.backups.question(input.id)),
  download: procedure.input(one).mutation(({ ctx, input }) => ctx.backups.download(input.id)),
  remove: procedure.input(one).mutation(({ ctx, input }) => ctx.backups.remove(input.id)),
  /** Makes room for a data file; it goes up in pieces to `/api/uploads/<uploadId>/0`. */
  announce: procedure
    .input(z.strictObject({ name: z.string().min(1).max(255), size: z.int().min(0) }))
    .mutation(({ ctx, input }) => ctx.backups.announce(input)),
  /** Checks an uploaded file. */
  inspect: procedure.input(z.strictObject({ uploadId })).mutation(({ ctx, input }) => ({
    jobId: ctx.jobs.start({ kind: 'inspect-backup', ...ctx.backups.file(input) }),
    now: ctx.backups.now(),
  })),
  restore: procedure.input(z.union([one, z.strictObject({ uploadId })])).mutation(({ ctx, input }) => ({
    jobId: ctx.jobs.start({ kind: 'restore-backup', ...ctx.backups.order(input) }),
  })),
});
