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

/** Most nightly backups that can be kept. */
export const MOST_BACKUPS = 60;

/** Settings of the app that the rules depend on, and of its backups. Looks (theme, density) belong to the window. */
export const appSettingsSchema = z.strictObject({
  serialLength: serialLengthSchema,
  serialUniqueness: serialUniquenessSchema,
  gs1Sign: z.enum(gs1Signs),
  nightlyBackup: z.boolean(),
  /** Hour of the day in local time. */
  backupHour: z.int().min(0).max(23),
  /** Nightly backups that are kept; older ones are deleted. */
  backupsKept: z.int().min(1).max(MOST_BACKUPS),
});

/** See `appSettingsSchema`. */
export type AppSettings = Readonly<z.infer<typeof appSettingsSchema>>;

/** The settings of a new data file. */
export const defaultAppSettings: AppSettings = {
  serialLength: SERIAL_LENGTH,
  serialUniqueness: 'item-on-hand',
  gs1Sign: '',
  nightlyBackup: true,
  backupHour: 2,
  backupsKept: 7,
};

/** The labels of the settings on screen. */
export const appSettingLabels: Readonly<Record<keyof AppSettings, string>> = {
  serialLength: 'Longest serial number',
  serialUniqueness: 'Serial number uniqueness',
  gs1Sign: 'Sign between elements of a GS1 label',
  nightlyBackup: 'Nightly backup',
  backupHour: 'Hour of the nightly backup',
  backupsKept: 'Nightly backups to keep',
};

/** An hour of the day as the screen shows it, e.g. `02:00`. */
export const hourLabel = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** A value of a setting in words, as its choice says it; undefined where it needs none. */
export function appSettingValue(name: string, value: unknown): string | undefined {
  if (name === 'gs1Sign' && typeof value === 'string') return gs1SignLabel(value);
  if (name === 'backupHour' && typeof value === 'number') return hourLabel(value);
  const uniqueness = name === 'serialUniqueness' ? serialUniquenessSchema.safeParse(value).data : undefined;
  return uniqueness && serialUniquenessLabels[uniqueness];
}
