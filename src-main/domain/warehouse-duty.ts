import { z } from 'zod';
import { cleanText } from './blank.ts';
import { nameKey } from './name-key.ts';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';

/** Longest name of a responsible person, in characters. */
export const RESPONSIBLE_LENGTH = 60;

/** Most days that a blank may be overdue. */
export const MAX_DUE_DAYS = 999;

/** Most warehouses of one save. */
const MOST_WAREHOUSES = 5000;

/** Who is responsible for a warehouse: trimmed, empty where nobody is. */
export const responsibleSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(RESPONSIBLE_LENGTH, `A name has at most ${RESPONSIBLE_LENGTH} characters.`));

const daysSentence = `Write whole days from 0 to ${MAX_DUE_DAYS}, or nothing.`;

/** How many days a blank may be Overdue in a warehouse; null for no limit. */
export const dueDaysSchema = z
  .int(daysSentence)
  .min(0, daysSentence)
  .max(MAX_DUE_DAYS, daysSentence)
  .nullable();

/** What is agreed for one warehouse. Without a person and a limit nothing is. */
export const warehouseDutySchema = z.strictObject({
  /** As the stock spells it; empty for stock without a warehouse. */
  warehouse: z.string().max(MAX_DIMENSION_LENGTH),
  responsible: responsibleSchema,
  dueDays: dueDaysSchema,
});

/** See `warehouseDutySchema`. */
export type WarehouseDuty = Readonly<z.infer<typeof warehouseDutySchema>>;

/** What is agreed for some warehouses, each of them once. */
export const warehouseDutiesSchema = z
  .array(warehouseDutySchema)
  .max(MOST_WAREHOUSES, `At most ${MOST_WAREHOUSES} warehouses are saved at once.`)
  .refine(
    (duties) => new Set(duties.map(({ warehouse }) => nameKey(warehouse))).size === duties.length,
    'A warehouse stands in the list more than once.',
  )
  .readonly();

/** Whether anything is agreed. */
export function isAgreed({ responsible, dueDays }: WarehouseDuty): boolean {
  return responsible !== '' || dueDays !== null;
}

/** What a warehouse is called on screen. */
export function warehouseLabel(warehouse: string): string {
  return warehouse === '' ? 'No warehouse' : warehouse;
}

/** What is agreed, in words: `Night shift, 3 days`. */
export function dutyWords({ responsible, dueDays }: WarehouseDuty): string {
  const days = dueDays === null ? 'no limit' : `${dueDays} ${dueDays === 1 ? 'day' : 'days'}`;
  return responsible === '' ? days : `${responsible}, ${days}`;
}
