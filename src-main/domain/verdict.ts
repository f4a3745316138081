import type { Capture } from './capture.ts';

/** Where a location stands on the way out. A location that no pattern fits is Storage. */
export const locationStages = ['Storage', 'Staged after pick', 'Packing', 'Loaded'] as const;

/** See `locationStages`. */
export type LocationStage = (typeof locationStages)[number];

/** What a unit of a serial-tracked item's on-hand is; the worst comes first. */
export const verdicts = ['Invalid', 'Exception', 'Overdue', 'Due', 'Expected', 'Captured'] as const;

/** See `verdicts`. */
export type Verdict = (typeof verdicts)[number];

/** The part of an item's policy that says what a blank means. */
export interface BlankPolicy {
  readonly capture: Capture;
  readonly blankReceiptAllowed: boolean;
  /** The item's storage dimension group uses warehouse management processes; without them Capture is ignored. */
  readonly warehouseProcesses: boolean;
}

/** Where a blank unit stands. */
export interface BlankPlace {
  readonly stage: LocationStage;
  /** Open pick work holds the unit. */
  readonly openPick: boolean;
}

/** A unit in storage that no open work holds. */
export const IN_STORAGE: BlankPlace = { stage: 'Storage', openPick: false };

type BlankVerdict = 'Overdue' | 'Due' | 'Expected';

const atStage: Readonly<Record<LocationStage, Readonly<Record<Capture, BlankVerdict>>>> = {
  Storage: { None: 'Overdue', Picking: 'Expected', Packing: 'Expected' },
  'Staged after pick': { None: 'Overdue', Picking: 'Overdue', Packing: 'Expected' },
  Packing: { None: 'Overdue', Picking: 'Overdue', Packing: 'Due' },
  Loaded: { None: 'Overdue', Picking: 'Overdue', Packing: 'Overdue' },
};

/** What a blank serial number of a serial-tracked item means (Microsoft, Serial number capturing; docs/decisions). */
export function blankVerdict(policy: BlankPolicy, { stage, openPick }: BlankPlace): BlankVerdict {
  if (!policy.warehouseProcesses) return policy.blankReceiptAllowed ? 'Expected' : 'Overdue';
  if (stage === 'Storage' && policy.capture === 'Picking' && openPick) return 'Due';
  return atStage[stage][policy.capture];
}
