import { z } from 'zod';
import type { ItemUnit } from './item.ts';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';
import { MAX_QUANTITY } from './quantity.ts';
import type { ScanNeeds, UnitsAtPlace } from './scan-needs.ts';
import type { SerialPlace } from './serial-check.ts';
import { reasonSchema, serialEntriesSchema } from './serial-entry.ts';
import { dimensionSchema } from './stock-action.ts';

const id = z.int().positive();
const place = { location: dimensionSchema, licensePlate: dimensionSchema };
const NO_LOCATION = 'Write the location it is put to.';

/** What a pick would ask at a place. */
export const pickNeedsSchema = z.strictObject({
  workId: id,
  /** In thousandths. */
  quantity: z.int().min(0).max(MAX_QUANTITY),
  ...place,
  /** A stock row that is to change places with a blank unit here: `blankStockId` is one of the same goods then. */
  like: id.optional(),
});

/** What taking picked units back would ask. */
export const reduceNeedsSchema = z.strictObject({
  orderLineId: id,
  /** In thousandths. */
  quantity: z.int().min(0).max(MAX_QUANTITY),
});

/** Which orders to list. */
export const pickOrdersSchema = z.strictObject({
  /** A part of the order's number. */
  search: z.string().max(MAX_DIMENSION_LENGTH).default(''),
});

/** A pick: a quantity of open work, taken from a place and put to the staging location. */
export const pickSchema = z
  .strictObject({
    workId: id,
    /** In thousandths; 0 for a short pick that found nothing. */
    quantity: z
      .int('Write a number.')
      .min(0, 'The quantity is not below zero.')
      .max(MAX_QUANTITY, 'This quantity is larger than one billion.'),
    ...place,
    /** Where nothing is found, nothing is put anywhere. */
    putLocation: dimensionSchema,
    putLicensePlate: dimensionSchema,
    entries: serialEntriesSchema.default([]),
    /** Why less is picked than the work says; the rest of the work is given up here. */
    shortReason: reasonSchema.optional(),
  })
  .refine(({ quantity, putLocation }) => quantity === 0 || putLocation !== '', {
    message: NO_LOCATION,
    path: ['putLocation'],
  });

/** Takes picked units back to a storage location; they keep their serials. */
export const reducePickSchema = z.strictObject({
  orderLineId: id,
  quantity: z
    .int('Write a number.')
    .min(1, 'The quantity is above zero.')
    .max(MAX_QUANTITY, 'This quantity is larger than one billion.'),
  putLocation: dimensionSchema.pipe(z.string().min(1, NO_LOCATION)),
  putLicensePlate: dimensionSchema,
  entries: serialEntriesSchema.default([]),
});

/** See the schemas of the same names. */
export type PickNeedsInput = Readonly<z.infer<typeof pickNeedsSchema>>;
/** See `pickSchema`. */
export type PickInput = Readonly<z.infer<typeof pickSchema>>;
/** See `reduceNeedsSchema`. */
export type ReduceNeedsInput = Readonly<z.infer<typeof reduceNeedsSchema>>;
/** See `reducePickSchema`. */
export type ReducePickInput = Readonly<z.infer<typeof reducePickSchema>>;

/** Open work: what is to be picked where, for which order. Quantities in thousandths. */
export interface PickWork {
  readonly id: number;
  readonly orderId: number;
  readonly orderKind: 'Sales' | 'Transfer';
  readonly orderNumber: string;
  readonly orderLineId: number;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  readonly warehouse: string;
  readonly location: string;
  readonly licensePlate: string;
  readonly remaining: number;
}

/** What a pick would ask, and what stands at the place. */
export interface PickNeeds extends ScanNeeds {
  /** Serials that may be entered at most. */
  readonly maximum: number;
  /** Where `serials.check` looks for what is entered. */
  readonly scope: SerialPlace;
  /** A label that cannot be read may go. */
  readonly notReadable: boolean;
  /** Serial-tracked on stock: whole units are picked. */
  readonly tracked: boolean;
  /** Units that hold several inventory units. */
  readonly units: readonly ItemUnit[];
  /** Whole units of the item at the place. */
  readonly place: UnitsAtPlace;
  /** All of the item that stands at the place, in thousandths. */
  readonly standing: number;
  /** Serials are registered on the sales line, not on the stock. */
  readonly onDocument: boolean;
  /** Why the quantity cannot be picked here as it stands, as a sentence; empty where it can. */
  readonly problem: string;
  /** Blank units here may not leave without their serial: they are recorded first. */
  readonly recordFirst: boolean;
  /** Blank units at the place, for a swap or to record their serials; null where there is none. */
  readonly blankStockId: number | null;
  /** How many units stand in that row. */
  readonly blankStockUnits: number;
}

/** An order with open work, or with picked units that are not packed yet. */
export interface PickOrder {
  readonly id: number;
  readonly kind: 'Sales' | 'Transfer';
  readonly number: string;
  readonly name: string;
  /** Pieces of open work. */
  readonly steps: number;
}

/** Most orders that are listed at once. */
export const PICK_ORDERS = 100;

/** What is picked for an order line and not packed. Quantities in thousandths. */
export interface PickedLine {
  readonly orderLineId: number;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  readonly warehouse: string;
  readonly quantity: number;
  readonly withSerial: number;
  /** Without a serial; of an item that has none on stock, all. */
  readonly blank: number;
  /** Label recorded as not readable. */
  readonly exceptions: number;
  /** Units registered on the sales line and not shipped (Active in sales process). */
  readonly registered: number;
  /** A place where some of it stands, and how many further places there are. */
  readonly location: string;
  readonly licensePlate: string;
  readonly otherPlaces: number;
}

/** What taking picked units back would ask. */
export interface ReduceNeeds extends ScanNeeds {
  /** Picked and not packed, in thousandths. */
  readonly picked: number;
  /** Serials that may be entered at most. */
  readonly maximum: number;
  /** Where `serials.check` looks for what is entered. */
  readonly scope: SerialPlace;
}
