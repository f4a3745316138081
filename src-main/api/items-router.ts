import { z } from 'zod';
import { itemInputSchema } from '../domain/item.ts';
import { itemChoiceSchema, itemPageSchema } from '../domain/item-query.ts';
import { procedure, router } from './procedure.ts';

const itemNumber = z.strictObject({ itemNumber: z.string().min(1).max(250) });
/** Without a version it is a new item. */
const saveSchema = itemInputSchema.extend({ version: z.int().positive().optional() });
const assignSchema = z.strictObject({ items: itemChoiceSchema, groupId: z.int().positive().nullable() });
const confirmed = z.int().min(0).optional();

/** Items: released products, and which groups they belong to. */
export const itemsRouter = router({
  page: procedure.input(itemPageSchema).query(({ ctx, input }) => ctx.items.page(input)),
  get: procedure.input(itemNumber).query(({ ctx, input }) => ctx.items.get(input.itemNumber)),
  whatIf: procedure.input(saveSchema).query(({ ctx, input }) => ctx.items.whatIf(input)),
  save: procedure
    .input(saveSchema.extend({ confirmed }))
    .mutation(({ ctx, input: { confirmed: revision, ...input } }) => ctx.items.save(input, revision)),
  remove: procedure
    .input(itemNumber.extend({ version: z.int().positive() }))
    .mutation(({ ctx, input }) => ctx.items.remove(input.itemNumber, input.version)),
  // Changes nothing; a mutation, because the numbers of many items do not fit into an address.
  whatIfAssignGroup: procedure
    .input(assignSchema)
    .mutation(({ ctx, input }) => ctx.items.whatIfAssignGroup(input)),
  assignGroup: procedure
    .input(assignSchema.extend({ confirmed }))
    .mutation(({ ctx, input: { confirmed: revision, ...input } }) => ctx.items.assignGroup(input, revision)),
  proposeMask: procedure.input(itemNumber).query(({ ctx, input }) => ctx.items.proposeMask(input.itemNumber)),
});
