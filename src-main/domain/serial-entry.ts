import { z } from 'zod';

/** Most entries of one action. */
export const MAX_ENTRIES = 100_000;

/** Longest text that is looked at as a serial; the serial's own limit is a setting. */
const LONGEST_TEXT = 200;

/** Longest reason, in characters. */
export const REASON_LENGTH = 100;

/** A reason that the user gives. */
export const reasonSchema = z
  .string()
  .trim()
  .min(1, 'Give a reason.')
  .max(REASON_LENGTH, `A reason has at most ${REASON_LENGTH} characters.`);

/** What the user entered for one unit: its serial number, or why its label cannot be read. */
export const serialEntrySchema = z.union([
  z.strictObject({ serial: z.string().min(1).max(LONGEST_TEXT) }),
  z.strictObject({ notReadable: reasonSchema }),
]);

/** See `serialEntrySchema`. */
export type SerialEntry = Readonly<z.infer<typeof serialEntrySchema>>;

/** The entries of one action, in the order in which they were made. */
export const serialEntriesSchema = z.array(serialEntrySchema).max(MAX_ENTRIES).readonly();

/** The serial of an entry, or undefined where the label cannot be read. */
export function serialOf(entry: SerialEntry): string | undefined {
  return 'serial' in entry ? entry.serial : undefined;
}
