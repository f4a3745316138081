import { z } from 'zod';
import { worklistSchema } from '../domain/gap-worklist.ts';
import { onHandColumns } from '../domain/on-hand.ts';
import { onHandFilterSchema, onHandSortSchema } from '../domain/on-hand-query.ts';
import { procedure, router } from './procedure.ts';

const columnKeys = onHandColumns.map((column) => column.key) as [string, ...string[]];

/** Files going out. Each answers with the id of a file to fetch at `/api/downloads/<id>`. */
export const exportsRouter = router({
  configuration: procedure
    .input(
      z.strictObject({
        format: z.enum(['json', 'csv']),
        /** Ids of the groups to write; all of them without it. */
        groups: z.array(z.int().positive()).min(1).max(10_000).optional(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.exports.configuration(input.format, input.groups)),
  onHand: procedure
    .input(
      z.strictObject({
        filter: onHandFilterSchema,
        sort: onHandSortSchema,
        /** Columns to write, in this order. */
        columns: z.array(z.enum(columnKeys)).min(1).max(columnKeys.length),
      }),
    )
    .mutation(({ ctx, input }) => {
      const listed = ctx.onHand.listed(input.filter);
      return { jobId: ctx.jobs.start({ kind: 'export-on-hand', listed, ...input }) };
    }),
  /** The worklist of the gaps, of all warehouses or of one. */
  gaps: procedure
    .input(worklistSchema)
    .mutation(({ ctx, input }) => ({ jobId: ctx.jobs.start({ kind: 'export-gaps', ...input }) })),
});
