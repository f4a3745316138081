import { z } from 'zod';
import { cleanText } from './blank.ts';
import { gtinSchema } from './gtin.ts';
import { nameKey } from './name-key.ts';
import { MAX_QUANTITY, THOUSANDTHS } from './quantity.ts';
import { serialMaskSchema } from './serial-mask.ts';

/** Longest text of an item's field, in characters; Dynamics' own are shorter. */
export const ITEM_TEXT_LENGTH = 100;

/** Most unit conversions of an item. */
export const MAX_ITEM_UNITS = 20;

const itemText = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(ITEM_TEXT_LENGTH, `This text is longer than ${ITEM_TEXT_LENGTH} characters.`));

const requiredText = (sentence: string) => itemText.pipe(z.string().min(1, sentence));

/** A unit that holds several inventory units of an item, e.g. a box of 6. */
export const itemUnitSchema = z.strictObject({
  unit: requiredText('Give the unit a name.'),
  /** In thousandths of the inventory unit, a whole number of units: each of them may need a serial number. */
  quantity: z
    .int('Write a whole number of inventory units.')
    .min(THOUSANDTHS, 'A unit holds at least one inventory unit.')
    .max(MAX_QUANTITY, 'This quantity is larger than one billion.')
    .multipleOf(THOUSANDTHS, 'A unit must hold a whole number of inventory units.'),
});

/** See `itemUnitSchema`. */
export type ItemUnit = Readonly<z.infer<typeof itemUnitSchema>>;

/** The texts of an item, as files and the form have them. */
export const itemTextsSchema = z.strictObject({
  itemNumber: requiredText('The item number is missing.'),
  name: itemText,
  /** Name of its storage dimension group; one that is not known yet is made, with warehouse management processes. */
  storageDimensionGroup: itemText,
  reservationHierarchy: itemText,
  /** Codes of tracking number groups. A code that names none is kept. */
  serialNumberGroup: itemText,
  batchNumberGroup: itemText,
  inventoryUnit: itemText,
  catchWeightUnit: itemText,
});

/** What a user fills in for an item: the same schema checks the form, the API and the imports. */
export const itemInputSchema = itemTextsSchema.extend({
  /** Its tracking dimension group; null where it has none. */
  groupId: z.int().positive().nullable(),
  serialMask: serialMaskSchema,
  gtin: gtinSchema,
  units: z
    .array(itemUnitSchema)
    .max(MAX_ITEM_UNITS, `An item has at most ${MAX_ITEM_UNITS} units.`)
    .superRefine((units, context) => {
      const seen = new Set<string>();
      for (const [index, { unit }] of units.entries()) {
        if (seen.has(nameKey(unit)))
          context.addIssue({ code: 'custom', path: [index, 'unit'], message: `${unit} stands here twice.` });
        seen.add(nameKey(unit));
      }
    })
    .readonly(),
});

/** See `itemInputSchema`. */
export type ItemInput = Readonly<z.infer<typeof itemInputSchema>>;

/** A stored item. */
export interface Item extends ItemInput {
  /** Goes up by one with every change; a save must name the version it started from. */
  readonly version: number;
}

/** An item in a sentence: its number, and its name where it has one. */
export function itemWithName({ itemNumber, name }: Pick<Item, 'itemNumber' | 'name'>): string {
  return name === '' ? itemNumber : `${itemNumber} (${name})`;
}

/** Says that another item has a GTIN. */
export function takenGtin(other: Pick<Item, 'itemNumber' | 'name'>): string {
  return `${itemWithName(other)} has this GTIN already. Two items cannot have the same one.`;
}

/** What is said of a code that names no tracking number group; it is kept all the same. */
export function unknownNumberGroup(code: string): string {
  return `There is no tracking number group ${code}. The code is kept; until the group is there, nothing is generated.`;
}
