import { isBlank } from './blank.ts';
import { THOUSANDTHS } from './quantity.ts';
import { fitsMask } from './serial-mask.ts';
import type { TrackingSettings } from './tracking-settings.ts';

/** What is looked at to say whether a stored on-hand row is valid. */
export interface StoredUnit {
  readonly serialNumber: string;
  /** In thousandths of the inventory unit. */
  readonly quantity: number;
  /** The serial stands in another row of the same item too. */
  readonly duplicate: boolean;
}

/**
 * Why a stored row is Invalid: sentences for the user, none where the row is in order.
 * Such rows can only come from an import, which stores what the source system says.
 * @param mask the item's serial mask; empty where it has none.
 */
export function invalidReasons(
  unit: StoredUnit,
  settings: Pick<TrackingSettings, 'serialNumber' | 'serialNumberControl'> | undefined,
  serialLength: number,
  mask: string,
): readonly string[] {
  const tracked = settings?.serialNumber.active ?? false;
  const reasons: string[] = [];
  if (tracked && unit.quantity % THOUSANDTHS !== 0)
    reasons.push('The quantity of a serial-tracked item is not whole.');
  if (isBlank(unit.serialNumber)) return reasons;
  if (!tracked) reasons.push('The item is not tracked by serial number.');
  if ([...unit.serialNumber].length > serialLength)
    reasons.push(`The serial number is longer than ${serialLength} characters.`);
  if (!fitsMask(mask, unit.serialNumber))
    reasons.push(`The serial number does not fit the item's serial mask ${mask}.`);
  if (tracked && (settings?.serialNumberControl ?? false) && unit.quantity > THOUSANDTHS)
    reasons.push('More than one unit carries this serial number, though Serial number control is on.');
  if (unit.duplicate) reasons.push('The same serial number stands in another row of this item.');
  return reasons;
}
