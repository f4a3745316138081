import { z } from 'zod';
import type { Gs1Label } from './gs1.ts';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';
import { MAX_ENTRIES } from './serial-entry.ts';
import { listReadings } from './serial-list.ts';
import { LONG_SERIAL_LENGTH } from './serial-number.ts';

/** Longest text of one check, in characters: as many of the longest serials as one action takes, each on its line. */
const MAX_TEXT = MAX_ENTRIES * (LONG_SERIAL_LENGTH + 2);

const id = z.int().positive();
const dimension = z.string().max(MAX_DIMENSION_LENGTH);

/**
 * Where the serials of an action may come from. `receive`: from outside; `return`: back from a customer, by
 * a line of a return order where one is named; `place`: units
 * that stand at a place, held as said (not named: not held); `picked`: picked for this order line and not packed; `rows`: units of these stock rows; `document`: serials that
 * only the sales document carries (Active in sales process).
 */
export const serialPlaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receive') }),
  z.strictObject({ kind: z.literal('return'), orderLineId: id.optional() }),
  z.strictObject({
    kind: z.literal('place'),
    warehouse: dimension,
    location: dimension,
    /** Not named: whatever plate of the location. Empty: on none. */
    licensePlate: dimension.optional(),
    /** Picked for this order line. */
    orderLineId: id.optional(),
    /** Packed into this container. */
    containerId: id.optional(),
    inTransit: z.boolean().optional(),
    /** Everything there is taken: what carries a serial goes along, only units without one are entered. */
    blankOnly: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('picked'),
    orderLineId: id,
    /** As above. */
    blankOnly: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('document'),
    orderLineId: id,
    /** They stand on the line already, and are to be taken off. */
    registered: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('rows'), stockIds: z.array(id).min(1).max(1_000) }),
]);

/** See `serialPlaceSchema`. */
export type SerialPlace = Readonly<z.infer<typeof serialPlaceSchema>>;

/** A serial that was refused because it stands somewhere else. */
export interface SerialElsewhere {
  readonly serial: string;
  /** The stock row where it stands. */
  readonly stockId: number;
  /** The whole sentence, which names the place. */
  readonly reason: string;
}

/** What a scan or a pasted list asks to be checked against. */
export const serialCheckSchema = z.strictObject({
  itemNumber: z.string().min(1).max(MAX_DIMENSION_LENGTH),
  /** One scan, or a list: at most `MAX_ENTRIES` serials. */
  text: z.string().max(MAX_TEXT, 'This text is too long for a list of serial numbers.'),
  scope: serialPlaceSchema,
  /** A serial that stands nowhere may be captured. */
  capturesNew: z.boolean(),
  reading: z.enum(listReadings).optional(),
});

/** See `serialCheckSchema`. */
export type SerialCheckInput = Readonly<z.infer<typeof serialCheckSchema>>;

/** A serial that can be taken. */
export interface AcceptedSerial {
  readonly ok: true;
  /** Spelled as it stands on-hand, or as it was entered. */
  readonly serial: string;
  /** How often it may be entered: more than once only where one serial stands for several units. */
  readonly units: number;
  /** What the user should know, e.g. that it left the stock once before. */
  readonly notice?: string;
  /** The range that it comes from. */
  readonly range?: string;
}

/** A piece that cannot be taken. */
export interface RefusedSerial {
  readonly ok: false;
  readonly text: string;
  readonly reason: string;
  /** The stock row where the serial stands instead. */
  readonly standsIn?: number;
  /** It was refused as a range; the user may say that it is one serial. */
  readonly asSerial?: true;
  readonly range?: string;
}

/** See `AcceptedSerial` and `RefusedSerial`. */
export type SerialAnswer = AcceptedSerial | RefusedSerial;

/** A piece that can be read in two ways, and how it was. */
export interface DoubtfulReading {
  readonly text: string;
  readonly as: 'serial' | 'range';
  /** How many serials the range has. */
  readonly count: number;
}

/** All that is to say of a text, in its order. */
export interface SerialCheck {
  readonly answers: readonly SerialAnswer[];
  readonly doubtful: readonly DoubtfulReading[];
  /** What GS1 labels said besides the serial. */
  readonly labels: readonly Gs1Label[];
}
