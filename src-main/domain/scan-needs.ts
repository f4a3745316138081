/** Whole units at a place (a location, or a license plate on it), told apart by what is known of their serials. */
export interface UnitsAtPlace {
  readonly withSerial: number;
  readonly blank: number;
  /** Recorded as not readable. */
  readonly exceptions: number;
}

/** What is asked when a number of units is taken from a place. */
export interface ScanNeeds {
  /** Serials to enter at least; 0 where nothing is asked. */
  readonly needed: number;
  /** A serial that stands nowhere is captured onto a blank unit; otherwise it must stand at the place. */
  readonly capturesNew: boolean;
  /** Why serials are asked, or why nothing is, as a sentence for the user. */
  readonly sentence: string;
}

/** What is taken, and what the policy says at this step. */
export interface Taking {
  readonly units: number;
  readonly place: UnitsAtPlace;
  /** This step captures serial numbers. */
  readonly captures: boolean;
  /** A blank unit may pass this step as it is. */
  readonly blankMayPass: boolean;
}

/**
 * What is asked when units are taken from a place; the app never chooses a serial (docs/decisions).
 * The whole place: its serials go unasked, and where the step captures, its blanks are asked for.
 * A part of it: where the step captures each unit is scanned; elsewhere blanks go first, as far as they may, and then
 * the user says which serials.
 */
export function scanNeeds({ units, place, captures, blankMayPass }: Taking): ScanNeeds {
  const { withSerial, blank, exceptions } = place;
  if (units >= withSerial + blank + exceptions)
    return captures && blank > 0
      ? {
          needed: blank,
          capturesNew: true,
          sentence:
            withSerial > 0
              ? 'Everything here is taken: its serial numbers go along, its blank units are asked for.'
              : 'One serial number for each unit.',
        }
      : {
          needed: 0,
          capturesNew: false,
          sentence: 'Everything here is taken: nothing is asked.',
        };
  if (captures)
    return {
      needed: units,
      capturesNew: true,
      sentence:
        withSerial > 0
          ? 'Scan each unit: a serial number that stands here moves that unit, a new one is captured.'
          : 'One serial number for each unit.',
    };
  const passing = blankMayPass ? blank : 0;
  const needed = Math.max(0, units - passing);
  return {
    needed,
    capturesNew: false,
    sentence:
      needed === 0
        ? 'Blank units go first: nothing is asked.'
        : passing > 0
          ? `Blank units go first; say which serial numbers make up the other ${needed}.`
          : 'A part of what stands here is taken: say which serial numbers.',
  };
}
