import type { CaptureStep } from './capture-path.ts';
import { captures } from './capture.ts';
import { addItems, nameItems, noItems, type NamedItems } from './named-items.ts';
import type { TrackingSettings } from './tracking-settings.ts';

/** What must be known of a group's items to see where its capture fails. */
export interface DeadEndFacts {
  /** Items whose storage dimension group does not use warehouse management processes. */
  readonly withoutWarehouseProcesses: NamedItems;
  /** Items that are kept in a catch weight unit too. */
  readonly catchWeight: NamedItems;
  /** All items, as long as no location has the stage Packing. */
  readonly withoutPackingLocation: NamedItems;
}

/** A step at which capture cannot work as it is set up. */
export interface DeadEnd {
  readonly step: CaptureStep;
  /** What fails, for which items, and what to do. */
  readonly sentence: string;
}

/** No item stands in the way. */
export const noDeadEndFacts: DeadEndFacts = {
  withoutWarehouseProcesses: noItems,
  catchWeight: noItems,
  withoutPackingLocation: noItems,
};

/** The facts of one item. That no location packs is said of its group, once. */
export function factsOfItem(
  itemNumber: string,
  {
    warehouseProcesses,
    catchWeight,
  }: { readonly warehouseProcesses: boolean; readonly catchWeight: boolean },
): DeadEndFacts {
  const named = (found: boolean): NamedItems => ({
    items: found ? 1 : 0,
    examples: found ? [itemNumber] : [],
  });
  return {
    ...noDeadEndFacts,
    withoutWarehouseProcesses: named(!warehouseProcesses),
    catchWeight: named(catchWeight),
  };
}

/** The dead ends of a group's settings with its items, warned about wherever either is saved (docs/decisions). */
export function deadEnds(settings: TrackingSettings | undefined, facts: DeadEndFacts): readonly DeadEnd[] {
  if (settings === undefined) return [];
  const { captureSerialNumber: capture, serialNumber } = settings;
  const salesProcess = serialNumber.activeInSalesProcess;
  if (!serialNumber.active && !salesProcess) return [];
  const late = capture !== 'None';
  const step = capture === 'Picking' ? 'Pick' : capture === 'Packing' ? 'Pack' : 'Ship';
  const found: DeadEnd[] = [];
  const { withoutWarehouseProcesses, catchWeight, withoutPackingLocation } = facts;
  if (late && withoutWarehouseProcesses.items > 0)
    found.push({
      step,
      sentence:
        `${step} will never ask for a serial number: ${nameItems(withoutWarehouseProcesses)} ` +
        `${withoutWarehouseProcesses.items === 1 ? 'does' : 'do'} not use warehouse management processes, so Capture serial number ${capture} is ignored. ` +
        'Choose None, or a storage dimension group that uses them.',
    });
  if ((late || salesProcess) && catchWeight.items > 0)
    found.push({
      step,
      sentence:
        `${step} cannot capture a serial number: ${nameItems(catchWeight)} ` +
        `${catchWeight.items === 1 ? 'is a catch weight item' : 'are catch weight items'}, and those work neither with Capture serial number Picking or Packing nor with Active in sales process. ` +
        'Choose a group that captures at receiving.',
    });
  if (capture === 'Packing' && withoutPackingLocation.items > 0)
    found.push({
      step,
      sentence:
        'Pack will never ask for a serial number: no location has the stage Packing. Set one under Location stages.',
    });
  return found;
}

/** The items that a storage dimension group has of one tracking dimension group. */
export interface StorageUser {
  /** Of the tracking dimension group, if it is known. */
  readonly settings: TrackingSettings | undefined;
  readonly items: NamedItems;
}

/** The dead ends of a storage dimension group that does not use warehouse management processes, one for each capture. */
export function storageDeadEnds(users: readonly StorageUser[]): readonly DeadEnd[] {
  const endsOf = (settings: TrackingSettings | undefined, items: NamedItems): readonly DeadEnd[] =>
    deadEnds(settings, { ...noDeadEndFacts, withoutWarehouseProcesses: items });
  return captures.flatMap((capture) => {
    const late = users.filter(
      ({ settings, items }) =>
        settings?.captureSerialNumber === capture && endsOf(settings, items).length > 0,
    );
    const items = late.reduce<NamedItems>((sum, user) => addItems(sum, user.items), noItems);
    return endsOf(late[0]?.settings, items);
  });
}
