import { z } from 'zod';
import {
  decidePattern,
  locationPatternKey,
  locationPatternsSchema,
  type LocationPattern,
} from '../domain/location-stage.ts';
import { proposePatterns, type ProposedPattern } from '../domain/proposed-pattern.ts';
import type { WhatIf } from '../domain/what-if.ts';
import { countNewer, lastEventOf } from '../store/history-queries.ts';
import {
  listLocationPatterns,
  packingGroupNames,
  saveLocationPatterns,
} from '../store/location-stage-queries.ts';
import { listPlaces } from '../store/places.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import { changedMeanwhile } from './required-version.ts';
import type { GovernedWrites } from './what-if.ts';

/** There is one list of location stages, so that it is one thing in the history. */
const KIND = 'location-stages';
const SUBJECT = 'location-stages';

/** All patterns, as they are stored. */
export interface LocationStages {
  readonly patterns: readonly LocationPattern[];
  /** Goes up with every change; a save must name the version it started from. */
  readonly version: number;
  /** Names of the groups that have items and capture at packing, which a location with the stage Packing is needed for. */
  readonly packingGroups: readonly string[];
}

/** What a save asks for: all patterns there shall be. */
export interface SaveLocationStages {
  readonly patterns: readonly LocationPattern[];
  readonly version: number;
}

/** Use cases of the page Location stages. */
export interface LocationStageService {
  list(): LocationStages;
  /** Patterns for the locations of which no stored pattern decides, made from their names. */
  proposals(): readonly ProposedPattern[];
  /** What these patterns would do to the stock. With a version it refuses what saving would refuse. */
  whatIf(input: {
    readonly patterns: readonly LocationPattern[];
    readonly version?: number | undefined;
  }): Promise<WhatIf>;
  /**
   * Makes these the patterns.
   * @param confirmed the revision of the confirmed preview, where the change reaches stock.
   * @throws DomainError `changed-meanwhile`, `needs-confirmation`.
   */
  save(
    input: SaveLocationStages,
    confirmed: number | undefined,
  ): Promise<LocationStages & { readonly changeId: number | null }>;
}

/** Makes the service. */
export function createLocationStageService(
  context: ServiceContext,
  governed: GovernedWrites,
): LocationStageService {
  const { store } = context;
  const list = (): LocationStages => ({
    patterns: listLocationPatterns(store),
    version: versionOf(store),
    packingGroups: packingGroupNames(store),
  });
  const checkVersion = (version: number): void => {
    if (version !== versionOf(store))
      throw changedMeanwhile(
        store,
        { kind: KIND, subject: SUBJECT, name: 'The list of location stages' },
        countNewer(store, KIND, SUBJECT, version),
      );
  };
  const keep = (
    patterns: readonly LocationPattern[],
  ): LocationStages & { readonly changeId: number | null } => {
    const change = beginChange(context, 'page');
    storeLocationStages(store, change, patterns);
    return { ...list(), changeId: change.changeId() };
  };
  return {
    list,
    proposals: () => proposePatterns(listPlaces(store), decidePattern(listLocationPatterns(store))),
    whatIf: ({ patterns, version }) =>
      governed.preview(() => {
        if (version !== undefined) checkVersion(version);
        keep(patterns);
      }),
    save: ({ patterns, version }, confirmed) =>
      governed.write(confirmed, () => {
        checkVersion(version);
        return keep(patterns);
      }),
  };
}

/** Every change of the patterns is in the history, so the last one there tells the versions apart. */
function versionOf(store: Store): number {
  return lastEventOf(store, KIND, SUBJECT) ?? 0;
}

/**
 * Stores the patterns inside a change. The places and sums follow once the change is made: `GovernedWrites` sees to it,
 * and whoever stores them otherwise calls `settleStages`.
 */
export function storeLocationStages(
  store: Store,
  change: RecordedChange,
  asked: readonly LocationPattern[],
): void {
  const before = listLocationPatterns(store);
  const after = locationPatternsSchema.parse(asked);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  saveLocationPatterns(store, after);
  change.record({
    kind: KIND,
    subject: SUBJECT,
    name: 'Location stages',
    before: { patterns: before },
    after: { patterns: after },
  });
}

/** Adds patterns to those that are stored, inside a change; of two for the same locations the added one stays. */
export function addLocationStages(
  store: Store,
  change: RecordedChange,
  added: readonly LocationPattern[],
): void {
  if (added.length === 0) return;
  const all = [...listLocationPatterns(store), ...added];
  const merged = new Map(all.map((pattern) => [locationPatternKey(pattern), pattern]));
  storeLocationStages(store, change, [...merged.values()]);
}

const versionSchema = z.object({ patterns: locationPatternsSchema });

/** Puts the patterns back to what they were at a version. */
export function applyLocationStagesVersion(
  store: Store,
  change: RecordedChange,
  _subject: string,
  value: unknown,
): void {
  storeLocationStages(store, change, value === null ? [] : versionSchema.parse(value).patterns);
}
