import { sameGtin } from './gtin.ts';
import { serialKey } from './serial-number.ts';
import { fitsMask } from './serial-mask.ts';

/** What is known of an item when a text is entered as one of its serial numbers. */
export interface SerialShape {
  readonly itemNumber: string;
  /** The item's barcode; empty where it has none. */
  readonly gtin: string;
  /** Empty where the item has none. */
  readonly serialMask: string;
  /** Most characters of a serial, a setting. */
  readonly serialLength: number;
}

/**
 * Why a text cannot be a serial number of an item whatever stands on-hand: empty, the item's own barcode, too long, or
 * not what the mask wants. Undefined where it can.
 */
export function shapeRefusal(
  serial: string,
  { itemNumber, gtin, serialMask, serialLength }: SerialShape,
): string | undefined {
  if (serial === '') return 'There is nothing in this entry.';
  const key = serialKey(serial);
  if (key === serialKey(itemNumber) || sameGtin(key, gtin))
    return `${serial} is the item's barcode, not a serial number.`;
  if ([...serial].length > serialLength) return `${serial} is longer than ${serialLength} characters.`;
  if (!fitsMask(serialMask, serial)) return `${serial} does not fit the item's serial mask ${serialMask}.`;
  return undefined;
}
