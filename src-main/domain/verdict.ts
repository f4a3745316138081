import type { Capture } from './capture.ts';

/** Where a location stands on the way out. A location that no pattern fits is Storage. */
export const locationStages = ['Storage', 'Staged after pick', 'Packing', 'Loaded'] as const;

/** See `locationStages`. */
export type LocationStage = (typeof locationStages)[number];

/** What a unit of a serial-tracked item's on-hand is; the worst comes first. */
export const verdicts = ['Invalid', 'Exception', 'Overdue', 'Due', 'Expected', 'Captured'] as const;

/** See `verdicts`. */
export type Verdict = (typeof verdicts)[number];

/** What the filter calls stock that has no verdict, because its item is not serial-tracked. */
export const NOT_TRACKED = 'Not tracked';

/** What a filter by verdict may ask for. */
export const rowVerdictNames = [...verdicts, NOT_TRACKED] as const;

/** See `rowVerdictNames`. */
export type RowVerdict = (typeof rowVerdictNames)[number];

/** Verdicts that somebody must do something about. */
export const gapVerdicts = ['Invalid', 'Exception', 'Overdue', 'Due'] as const satisfies readonly Verdict[];

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

/** For whom a unit is held; zero where it is not. */
export interface UnitHolding {
  readonly inTransit: 0 | 1;
  readonly containerId: number;
  readonly orderLineId: number;
}

/** The stage of a unit: a pick or pack done here outranks its location, and what is in transit has been loaded. */
export function stageOfUnit(
  { inTransit, containerId, orderLineId }: UnitHolding,
  place: LocationStage,
): LocationStage {
  if (inTransit === 1) return 'Loaded';
  if (containerId !== 0) return 'Packing';
  return orderLineId !== 0 ? 'Staged after pick' : place;
}

/** What decides about the units of one row of on-hand. Quantities in thousandths. */
export interface VerdictFacts {
  /** Of the item; undefined where it is not serial-tracked. */
  readonly policy: BlankPolicy | undefined;
  readonly invalid: boolean;
  readonly exception: boolean;
  readonly blank: boolean;
  /** See `stageOfUnit`. */
  readonly stage: LocationStage;
  readonly quantity: number;
  /** How much of it open pick work holds. */
  readonly awaited: number;
}

/** A part of a row, in thousandths, that has one verdict. */
export interface VerdictPart {
  readonly verdict: Verdict;
  readonly quantity: number;
}

/** The verdicts of a row's units, the worst first; none where the item is not serial-tracked. */
export function rowVerdicts(facts: VerdictFacts): readonly VerdictPart[] {
  const { policy, quantity, stage } = facts;
  if (facts.invalid) return [{ verdict: 'Invalid', quantity }];
  if (policy === undefined) return [];
  if (facts.exception) return [{ verdict: 'Exception', quantity }];
  if (!facts.blank) return [{ verdict: 'Captured', quantity }];
  const rest = blankVerdict(policy, { stage, openPick: false });
  const held = blankVerdict(policy, { stage, openPick: true });
  const awaited = Math.min(facts.awaited, quantity);
  if (held === rest || awaited === 0) return [{ verdict: rest, quantity }];
  const parts = [
    { verdict: held, quantity: awaited },
    { verdict: rest, quantity: quantity - awaited },
  ];
  return parts.filter((part) => part.quantity > 0);
}
