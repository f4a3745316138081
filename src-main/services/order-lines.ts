import { nameKey } from '../domain/name-key.ts';
import type { OrderedLine } from '../domain/order-change.ts';
import { inInventoryUnit, type UnitsOfItem } from '../domain/order-units.ts';
import type { OrderLineInput } from '../domain/order.ts';
import { serialPolicy } from '../domain/serial-policy.ts';
import type { StoredLine } from '../store/order-changes.ts';
import { itemByNumber } from '../store/item-queries.ts';
import { storedItemPolicy } from '../store/policy-queries.ts';
import type { Store } from '../store/store.ts';

/** What is wrong with a line, and by which field of it. */
export interface LineProblem {
  readonly field: keyof OrderLineInput;
  readonly reason: string;
}

/** Finds the units of an item by its number, in any case. */
export type FindUnits = (itemNumber: string) => UnitsOfItem | undefined;

/** The units of the stored items. It remembers them, so it lives no longer than a transaction. */
export function storedUnits(store: Store): FindUnits {
  const known = new Map<string, UnitsOfItem | undefined>();
  return (itemNumber) => {
    const key = nameKey(itemNumber);
    if (!known.has(key)) known.set(key, readUnits(store, key));
    return known.get(key);
  };
}

function readUnits(store: Store, itemKey: string): UnitsOfItem | undefined {
  const policy = storedItemPolicy(store, itemKey);
  if (policy === undefined) return undefined;
  const { itemNumber, inventoryUnit, settings, warehouseProcesses } = policy;
  const { tracked, salesProcess } = serialPolicy(settings, warehouseProcesses);
  const units = itemByNumber(store, itemNumber)?.units ?? [];
  return { itemNumber, inventoryUnit, units, wholeUnits: tracked || salesProcess };
}

/** The line as it is stored: its item and unit as they are spelled, its quantity in the inventory unit. */
export function resolveLine(
  find: FindUnits,
  line: Omit<OrderLineInput, 'id'>,
): { readonly line: StoredLine } | LineProblem {
  const item = find(line.itemNumber);
  if (item === undefined) return { field: 'itemNumber', reason: `There is no item ${line.itemNumber}.` };
  const converted = inInventoryUnit(item, line.unit, line.quantity);
  if ('problem' in converted) return { field: converted.field, reason: converted.problem };
  const { site, warehouse, toSite, toWarehouse, returnsLine } = line;
  return {
    line: {
      itemNumber: item.itemNumber,
      quantity: converted.quantity,
      unit: converted.unit,
      unitQuantity: line.quantity,
      site,
      warehouse,
      toSite,
      toWarehouse,
      returnsLine,
    },
  };
}

/** Whether two lines say the same. */
export function sameLine(one: StoredLine, other: StoredLine): boolean {
  const fields: readonly (keyof StoredLine)[] = [
    'itemNumber',
    'quantity',
    'unit',
    'unitQuantity',
    'returnsLine',
    ...(['site', 'warehouse', 'toSite', 'toWarehouse'] as const satisfies readonly (keyof OrderedLine)[]),
  ];
  return fields.every((field) => one[field] === other[field]);
}
