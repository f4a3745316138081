import { z } from 'zod';
import { LONG_SERIAL_LENGTH, SERIAL_LENGTH } from './serial-number.ts';

/** Longest serial number that is in order: 20 as in Dynamics 365, or 60 for serials of other systems. */
export const serialLengthSchema = z.literal([SERIAL_LENGTH, LONG_SERIAL_LENGTH]);

/**
 * How often one serial number may be captured (docs/decisions): once among an item's on-hand, once for an item for
 * ever unless the unit came back, or once among the on-hand of all items.
 */
export const serialUniquenessSchema = z.enum(['item-on-hand', 'item-for-ever', 'across-items']);

/** See `serialUniquenessSchema`. */
export type SerialUniqueness = z.infer<typeof serialUniquenessSchema>;

/** The names of the scopes on screen. */
export const serialUniquenessLabels: Readonly<Record<SerialUniqueness, string>> = {
  'item-on-hand': 'Per item, on-hand',
  'item-for-ever': 'Per item, for ever',
  'across-items': 'Across items',
};

/** What scanners can send instead of the sign FNC1 of GS1 labels; empty: they send FNC1 itself. */
export const gs1Signs = ['', '~', '|', '^', '{', '}', '@'] as const;

/** What a sign of `gs1Signs` is called on screen. */
export const gs1SignLabel = (sign: string): string => (sign === '' ? 'FNC1 itself (GS, ASCII 29)' : sign);

/** Settings of the app that the rules depend on. Looks (theme, density) belong to the window. */
export const appSettingsSchema = z.strictObject({
  serialLength: serialLengthSchema,
  serialUniqueness: serialUniquenessSchema,
  gs1Sign: z.enum(gs1Signs),
});

/** See `appSettingsSchema`. */
export type AppSettings = Readonly<z.infer<typeof appSettingsSchema>>;

/** The settings of a new data file. */
export const defaultAppSettings: AppSettings = {
  serialLength: SERIAL_LENGTH,
  serialUniqueness: 'item-on-hand',
  gs1Sign: '',
};

/** The labels of the settings on screen. */
export const appSettingLabels: Readonly<Record<keyof AppSettings, string>> = {
  serialLength: 'Longest serial number',
  serialUniqueness: 'Serial number uniqueness',
  gs1Sign: 'Sign between elements of a GS1 label',
};

/** A value of a setting in words, as its choice says it; undefined where it needs none. */
export function appSettingValue(name: string, value: unknown): string | undefined {
  if (name === 'gs1Sign' && typeof value === 'string') return gs1SignLabel(value);
  const uniqueness = name === 'serialUniqueness' ? serialUniquenessSchema.safeParse(value).data : undefined;
  return uniqueness && serialUniquenessLabels[uniqueness];
}
