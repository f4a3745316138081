import { getSetting, type SettingPath } from './tracking-fields.ts';
import type { StoppedOrder } from './stopped-orders.ts';
import type { TrackingSettings } from './tracking-settings.ts';
import { blankVerdict, type LocationStage, type Verdict } from './verdict.ts';

/** What a unit is before or after a change: its verdict, or that its item does not track serial numbers on stock. */
export type UnitState = Verdict | 'Not tracked';

/** Settings that decide how stock is captured and judged. A change of any other needs no preview. */
const effective: readonly SettingPath[] = [
  'captureSerialNumber',
  'serialNumberControl',
  'serialNumber.active',
  'serialNumber.activeInSalesProcess',
  'serialNumber.primaryStocking',
  'serialNumber.blankReceiptAllowed',
  'serialNumber.blankIssueAllowed',
  'serialNumber.physicalInventory',
];

/** What governs an item's stock: its group's settings, if it has one, and whether its storage uses warehouse processes. */
export interface ItemPolicy {
  readonly settings: TrackingSettings | undefined;
  readonly warehouseProcesses: boolean;
}

/** An item's stock at a stage, or on the way from one to another, added up. Quantities in thousandths. */
export interface ItemStock {
  readonly itemNumber: string;
  /** The stage of its locations before the change. */
  readonly from: LocationStage;
  /** The same stage, unless the change gives the locations another one. */
  readonly to: LocationStage;
  readonly blankRows: number;
  readonly blankQuantity: number;
  readonly serialRows: number;
  readonly serialQuantity: number;
}

/** Stock that a change takes from one state to another. */
export interface Transition {
  readonly from: UnitState;
  readonly to: UnitState;
  readonly items: number;
  readonly rows: number;
  /** In thousandths. */
  readonly quantity: number;
}

/** A row of stock that would change its state, as an example. */
export interface WhatIfExample {
  readonly itemNumber: string;
  readonly productName: string;
  readonly warehouse: string;
  readonly location: string;
  readonly quantity: number;
  readonly from: UnitState;
  readonly to: UnitState;
}

/** What a change would do to the stock. Nothing has happened yet. */
export interface WhatIf {
  /** The change reaches stock that it governs differently; it must be confirmed. */
  readonly needsConfirmation: boolean;
  /** Names this state of the data: a confirmation holds only as long as it is the present one. */
  readonly revision: number;
  /** Id of the list of the items whose stock it reaches, for the filter of on-hand; null where it reaches none. */
  readonly list: string | null;
  /** Items, rows and quantity of all stock that the change reaches. */
  readonly items: number;
  readonly rows: number;
  readonly quantity: number;
  /** Stock that changes its state, the largest first. */
  readonly transitions: readonly Transition[];
  /** At most ten rows that change their state. */
  readonly examples: readonly WhatIfExample[];
  /** Order lines that the change would stop: picked or packed units would lack a serial that no later step asks for. */
  readonly stopped: readonly StoppedOrder[];
}

/** Whether two settings capture and judge stock in the same way. */
export function effectivelyEqual(
  one: TrackingSettings | undefined,
  other: TrackingSettings | undefined,
): boolean {
  if (one === undefined || other === undefined) return one === other;
  return effective.every((path) => getSetting(one, path) === getSetting(other, path));
}

/** What a blank unit of an item is at a stage. */
export function blankState({ settings, warehouseProcesses }: ItemPolicy, stage: LocationStage): UnitState {
  if (settings === undefined || !settings.serialNumber.active) return 'Not tracked';
  const { blankReceiptAllowed } = settings.serialNumber;
  return blankVerdict(
    { capture: settings.captureSerialNumber, blankReceiptAllowed, warehouseProcesses },
    { stage, openPick: false },
  );
}

/** What a unit with a serial number is: on an item that does not track them it is Invalid. */
export function serialState({ settings }: ItemPolicy): UnitState {
  return settings?.serialNumber.active ? 'Captured' : 'Invalid';
}

/** Adds up which stock goes from which state to which other one. */
export function countTransitions(
  stock: readonly ItemStock[],
  before: (itemNumber: string) => ItemPolicy,
  after: (itemNumber: string) => ItemPolicy,
): readonly Transition[] {
  const found = new Map<
    string,
    { from: UnitState; to: UnitState; items: Set<string>; rows: number; quantity: number }
  >();
  const add = (item: string, from: UnitState, to: UnitState, rows: number, quantity: number): void => {
    if (rows === 0 || from === to) return;
    const key = `${from}>${to}`;
    const sum = found.get(key) ?? { from, to, items: new Set(), rows: 0, quantity: 0 };
    sum.items.add(item);
    sum.rows += rows;
    sum.quantity += quantity;
    found.set(key, sum);
  };
  for (const { itemNumber, from, to, blankRows, blankQuantity, serialRows, serialQuantity } of stock) {
    const [old, next] = [before(itemNumber), after(itemNumber)];
    add(itemNumber, blankState(old, from), blankState(next, to), blankRows, blankQuantity);
    add(itemNumber, serialState(old), serialState(next), serialRows, serialQuantity);
  }
  return [...found.values()]
    .map((sum) => ({ ...sum, items: sum.items.size }))
    .sort((one, other) => other.quantity - one.quantity);
}
