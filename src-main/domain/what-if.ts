import { getSetting, type SettingPath } from './tracking-fields.ts';
import type { StoppedOrder } from './stopped-orders.ts';
import type { TrackingSettings } from './tracking-settings.ts';
import { verdictOfAlike } from './verdict-totals.ts';
import type { BlankPolicy, LocationStage, RowVerdict } from './verdict.ts';
import type { AlikeUnits } from './what-if-stock.ts';

/** What a unit is before or after a change: its verdict, or that its item does not track serial numbers on stock. */
export type UnitState = RowVerdict;

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

/** What a policy says of blanks; undefined where the item is not serial-tracked. */
function blankPolicy({ settings, warehouseProcesses }: ItemPolicy): BlankPolicy | undefined {
  if (settings === undefined || !settings.serialNumber.active) return undefined;
  const { blankReceiptAllowed } = settings.serialNumber;
  return { capture: settings.captureSerialNumber, blankReceiptAllowed, warehouseProcesses };
}

/** What a blank unit of an item is at a stage. */
export function blankState(policy: ItemPolicy, stage: LocationStage): UnitState {
  return verdictOfAlike({ policy: blankPolicy(policy), stage, blank: true, mark: null });
}

/** Stock of an item that a change takes from one state to another, or leaves in its state. */
export interface StateChange {
  readonly from: UnitState;
  readonly to: UnitState;
}

/** What units that stand alike are before a change and after it. */
export function stateChange(
  { itemNumber, from, to, blank, mark, becomes }: AlikeUnits,
  before: (itemNumber: string) => ItemPolicy,
  after: (itemNumber: string) => ItemPolicy,
): StateChange {
  return {
    from: verdictOfAlike({ policy: blankPolicy(before(itemNumber)), stage: from, blank, mark }),
    to: verdictOfAlike({ policy: blankPolicy(after(itemNumber)), stage: to, blank, mark: becomes }),
  };
}

/** Adds up which stock goes from which state to which other one. */
export function countTransitions(
  units: readonly AlikeUnits[],
  before: (itemNumber: string) => ItemPolicy,
  after: (itemNumber: string) => ItemPolicy,
): readonly Transition[] {
  const found = new Map<
    string,
    { from: UnitState; to: UnitState; items: Set<string>; rows: number; quantity: number }
  >();
  for (const alike of units) {
    const { from, to } = stateChange(alike, before, after);
    if (from === to) continue;
    const key = `${from}>${to}`;
    const sum = found.get(key) ?? { from, to, items: new Set(), rows: 0, quantity: 0 };
    sum.items.add(alike.itemNumber);
    sum.rows += countedRows(alike, { from, to }, before, after);
    sum.quantity += alike.quantity;
    found.set(key, sum);
  }
  return [...found.values()]
    .map((sum) => ({ ...sum, items: sum.items.size }))
    .sort((one, other) => other.quantity - one.quantity);
}

/** A row of which open work holds a part counts once where that part changes like the rest of it, and twice otherwise. */
function countedRows(
  alike: AlikeUnits,
  { from, to }: StateChange,
  before: (itemNumber: string) => ItemPolicy,
  after: (itemNumber: string) => ItemPolicy,
): number {
  if (alike.mark !== 'Awaited' || alike.rows === alike.whole) return alike.rows;
  const rest = stateChange({ ...alike, mark: null, becomes: null }, before, after);
  return rest.from === from && rest.to === to ? alike.whole : alike.rows;
}
