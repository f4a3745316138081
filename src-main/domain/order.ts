import { z } from 'zod';
import { cleanText } from './blank.ts';
import { MAX_QUANTITY } from './quantity.ts';

/** The kinds of orders: what they bring in, take out or move. */
export const orderKinds = ['Purchase', 'Sales', 'Transfer', 'Return', 'Production'] as const;

/** See `orderKinds`. */
export type OrderKind = (typeof orderKinds)[number];

/** Most lines of one order. */
export const MAX_ORDER_LINES = 10_000;

/** Longest text of an order's field, in characters. */
export const ORDER_TEXT_LENGTH = 60;

const text = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(ORDER_TEXT_LENGTH, `This text is longer than ${ORDER_TEXT_LENGTH} characters.`));

const required = (sentence: string) => text.pipe(z.string().min(1, sentence));

/** A line as a user or a file orders it: a quantity of an item in one of its units. */
export const orderLineInputSchema = z.strictObject({
  /** The stored line that this is; a new line has none. */
  id: z.int().positive().optional(),
  itemNumber: required('Choose an item.'),
  /** In thousandths of `unit`. */
  quantity: z
    .int('Write a number.')
    .min(1, 'The quantity is above zero.')
    .max(MAX_QUANTITY, 'This quantity is larger than one billion.'),
  /** The inventory unit or one of the item's conversions; empty for the inventory unit. */
  unit: text,
  site: text,
  /** Where it is received or shipped from. */
  warehouse: required('Choose a warehouse.'),
  /** Where a transfer order goes. */
  toSite: text,
  toWarehouse: text,
  /** Id of the sales order line that a line of a return order gives back; null for none. */
  returnsLine: z.int().positive().nullable().default(null),
});

/** See `orderLineInputSchema`. */
export type OrderLineInput = Readonly<z.infer<typeof orderLineInputSchema>>;

/** What a user fills in for an order. */
export const orderInputSchema = z
  .strictObject({
    kind: z.enum(orderKinds),
    number: required('Give the order a number.'),
    name: text,
    lines: z
      .array(orderLineInputSchema)
      .min(1, 'An order has at least one line.')
      .max(MAX_ORDER_LINES, `An order has at most ${MAX_ORDER_LINES} lines.`)
      .readonly(),
  })
  .superRefine(({ kind, lines }, context) => {
    for (const [index, { warehouse, toWarehouse, returnsLine }] of lines.entries()) {
      const problem = (message: string, field = 'toWarehouse'): void =>
        context.addIssue({ code: 'custom', path: ['lines', index, field], message });
      if (kind !== 'Return' && returnsLine !== null)
        problem('Only a line of a return order gives a sales order line back.', 'returnsLine');
      if (kind === 'Transfer' && toWarehouse === '')
        problem('Choose the warehouse that the transfer goes to.');
      else if (kind === 'Transfer' && toWarehouse === warehouse)
        problem('A transfer goes to another warehouse than it comes from.');
      else if (kind !== 'Transfer' && toWarehouse !== '')
        problem('Only a transfer order goes to a second warehouse.');
    }
  });

/** See `orderInputSchema`. */
export type OrderInput = Readonly<z.infer<typeof orderInputSchema>>;

/** A new order, or a change of the version that the user has seen. */
export const orderSaveSchema = z.strictObject({
  id: z.int().positive().optional(),
  version: z.int().positive().optional(),
  order: orderInputSchema,
});

/** See `orderSaveSchema`. */
export type OrderSave = Readonly<z.infer<typeof orderSaveSchema>>;

/** What numbers of a kind begin with when the app proposes one. */
export const orderNumberPrefixes: Readonly<Record<OrderKind, string>> = {
  Purchase: 'PO-',
  Sales: 'SO-',
  Transfer: 'TO-',
  Return: 'RMA-',
  Production: 'PRD-',
};
