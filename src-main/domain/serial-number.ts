/** Longest serial number in Dynamics 365, in characters (InventSerialId). */
export const SERIAL_LENGTH = 20;

/** Longest serial number where the setting allows other systems' serials. */
export const LONG_SERIAL_LENGTH = 60;

/**
 * The key under which two spellings are the same serial number: the case of the letters A to Z does not count.
 * The same comparison as the database's NOCASE, so that a check in memory and one in SQL never differ.
 */
export function serialKey(serial: string): string {
  return serial.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
