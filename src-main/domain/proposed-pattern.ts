import { nameKey } from './name-key.ts';
import type { DecidePattern } from './location-stage.ts';
import type { LocationStage } from './verdict.ts';

/** A location that holds stock, or has held it. */
export interface Place {
  readonly warehouse: string;
  readonly location: string;
}

/** A pattern that would fit locations of which no pattern decides yet. Never used before the user has taken it over. */
export interface ProposedPattern {
  readonly pattern: string;
  /** What the name suggests. */
  readonly stage: LocationStage;
  /** How many locations it would fit, over all warehouses. */
  readonly locations: number;
  /** The warehouses of these locations. */
  readonly warehouses: readonly string[];
  /** The first ones by name. */
  readonly examples: readonly string[];
}

/** Locations named as examples of a proposal. */
const EXAMPLES = 3;

/** Most proposals that are made. */
const MOST_PROPOSALS = 100;

/** Words in the names of locations, and the stage that they suggest. The first one found counts. */
const hints: readonly (readonly [word: RegExp, stage: LocationStage])[] = [
  [/PACK/, 'Packing'],
  [/BAYDOOR|DOCK|DOOR|LOAD|TRAILER|TRUCK|SHIP/, 'Loaded'],
  [/STAGE|STAGING|^STG|OUTBOUND/, 'Staged after pick'],
];

/** The stage that the name of a location or pattern suggests. */
export function guessStage(name: string): LocationStage {
  const key = nameKey(name);
  // What is staged on the way in is storage.
  if (/INBOUND|RECV|RECEI|RETURN|UNLOAD/.test(key)) return 'Storage';
  return hints.find(([word]) => word.test(key))?.[1] ?? 'Storage';
}

/**
 * Proposes patterns for the places that no pattern decides about: names that differ in their numbers only go under one
 * pattern, as `PACK-01` and `PACK-02` under `PACK-*`. Those that suggest another stage than Storage come first.
 */
export function proposePatterns(places: readonly Place[], decide: DecidePattern): readonly ProposedPattern[] {
  const found = new Map<
    string,
    { pattern: string; locations: Set<string>; warehouses: Set<string>; names: string[] }
  >();
  for (const { warehouse, location } of places) {
    if (location === '' || location.includes('*') || decide(warehouse, location) !== undefined) continue;
    const pattern = patternOf(location);
    const key = nameKey(pattern);
    const group = found.get(key) ?? { pattern, locations: new Set(), warehouses: new Set(), names: [] };
    group.locations.add(`${warehouse}\u0000${location}`);
    group.warehouses.add(warehouse);
    if (!group.names.includes(location) && group.names.length < EXAMPLES) group.names.push(location);
    found.set(key, group);
  }
  return [...found.values()]
    .map(({ pattern, locations, warehouses, names }) => ({
      // A single name without a number needs no star.
      pattern: names.length === 1 && !/\d/.test(names[0] ?? '') ? (names[0] ?? pattern) : pattern,
      stage: guessStage(pattern),
      locations: locations.size,
      warehouses: [...warehouses].sort(),
      examples: names,
    }))
    .sort(
      (one, other) =>
        Number(one.stage === 'Storage') - Number(other.stage === 'Storage') ||
        other.locations - one.locations ||
        (one.pattern < other.pattern ? -1 : 1),
    )
    .slice(0, MOST_PROPOSALS);
}

/** The literal beginning of a name before its first number, with a star: `FL-001` and `FL-12-B` give `FL-*`. */
function patternOf(location: string): string {
  const digit = location.search(/\d/);
  if (digit > 0) return `${location.slice(0, digit)}*`;
  const dash = location.lastIndexOf('-');
  return dash > 0 ? `${location.slice(0, dash + 1)}*` : location;
}
