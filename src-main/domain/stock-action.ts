import { z } from 'zod';
import { cleanText } from './blank.ts';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';
import { MAX_QUANTITY } from './quantity.ts';
import { reasonSchema, serialEntriesSchema } from './serial-entry.ts';

/** Most stock rows of one action on the On-hand page. */
export const MAX_STOCK_ROWS = 10_000;

const stockId = z.int().positive();
const quantity = z
  .int('Write a number.')
  .min(1, 'The quantity is above zero.')
  .max(MAX_QUANTITY, 'This quantity is larger than one billion.');

/** An inventory dimension as the user writes it. */
export const dimensionSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(MAX_DIMENSION_LENGTH, `This text is longer than ${MAX_DIMENSION_LENGTH} characters.`));

const required = (sentence: string) => dimensionSchema.pipe(z.string().min(1, sentence));

/** Moves quantities of stock rows to another location or plate of their warehouse. Nothing is asked: the rows are named. */
export const moveSchema = z.strictObject({
  rows: z
    .array(z.strictObject({ stockId, quantity }))
    .min(1, 'Select at least one row.')
    .max(MAX_STOCK_ROWS, `At most ${MAX_STOCK_ROWS} rows are moved at once.`)
    .readonly(),
  location: required('Write the location it goes to.'),
  licensePlate: dimensionSchema,
});

/** Takes a quantity of a stock row out of the stock. */
export const adjustOutSchema = z.strictObject({
  stockId,
  quantity,
  reason: reasonSchema,
  /** Serials of blank units, where blank issue is not allowed. */
  entries: serialEntriesSchema.default([]),
});

/** Brings a quantity into the stock without a document. */
export const adjustInSchema = z.strictObject({
  itemNumber: required('Choose an item.'),
  warehouse: required('Choose a warehouse.'),
  location: dimensionSchema,
  licensePlate: dimensionSchema,
  inventoryStatus: dimensionSchema,
  batchNumber: dimensionSchema,
  quantity,
  reason: reasonSchema,
  entries: serialEntriesSchema.default([]),
});

/** Counts what stands of an item at a place. */
export const countSchema = z.strictObject({
  itemNumber: required('Choose an item.'),
  warehouse: required('Choose a warehouse.'),
  location: dimensionSchema,
  licensePlate: dimensionSchema,
  /** All that was counted, in thousandths. */
  quantity: z.int('Write a number.').min(0, 'The count is not below zero.').max(MAX_QUANTITY),
  /** The serials that were counted; asked only where the total differs. The rest of the total is blank. */
  entries: serialEntriesSchema.default([]),
});

/** Changes places: a unit that carries a serial comes here, a blank one goes where that one stood. */
export const swapSchema = z.strictObject({ blankStockId: stockId, serialStockId: stockId });

/** Puts another serial in place of a wrong one. */
export const correctSchema = z.strictObject({
  stockId,
  serial: z.string().min(1, 'Write the right serial number.').max(200),
});

/** Gives blank units, or units with a label that cannot be read, their serials where they stand. */
export const recordSerialsSchema = z.strictObject({
  stockId,
  entries: serialEntriesSchema.refine((entries) => entries.length > 0, 'Enter at least one serial number.'),
});

/** See the schemas of the same names. */
export type MoveInput = Readonly<z.infer<typeof moveSchema>>;
/** See `adjustOutSchema`. */
export type AdjustOutInput = Readonly<z.infer<typeof adjustOutSchema>>;
/** See `adjustInSchema`. */
export type AdjustInInput = Readonly<z.infer<typeof adjustInSchema>>;
/** See `countSchema`. */
export type CountInput = Readonly<z.infer<typeof countSchema>>;
/** See `swapSchema`. */
export type SwapInput = Readonly<z.infer<typeof swapSchema>>;
/** See `correctSchema`. */
export type CorrectInput = Readonly<z.infer<typeof correctSchema>>;
/** See `recordSerialsSchema`. */
export type RecordSerialsInput = Readonly<z.infer<typeof recordSerialsSchema>>;
