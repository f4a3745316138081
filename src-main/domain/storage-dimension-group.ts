import { z } from 'zod';
import { cleanText } from './blank.ts';
import { ITEM_TEXT_LENGTH } from './item.ts';

/** A storage dimension group: a name, and whether its items use warehouse management processes. */
export const storageGroupSchema = z.strictObject({
  name: z
    .string()
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, 'Give the storage dimension group a name.')
        .max(ITEM_TEXT_LENGTH, `A name has at most ${ITEM_TEXT_LENGTH} characters.`),
    ),
  /** Without them Capture serial number is ignored. */
  warehouseProcesses: z.boolean(),
});

/** See `storageGroupSchema`. */
export type StorageDimensionGroup = Readonly<z.infer<typeof storageGroupSchema>>;
