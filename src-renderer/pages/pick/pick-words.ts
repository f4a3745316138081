import { formatCount, formatQuantity } from '../../app/format.ts';
import type { PickedLine, PickNeeds, PickWork } from '../../../src-main/domain/pick.ts';

/** A quantity with its unit, e.g. `2 ea`. @param thousandths of the inventory unit. */
export function withUnit(thousandths: number, inventoryUnit: string): string {
  return inventoryUnit === ''
    ? formatQuantity(thousandths)
    : `${formatQuantity(thousandths)} ${inventoryUnit}`;
}

/** A place, e.g. `BULK-03, license plate LP-7`. */
export function placeWords({ location, licensePlate }: Pick<PickWork, 'location' | 'licensePlate'>): string {
  const where = location === '' ? 'no location' : location;
  return licensePlate === '' ? where : `${where}, license plate ${licensePlate}`;
}

/** What stands at the place, told apart by what is known of the serials. */
export function standingWords({ place, standing, tracked }: PickNeeds, inventoryUnit: string): string {
  const all = withUnit(standing, inventoryUnit);
  if (!tracked) return `${all} here.`;
  const parts = [
    [place.withSerial, 'with a serial number'],
    [place.blank, 'blank'],
    [place.exceptions, 'not readable'],
  ] as const;
  const words = parts.flatMap(([units, what]) => (units === 0 ? [] : [`${formatCount(units)} ${what}`]));
  return words.length === 0 ? `${all} here.` : `${all} here: ${words.join(', ')}.`;
}

/** What is known of the serials of picked units. */
export function pickedWords({ withSerial, blank, exceptions, registered }: PickedLine): string {
  const units = (thousandths: number, what: string): readonly string[] =>
    thousandths === 0 ? [] : [`${formatQuantity(thousandths)} ${what}`];
  return [
    ...units(withSerial, 'with a serial number'),
    ...(withSerial + exceptions > 0 ? units(blank, 'blank') : []),
    ...units(exceptions, 'not readable'),
    ...(registered > 0 ? [`${formatCount(registered)} registered on the sales line`] : []),
  ].join(', ');
}
