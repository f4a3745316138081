import { cleanText } from '../../src-main/domain/blank.ts';
import { inInventoryUnit, type UnitsOfItem } from '../../src-main/domain/order-units.ts';
import { readQuantity } from '../../src-main/domain/quantity.ts';

/** A quantity as typed, in thousandths of the inventory unit, or what is wrong with it. */
export type TypedQuantity = { readonly quantity: number } | { readonly problem: string };

/** Reads a quantity that is typed in one of an item's units. @param unit empty for the inventory unit. */
export function typedQuantity(item: UnitsOfItem, text: string, unit: string): TypedQuantity {
  const read = readQuantity(cleanText(text));
  if ('problem' in read) return read;
  const converted = inInventoryUnit(item, unit, read.value);
  return 'problem' in converted ? { problem: converted.problem } : { quantity: converted.quantity };
}
