import { z } from 'zod';
import {
  configurationFormatLabels,
  configurationFormats,
  configurationListInfo,
  configurationLists,
  firstLists,
  listsOfFormat,
  packageForms,
} from '../domain/configuration-content.ts';
import { worklistSchema } from '../domain/gap-worklist.ts';
import { onHandColumns } from '../domain/on-hand.ts';
import { onHandFilterSchema, onHandSortSchema } from '../domain/on-hand-query.ts';
import { DomainError } from '../domain/problem.ts';
import { procedure, router } from './procedure.ts';

const columnKeys = onHandColumns.map((column) => column.key) as [string, ...string[]];

/** Files going out. Each is a job, which leaves the id of a file to fetch at `/api/downloads/<id>`. */
export const exportsRouter = router({
  configuration: procedure
    .input(
      z.strictObject({
        format: z.enum(configurationFormats),
        /** The lists to write; without it those of the format that make up the setup. */
        lists: z.array(z.enum(configurationLists)).min(1).max(configurationLists.length).optional(),
        /** Ids of the tracking dimension groups to write; all of them without it. */
        groups: z.array(z.int().positive()).min(1).max(10_000).optional(),
        form: z.enum(packageForms).default('EXCEL'),
      }),
    )
    .mutation(({ ctx, input: { lists: asked, ...input } }) => {
      const lists = asked ?? firstLists(input.format);
      const known = listsOfFormat(input.format);
      const foreign = lists.find((key) => !known.includes(key));
      if (foreign !== undefined)
        throw new DomainError(
          'invalid',
          `${configurationListInfo[foreign].label} cannot be written as ${configurationFormatLabels[input.format]}.`,
          'lists',
        );
      return {
        jobId: ctx.jobs.start({ kind: 'export-configuration', ...input, lists: [...new Set(lists)] }),
      };
    }),
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
