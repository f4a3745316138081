import { z } from 'zod';
import type { ItemUnit } from './item.ts';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';
import { MAX_ORDER_LINES, ORDER_TEXT_LENGTH } from './order.ts';
import { MAX_QUANTITY } from './quantity.ts';
import type { ScanNeeds, UnitsAtPlace } from './scan-needs.ts';
import type { SerialPlace } from './serial-check.ts';
import { serialEntriesSchema } from './serial-entry.ts';
import { dimensionSchema } from './stock-action.ts';

const id = z.int().positive();
const quantity = z
  .int('Write a number.')
  .min(1, 'The quantity is above zero.')
  .max(MAX_QUANTITY, 'This quantity is larger than one billion.');

/** Opens a container for what an order ships from a warehouse. */
export const openContainerSchema = z.strictObject({
  orderId: id,
  /** Empty for the next number of the desk's own. */
  number: dimensionSchema.pipe(
    z.string().max(ORDER_TEXT_LENGTH, `A container's number has at most ${ORDER_TEXT_LENGTH} characters.`),
  ),
  warehouse: dimensionSchema.pipe(z.string().min(1, 'Choose a warehouse.')),
  /** The packing location that it stands at. */
  location: dimensionSchema.pipe(z.string().min(1, 'Write the packing location.')),
});

/** What packing or unpacking a quantity would ask. */
export const packNeedsSchema = z.strictObject({
  containerId: id,
  orderLineId: id,
  /** In thousandths. */
  quantity: z.int().min(0).max(MAX_QUANTITY),
});

/** Packs picked units of an order line into a container, or takes them out again. */
export const packSchema = z.strictObject({
  containerId: id,
  orderLineId: id,
  quantity,
  entries: serialEntriesSchema.default([]),
});

/** Registers serials on a sales line: for a container that is to be closed, or at the packing slip. */
export const registerSchema = z.strictObject({
  containerId: id,
  orderLineId: id,
  entries: serialEntriesSchema.refine((entries) => entries.length > 0, 'Enter at least one serial number.'),
});

/** Lets a shipment leave. */
export const confirmShipmentSchema = z.strictObject({
  orderId: id,
  /** Serials of items that register them on the sales document (Active in sales process), by line. */
  registered: z
    .array(z.strictObject({ orderLineId: id, entries: serialEntriesSchema }))
    .max(MAX_ORDER_LINES)
    .readonly()
    .default([]),
});

/** See the schemas of the same names. */
export type OpenContainerInput = Readonly<z.infer<typeof openContainerSchema>>;
/** See `packNeedsSchema`. */
export type PackNeedsInput = Readonly<z.infer<typeof packNeedsSchema>>;
/** See `packSchema`. */
export type PackInput = Readonly<z.infer<typeof packSchema>>;
/** See `registerSchema`. */
export type RegisterInput = Readonly<z.infer<typeof registerSchema>>;
/** See `confirmShipmentSchema`. */
export type ConfirmShipmentInput = Readonly<z.infer<typeof confirmShipmentSchema>>;

/** Which orders to list. */
export const packOrdersSchema = z.strictObject({
  /** A part of the order's number. */
  search: z.string().max(MAX_DIMENSION_LENGTH).default(''),
});

/** What was scanned or typed at the station, with the order that is open there. */
export const packScanSchema = z.strictObject({ orderId: id, text: z.string().min(1).max(3_000) });

/** What packing would ask. */
export interface PackNeeds extends ScanNeeds {
  /** Serials that may be entered at most. */
  readonly maximum: number;
  /** Where `serials.check` looks for what is entered. */
  readonly scope: SerialPlace;
  /** A label that cannot be read may go. */
  readonly notReadable: boolean;
  /** Units that hold several inventory units. */
  readonly units: readonly ItemUnit[];
  /** Whole units that are picked for the line and not packed. */
  readonly place: UnitsAtPlace;
  /** In thousandths. */
  readonly picked: number;
}

/** What taking units out of a container would ask. */
export interface UnpackNeeds extends ScanNeeds {
  /** Serials that may be entered at most. */
  readonly maximum: number;
  /** Where `serials.check` looks for what is entered. */
  readonly scope: SerialPlace;
  /** A label that cannot be read may be named. */
  readonly notReadable: boolean;
}

/** An order of which something is picked or packed and has not left. Quantities in thousandths. */
export interface PackOrder {
  readonly id: number;
  readonly kind: 'Sales' | 'Transfer';
  readonly number: string;
  readonly name: string;
  /** Picked and in no container. */
  readonly picked: number;
  readonly packed: number;
}

/** Most orders that are listed at once. */
export const PACK_ORDERS = 100;

/** A line of the order at the station. Quantities in thousandths of the inventory unit. */
export interface PackLine {
  readonly id: number;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  readonly warehouse: string;
  readonly ordered: number;
  /** Released and not picked yet. */
  readonly openWork: number;
  /** Picked and in no container. */
  readonly picked: number;
  readonly packed: number;
  readonly shipped: number;
}

/** The order at the station. */
export interface PackStation {
  readonly order: {
    readonly id: number;
    readonly kind: 'Sales' | 'Transfer';
    readonly number: string;
    readonly name: string;
  };
  readonly lines: readonly PackLine[];
}

/** What a scan at the station means: lines of the order, one of its containers, or another order. */
export interface PackScan {
  readonly lineIds: readonly number[];
  readonly containerId: number | null;
  readonly orderId: number | null;
  /** Why nothing was found, as a sentence; empty where something was. */
  readonly problem: string;
}

/** What stands in a container of one order line. Quantities in thousandths. */
export interface ContainerLine {
  readonly orderLineId: number;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  readonly quantity: number;
  readonly withSerial: number;
  readonly blank: number;
  /** Label recorded as not readable. */
  readonly exceptions: number;
  /** Units whose serials are registered on the sales line for this container (Active in sales process). */
  readonly registered: number;
  /** Units whose serials must still be registered before it can be closed. */
  readonly toRegister: number;
}

/** A stock row in a container. */
export interface PackedRow {
  readonly stockId: number;
  readonly orderLineId: number;
  readonly serialNumber: string;
  /** Recorded as not readable. */
  readonly notReadable: boolean;
  /** In thousandths. */
  readonly quantity: number;
}

/** Stock rows of a container that are listed at most. */
export const PACKED_ROWS = 1000;

/** What a line of a container still lacks before it can be closed. */
export interface Lacking {
  readonly orderLineId: number;
  readonly itemNumber: string;
  readonly units: number;
  /** What is missing, as a sentence. */
  readonly sentence: string;
}

/** A container with what is in it. */
export interface Container {
  readonly id: number;
  readonly number: string;
  readonly orderId: number;
  readonly orderNumber: string;
  readonly shipmentNumber: string;
  readonly warehouse: string;
  readonly location: string;
  readonly closed: boolean;
  readonly shipped: boolean;
  readonly lines: readonly ContainerLine[];
  /** The first `PACKED_ROWS` stock rows. */
  readonly rows: readonly PackedRow[];
  /** How many stock rows there are. */
  readonly rowCount: number;
  /** Why it cannot be closed; empty where it can. */
  readonly lacking: readonly Lacking[];
}

/** What would leave of an order line. */
export interface LeavingLine {
  readonly orderLineId: number;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly itemName: string;
  readonly inventoryUnit: string;
  /** In thousandths. */
  readonly quantity: number;
  /** Serials that are registered with the packing slip; null where none are (Active in sales process with None). */
  readonly atSlip: {
    readonly needed: number;
    readonly maximum: number;
    readonly notReadable: boolean;
  } | null;
}

/** What Confirm shipment would do. */
export interface ShipmentState {
  readonly lines: readonly LeavingLine[];
  /** Why it cannot leave yet, a sentence each; empty where it can. */
  readonly missing: readonly string[];
}
