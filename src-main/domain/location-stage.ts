import { z } from 'zod';
import { cleanText } from './blank.ts';
import { nameKey } from './name-key.ts';
import { MAX_DIMENSION_LENGTH } from './on-hand.ts';
import { locationStages, type LocationStage } from './verdict.ts';

/** Most patterns there can be: every place is held against all of them. */
export const MAX_LOCATION_PATTERNS = 200;

const dimension = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(MAX_DIMENSION_LENGTH, `This is longer than ${MAX_DIMENSION_LENGTH} characters.`));

/** The stage of the locations that a pattern fits. `*` in it stands for any characters, or none; case does not count. */
export const locationPatternSchema = z.strictObject({
  /** Empty for any warehouse. */
  warehouse: dimension,
  pattern: dimension
    // Two stars in a row say no more than one.
    .transform((text) => text.replace(/\*+/g, '*'))
    .pipe(z.string().min(1, 'Write a location, or a pattern such as PACK-*.')),
  stage: z.enum(locationStages),
});

/** See `locationPatternSchema`. */
export type LocationPattern = Readonly<z.infer<typeof locationPatternSchema>>;

/** All patterns, in the order in which they are listed. No two are for the same locations. */
export const locationPatternsSchema = z
  .array(locationPatternSchema)
  .max(MAX_LOCATION_PATTERNS, `There can be at most ${MAX_LOCATION_PATTERNS} patterns.`)
  .superRefine((patterns, context) => {
    const seen = new Set<string>();
    for (const [index, pattern] of patterns.entries()) {
      const key = locationPatternKey(pattern);
      if (seen.has(key))
        context.addIssue({
          code: 'custom',
          path: [index, 'pattern'],
          message: `${patternName(pattern)} stands here twice.`,
        });
      seen.add(key);
    }
  })
  .transform((patterns) => patterns.toSorted(compareLocationPatterns));

/** Two patterns of the same key are for the same locations. */
export function locationPatternKey({ warehouse, pattern }: Omit<LocationPattern, 'stage'>): string {
  return `${nameKey(warehouse)}\u0000${nameKey(pattern)}`;
}

/** A pattern in words: `PACK-*`, or `PACK-* in warehouse 24`. */
export function patternName({ warehouse, pattern }: Omit<LocationPattern, 'stage'>): string {
  return warehouse === '' ? pattern : `${pattern} in warehouse ${warehouse}`;
}

/** The order in which patterns are listed: by warehouse, those for any warehouse first, then by pattern. */
export function compareLocationPatterns(one: LocationPattern, other: LocationPattern): number {
  return locationPatternKey(one) < locationPatternKey(other) ? -1 : 1;
}

/** Says which of some patterns decides about a location; undefined where none fits and it is Storage. */
export type DecidePattern = (warehouse: string, location: string) => LocationPattern | undefined;

/**
 * Makes the decision of some patterns: a named warehouse goes before any, then the longest literal part, then the most
 * literal characters, then the fewest stars.
 */
export function decidePattern(patterns: readonly LocationPattern[]): DecidePattern {
  const judges = patterns.map(judge).sort(inPrecedence);
  const byWarehouse = new Map<string, readonly Judge[]>();
  return (warehouse, location) => {
    const warehouseKey = nameKey(warehouse);
    let fitting = byWarehouse.get(warehouseKey);
    if (fitting === undefined) {
      fitting = judges.filter((one) => one.warehouseKey === '' || one.warehouseKey === warehouseKey);
      byWarehouse.set(warehouseKey, fitting);
    }
    if (fitting.length === 0) return undefined;
    const key = nameKey(location);
    return fitting.find(({ parts }) => fits(parts, key))?.pattern;
  };
}

/** The stage of a location under some patterns. See `decidePattern`. */
export function stageUnder(
  patterns: readonly LocationPattern[],
): (warehouse: string, location: string) => LocationStage {
  const decide = decidePattern(patterns);
  return (warehouse, location) => decide(warehouse, location)?.stage ?? 'Storage';
}

interface Judge {
  readonly pattern: LocationPattern;
  readonly warehouseKey: string;
  /** What stands between the stars, by `nameKey`; a single part where there is no star. */
  readonly parts: readonly string[];
}

function judge(pattern: LocationPattern): Judge {
  return { pattern, warehouseKey: nameKey(pattern.warehouse), parts: nameKey(pattern.pattern).split('*') };
}

function inPrecedence(one: Judge, other: Judge): number {
  const longest = ({ parts }: Judge): number => Math.max(...parts.map((part) => part.length));
  const literal = ({ parts }: Judge): number => parts.join('').length;
  return (
    Number(one.warehouseKey === '') - Number(other.warehouseKey === '') ||
    longest(other) - longest(one) ||
    literal(other) - literal(one) ||
    one.parts.length - other.parts.length ||
    compareLocationPatterns(one.pattern, other.pattern)
  );
}

/** Whether a text is the parts in their order, with anything between them. */
function fits(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
