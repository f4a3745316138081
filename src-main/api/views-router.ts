import { z } from 'zod';
import { viewInputSchema, viewNameSchema, viewPages } from '../domain/saved-view.ts';
import { procedure, router } from './procedure.ts';

const id = z.int().positive();
const version = z.int().positive();
const known = z.strictObject({ id, version });

/** Named views of pages: filter, order and columns. */
export const viewsRouter = router({
  list: procedure
    .input(z.strictObject({ page: z.enum(viewPages) }))
    .query(({ ctx, input }) => ctx.views.list(input.page)),
  get: procedure.input(z.strictObject({ id })).query(({ ctx, input }) => ctx.views.get(input.id)),
  /** Without an id it is a new view. */
  save: procedure
    .input(viewInputSchema.extend({ id: id.optional(), version: version.optional() }))
    .mutation(({ ctx, input }) => ctx.views.save(input)),
  rename: procedure
    .input(known.extend({ name: viewNameSchema }))
    .mutation(({ ctx, input }) => ctx.views.rename(input.id, input.version, input.name)),
  remove: procedure.input(known).mutation(({ ctx, input }) => ctx.views.remove(input.id, input.version)),
});
