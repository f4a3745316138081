import type { ItemUnit } from './item.ts';
import { nameKey } from './name-key.ts';
import { MAX_QUANTITY, THOUSANDTHS, writeQuantity } from './quantity.ts';

/** What the units of an item say. */
export interface UnitsOfItem {
  readonly itemNumber: string;
  readonly inventoryUnit: string;
  readonly units: readonly ItemUnit[];
  /** Each unit of it may need a serial number, on stock or on the sales line, so parts of a unit are none. */
  readonly wholeUnits: boolean;
}

/** A quantity as ordered, or what is wrong with its unit or with itself. */
export type ConvertedQuantity =
  | {
      /** In thousandths of the inventory unit. */
      readonly quantity: number;
      /** As the item spells it. */
      readonly unit: string;
    }
  | { readonly field: 'unit' | 'quantity'; readonly problem: string };

/**
 * Turns an ordered quantity into the inventory unit: one box of 6 is 6. A blank unit is the inventory unit.
 * @param quantity in thousandths of `unit`.
 */
export function inInventoryUnit(item: UnitsOfItem, unit: string, quantity: number): ConvertedQuantity {
  const { itemNumber, inventoryUnit, units, wholeUnits } = item;
  const wanted = nameKey(unit);
  const larger = units.find((one) => nameKey(one.unit) === wanted);
  if (larger === undefined && wanted !== '' && wanted !== nameKey(inventoryUnit)) {
    const known = [inventoryUnit, ...units.map((one) => one.unit)].filter((name) => name !== '').join(', ');
    return {
      field: 'unit',
      problem: `${itemNumber} has no unit ${unit}. ${known === '' ? 'Leave the unit blank, or add it to the item.' : `Its units are ${known}.`}`,
    };
  }
  const converted = (quantity * (larger?.quantity ?? THOUSANDTHS)) / THOUSANDTHS;
  if (converted > MAX_QUANTITY)
    return { field: 'quantity', problem: 'This quantity is larger than one billion inventory units.' };
  if (!Number.isInteger(converted) || (wholeUnits && converted % THOUSANDTHS !== 0))
    return {
      field: 'quantity',
      problem: `${itemNumber} is tracked by serial number, and ${writeQuantity(quantity)} ${larger?.unit ?? inventoryUnit} is not a whole number of units.`,
    };
  return { quantity: converted, unit: larger?.unit ?? inventoryUnit };
}
