import { z } from 'zod';
import { inventoryEventKinds, type InventoryEventKind } from '../domain/inventory-event.ts';
import {
  adjustInSchema,
  adjustOutSchema,
  correctSchema,
  countSchema,
  moveSchema,
  recordSerialsSchema,
  swapSchema,
} from '../domain/stock-action.ts';
import { procedure, router } from './procedure.ts';

const id = z.int().positive();
const stretch = {
  offset: z.int().min(0).max(1_000_000_000).default(0),
  limit: z.int().min(1).max(500).default(100),
};
const kinds = Object.keys(inventoryEventKinds) as [InventoryEventKind, ...InventoryEventKind[]];

const eventsSchema = z.strictObject({
  itemNumber: z.string().min(1).max(250).optional(),
  serial: z.string().min(1).max(250).optional(),
  orderId: id.optional(),
  kind: z.enum(kinds).optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  ...stretch,
});

const itemNumber = z.string().min(1).max(250);
const placeText = z.string().max(250);

/** What happens to the stock: the actions of the On-hand page, the events of the ledger, and taking them back. */
export const stockRouter = router({
  policy: procedure
    .input(z.strictObject({ itemNumber }))
    .query(({ ctx, input }) => ctx.stockFacts.policy(input.itemNumber)),
  standing: procedure
    .input(z.strictObject({ itemNumber, warehouse: placeText, location: placeText, licensePlate: placeText }))
    .query(({ ctx, input }) => ctx.stockFacts.standing(input)),
  blankPlaces: procedure
    .input(z.strictObject({ itemNumber }))
    .query(({ ctx, input }) => ctx.stockFacts.blankPlaces(input.itemNumber)),
  whereIs: procedure
    .input(z.strictObject({ itemNumber, serial: itemNumber }))
    .query(({ ctx, input }) => ctx.stockFacts.whereIs(input.itemNumber, input.serial)),
  move: procedure.input(moveSchema).mutation(({ ctx, input }) => ctx.stockActions.move(input)),
  adjustOut: procedure.input(adjustOutSchema).mutation(({ ctx, input }) => ctx.stockActions.adjustOut(input)),
  adjustIn: procedure.input(adjustInSchema).mutation(({ ctx, input }) => ctx.stockActions.adjustIn(input)),
  count: procedure.input(countSchema).mutation(({ ctx, input }) => ctx.stockActions.count(input)),
  swap: procedure.input(swapSchema).mutation(({ ctx, input }) => ctx.stockActions.swap(input)),
  correct: procedure.input(correctSchema).mutation(({ ctx, input }) => ctx.stockActions.correct(input)),
  recordSerials: procedure
    .input(recordSerialsSchema)
    .mutation(({ ctx, input }) => ctx.stockActions.recordSerials(input)),
  events: procedure
    .input(eventsSchema)
    .query(({ ctx, input: { offset, limit, ...filter } }) => ctx.transactions.list(filter, offset, limit)),
  lines: procedure
    .input(z.strictObject({ eventId: id, ...stretch }))
    .query(({ ctx, input }) => ctx.transactions.lines(input.eventId, input.offset, input.limit)),
  reverse: procedure
    .input(z.strictObject({ eventId: id }))
    .mutation(({ ctx, input }) => ctx.transactions.reverse(input.eventId)),
  reverseAction: procedure
    .input(z.strictObject({ actionId: id }))
    .mutation(({ ctx, input }) => ctx.transactions.reverseAction(input.actionId)),
});
