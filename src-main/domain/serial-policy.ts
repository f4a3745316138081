import type { Capture } from './capture.ts';
import type { TrackingSettings } from './tracking-settings.ts';

/** What an item's groups say about its serial numbers, as every step in the warehouse looks at it. */
export interface SerialPolicy {
  /** Serial number is Active: on-hand carries it or is blank. */
  readonly tracked: boolean;
  /** Active in sales process: only the sales document carries it. */
  readonly salesProcess: boolean;
  /** The group's setting; None where the item uses no warehouse management processes, which ignores it. */
  readonly capture: Capture;
  /** The item's storage dimension group uses warehouse management processes. */
  readonly warehouseProcesses: boolean;
  readonly blankReceiptAllowed: boolean;
  readonly blankIssueAllowed: boolean;
  /** Serial number control: one unit for each serial number. */
  readonly control: boolean;
}

/** The policy of an item without a group: nothing is tracked. */
export const untracked: SerialPolicy = {
  tracked: false,
  salesProcess: false,
  capture: 'None',
  warehouseProcesses: true,
  blankReceiptAllowed: true,
  blankIssueAllowed: true,
  control: false,
};

/** The policy that a group's settings make for an item. Capture works with warehouse management processes only (docs/decisions). */
export function serialPolicy(
  settings: TrackingSettings | undefined,
  warehouseProcesses: boolean,
): SerialPolicy {
  if (settings === undefined) return { ...untracked, warehouseProcesses };
  const { active, activeInSalesProcess, blankReceiptAllowed, blankIssueAllowed } = settings.serialNumber;
  return {
    tracked: active,
    salesProcess: activeInSalesProcess,
    capture: (active || activeInSalesProcess) && warehouseProcesses ? settings.captureSerialNumber : 'None',
    warehouseProcesses,
    blankReceiptAllowed,
    blankIssueAllowed,
    control: active && settings.serialNumberControl,
  };
}

/** What receiving does about a unit's serial number. */
export type InboundSerials =
  /** Each unit needs one, or is recorded as not readable where blank receipt is allowed. */
  | 'required'
  /** The tracking number group makes them. */
  | 'generated'
  /** The unit stays blank; giving one is refused. */
  | 'left-blank'
  /** May be given, is not asked. */
  | 'optional'
  /** The item has none on stock. */
  | 'untracked';

/**
 * What receiving does about serial numbers (Microsoft, Serial number capturing): under None they are asked even where
 * blank receipt is allowed, unless the number group generates them; under Picking and Packing every inbound process
 * leaves them blank.
 * @param generates the item's tracking number group generates for this document.
 */
export function inboundSerials(policy: SerialPolicy, generates: boolean): InboundSerials {
  if (!policy.tracked) return 'untracked';
  if (policy.capture !== 'None') return 'left-blank';
  if (generates) return 'generated';
  return policy.warehouseProcesses || !policy.blankReceiptAllowed ? 'required' : 'optional';
}

/** The steps out of the warehouse at which serial numbers can be captured. */
export type OutboundStep = 'Pick' | 'Pack';

/** Whether a step captures serial numbers onto blank units. */
export function capturesAt(policy: SerialPolicy, step: OutboundStep): boolean {
  return policy.tracked && policy.capture === (step === 'Pick' ? 'Picking' : 'Packing');
}

/**
 * Whether a blank unit may pass a step that does not capture: before its capture under Picking and Packing, and where
 * blank issue is allowed.
 */
export function blankMayPass(policy: SerialPolicy, step: OutboundStep): boolean {
  return !policy.tracked || (policy.capture === 'Packing' && step === 'Pick') || policy.blankIssueAllowed;
}

/** Whether a unit whose label cannot be read may be received: where blank receipt is allowed. */
export function blankReceipt(policy: SerialPolicy): boolean {
  return !policy.tracked || policy.blankReceiptAllowed;
}
