import { z } from 'zod';
import type { ItemUnit } from './item.ts';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';
import type { OrderKind } from './order.ts';
import { MAX_QUANTITY } from './quantity.ts';
import type { SerialPlace } from './serial-check.ts';
import { serialEntriesSchema } from './serial-entry.ts';
import { dimensionSchema } from './stock-action.ts';

/** The documents by which an item without an order comes in, with the words the user reads for them. */
export const receiptDocuments = {
  purchase: 'Purchase receipt',
  production: 'Report as finished',
  return: 'Return receipt',
} as const;

/** See `receiptDocuments`. */
export type ReceiptDocument = keyof typeof receiptDocuments;

const documents = Object.keys(receiptDocuments) as [ReceiptDocument, ...ReceiptDocument[]];
const orderLineId = z.int().positive();
const itemNumber = dimensionSchema.pipe(z.string().min(1, 'Choose an item.'));

/** What is received: a line of an order, or an item without one, by the kind of document it comes with. */
export const receiptSourceSchema = z.union([
  z.strictObject({ orderLineId }),
  z.strictObject({
    itemNumber,
    warehouse: dimensionSchema.pipe(z.string().min(1, 'Choose a warehouse.')),
    document: z.enum(documents),
  }),
]);

/** See `receiptSourceSchema`. */
export type ReceiptSource = Readonly<z.infer<typeof receiptSourceSchema>>;

/** A receipt: what, how much, where to, and the serials that the policy asks for. */
export const receiptSchema = z.strictObject({
  source: receiptSourceSchema,
  /** In thousandths of the inventory unit. */
  quantity: z
    .int('Write a number.')
    .min(1, 'The quantity is above zero.')
    .max(MAX_QUANTITY, 'This quantity is larger than one billion.'),
  location: dimensionSchema.pipe(z.string().min(1, 'Write the location.')),
  licensePlate: dimensionSchema,
  inventoryStatus: dimensionSchema,
  batchNumber: dimensionSchema,
  entries: serialEntriesSchema.default([]),
});

/** See `receiptSchema`. */
export type ReceiptInput = Readonly<z.infer<typeof receiptSchema>>;

/** A quantity of something about which is asked what receiving it would ask. The warehouse makes no difference. */
export const receiptNeedsSchema = z.strictObject({
  source: z.union([
    z.strictObject({ orderLineId }),
    z.strictObject({ itemNumber, document: z.enum(documents) }),
  ]),
  /** In thousandths of the inventory unit. */
  quantity: z.int().min(0).max(MAX_QUANTITY),
});

/** See `receiptNeedsSchema`. */
export type ReceiptNeedsInput = Readonly<z.infer<typeof receiptNeedsSchema>>;

/** Serials that are shown with what receiving asks; `serialCount` counts all. */
export const SHOWN_SERIALS = 200;

/** What receiving would ask for. */
export interface ReceiptNeeds {
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  /** Units that hold several inventory units. */
  readonly units: readonly ItemUnit[];
  /** Serial-tracked on stock: whole units are received. */
  readonly tracked: boolean;
  readonly document: ReceiptDocument | 'transfer';
  /** Where an order line is received; empty where there is no order. */
  readonly warehouse: string;
  /** What is still to be received of the order line, in thousandths; null where there is no order. */
  readonly open: number | null;
  /** Serials to enter for the quantity asked about; 0 where nothing is asked. */
  readonly needed: number;
  /** Serials that may be entered at most. */
  readonly maximum: number;
  /** A serial that stands nowhere may be entered; otherwise it must be one of `serials`. */
  readonly capturesNew: boolean;
  /** Where `serials.check` looks for what is entered. */
  readonly scope: SerialPlace;
  /** A label that cannot be read may be received. */
  readonly notReadable: boolean;
  /** Why serials are asked, or why not, as a sentence for the user. */
  readonly sentence: string;
  /** Serials on their way by a transfer order, or shipped by the sales order that a return gives back; the first ones. */
  readonly serials: readonly string[];
  /** How many of them there are. */
  readonly serialCount: number;
  /** Blank units on their way by a transfer order. */
  readonly blankUnits: number;
  /** Code of the tracking number group that will make the serials; empty where none does. */
  readonly generatedBy: string;
}

/** An order of which something is left to receive. */
export interface ReceivableOrder {
  readonly id: number;
  readonly kind: OrderKind;
  readonly number: string;
  readonly name: string;
  readonly openLines: number;
}

/** A line of which something is left to receive. Quantities in thousandths. */
export interface ReceivableLine {
  readonly id: number;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  /** In the inventory unit. */
  readonly quantity: number;
  /** As ordered, in `unit`. */
  readonly unitQuantity: number;
  readonly unit: string;
  /** Where it is received. */
  readonly warehouse: string;
  /** What is left, in the inventory unit. */
  readonly open: number;
}

/** An order with what is left to receive of it. */
export interface OpenOrder {
  readonly order: ReceivableOrder;
  /** The first `RECEIVABLE_LINES` of them. */
  readonly lines: readonly ReceivableLine[];
}

/** Most lines of an order that are listed at once. */
export const RECEIVABLE_LINES = 200;

/** Most orders that are listed at once. */
export const RECEIVABLE_ORDERS = 50;

/** What was scanned or typed to begin a receipt. */
export const receiptScanSchema = z.strictObject({
  text: z.string().min(1).max(3_000),
  /** The order that is open on the page: an item is looked for among its lines. */
  orderId: z.int().positive().optional(),
});

/** See `receiptScanSchema`. */
export type ReceiptScan = Readonly<z.infer<typeof receiptScanSchema>>;

/** What a scan means. */
export interface ScannedReceipt {
  readonly orders: readonly ReceivableOrder[];
  readonly item: { readonly itemNumber: string; readonly name: string } | null;
  /** Lines of the open order that wait for the item. */
  readonly lines: readonly ReceivableLine[];
  /** Batch number of a GS1 label; empty where it says none. */
  readonly batchNumber: string;
  /** Why nothing was found, as a sentence; empty where something was. */
  readonly problem: string;
}

/** Which orders to list. */
export const openOrdersSchema = z.strictObject({ search: z.string().max(MAX_DIMENSION_LENGTH) });
