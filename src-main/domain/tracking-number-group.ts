import { z } from 'zod';
import { cleanText } from './blank.ts';
import { describeLength, longestExample, NUMBER_LENGTH } from './build-number.ts';
import { MAX_QUANTITY, THOUSANDTHS } from './quantity.ts';

/** Longest code of a tracking number group, in characters (Dynamics' NumGroupId). */
export const NUMBER_GROUP_CODE_LENGTH = 10;

/** Longest name of a tracking number group, in characters. */
export const NUMBER_GROUP_NAME_LENGTH = 60;

/** Longest code of a number sequence, in characters. */
export const SEQUENCE_CODE_LENGTH = 20;

/** Largest number that a number sequence can count to: what JavaScript and SQLite both count exactly. */
export const MAX_SEQUENCE_NUMBER = 999_999_999_999_999;

const text = (length: number, sentence: string) =>
  z.string().transform(cleanText).pipe(z.string().max(length, sentence));

const wholeNumber = z
  .int('Write a whole number.')
  .min(0, 'Write a number that is not below zero.')
  .max(MAX_SEQUENCE_NUMBER, 'A number sequence has at most 15 digits.');

const sequenceSchema = z.strictObject({
  /** The number sequence in Dynamics; it says nothing about how this group counts. */
  code: text(SEQUENCE_CODE_LENGTH, `A number sequence code has at most ${SEQUENCE_CODE_LENGTH} characters.`),
  /** One run of `#`, which the number fills with zeros before it; other signs stand for themselves. */
  format: text(NUMBER_LENGTH, `A format has at most ${NUMBER_LENGTH} characters.`).pipe(
    z.string().regex(/^[^#]*#+[^#]*$/, 'Write the place of the number as one run of #, e.g. SN-######.'),
  ),
  smallest: wholeNumber,
  largest: wholeNumber,
});

const fields = z.strictObject({
  code: text(NUMBER_GROUP_CODE_LENGTH, `A code has at most ${NUMBER_GROUP_CODE_LENGTH} characters.`).pipe(
    z.string().min(1, 'Give the group a code.'),
  ),
  name: text(NUMBER_GROUP_NAME_LENGTH, `A name has at most ${NUMBER_GROUP_NAME_LENGTH} characters.`),
  /** What a number is put together from, in this order. */
  parts: z.strictObject({
    date: z.boolean(),
    reference: z.boolean(),
    lotId: z.boolean(),
    number: z.boolean(),
  }),
  sequence: sequenceSchema,
  /** The number to give out next; null leaves the counter where it stands, a new one begins with the smallest. */
  next: wholeNumber.nullable(),
  /** The user writes the number, nothing is generated. */
  manual: z.boolean(),
  onlyInventoryTransactions: z.boolean(),
  onPhysicalUpdate: z.boolean(),
  /** In thousandths of the inventory unit: one number for so much; 0 is one number for the whole line. */
  perQuantity: z
    .int('Write a quantity.')
    .min(0, 'A quantity is never below zero.')
    .max(MAX_QUANTITY, 'This quantity is larger than one billion.'),
  activations: z.strictObject({
    purchase: z.boolean(),
    order: z.boolean(),
    production: z.boolean(),
    inventory: z.boolean(),
    kanban: z.boolean(),
  }),
});

/** What a user fills in, checked. */
export type NumberGroupInput = Readonly<z.infer<typeof fields>>;

/** What a user fills in: the same schema checks the form, the API and a version out of the history. */
export const numberGroupInputSchema = fields.superRefine(checkTogether);

/** A save: a new group, or a change of the version that the user has seen. */
export const saveNumberGroupSchema = fields
  .extend({ id: z.int().positive().optional(), version: z.int().positive().optional() })
  .superRefine(checkTogether);

/** See `saveNumberGroupSchema`. */
export type SaveNumberGroup = Readonly<z.infer<typeof saveNumberGroupSchema>>;

/** A stored tracking number group. */
export interface TrackingNumberGroup extends NumberGroupInput {
  readonly id: number;
  /** Goes up by one with every change; a save must name the version it started from. */
  readonly version: number;
  /** Where the counter stands: the number that is given out next. One past the largest where all are given out. */
  readonly next: number;
}

/** A new group: a number sequence alone, one number for each unit, active nowhere yet. */
export const newNumberGroup: NumberGroupInput & { readonly next: number } = {
  code: '',
  name: '',
  parts: { date: false, reference: false, lotId: false, number: true },
  sequence: { code: '', format: '######', smallest: 1, largest: 999_999 },
  next: 1,
  manual: false,
  onlyInventoryTransactions: false,
  onPhysicalUpdate: false,
  perQuantity: THOUSANDTHS,
  activations: { purchase: false, order: false, production: false, inventory: false, kanban: false },
};

/** What no field can say by itself. */
function checkTogether(group: NumberGroupInput, context: z.RefinementCtx<NumberGroupInput>): void {
  if (context.issues.length > 0) return;
  const { parts, sequence, manual, next } = group;
  const refuse = (message: string, ...path: string[]): void =>
    context.addIssue({ code: 'custom', path, message });
  const room = sequence.format.split('#').length - 1;
  if (sequence.smallest > sequence.largest)
    refuse('The smallest number is larger than the largest.', 'sequence', 'smallest');
  else if (String(sequence.largest).length > room)
    refuse(
      `The largest number has ${String(sequence.largest).length} digits, and the format has room for ${room}.`,
      'sequence',
      'largest',
    );
  else if (next !== null && (next < sequence.smallest || next > sequence.largest + 1))
    refuse('The next number lies between the smallest and the largest.', 'next');
  else if (!manual && !Object.values(parts).includes(true))
    refuse('Tick at least one part of the number, or Manual.', 'parts');
  else if (longestExample(group).length > NUMBER_LENGTH) refuse(describeLength(group), 'parts');
}
