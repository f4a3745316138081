import { z } from 'zod';
import { LONG_SERIAL_LENGTH, SERIAL_LENGTH } from './serial-number.ts';

/** Longest serial number that is in order: 20 as in Dynamics 365, or 60 for serials of other systems. */
export const serialLengthSchema = z.literal([SERIAL_LENGTH, LONG_SERIAL_LENGTH]);

/** Settings of the app that the rules depend on. Looks (theme, density) belong to the window. */
export interface AppSettings {
  readonly serialLength: z.infer<typeof serialLengthSchema>;
}

/** The settings of a new data file. */
export const defaultAppSettings: AppSettings = { serialLength: SERIAL_LENGTH };
