import {
  locationPatternKey,
  locationPatternSchema,
  MAX_LOCATION_PATTERNS,
  patternName,
  type LocationPattern,
} from '../domain/location-stage.ts';
import type { ImportProblem } from '../domain/import-preview.ts';
import type { ReadCounts } from './inspection.ts';
import type { PlannedPatterns } from './planned.ts';

/**
 * Reads the location stages of the app's own configuration file into the plan.
 * @param known the patterns by their key, stored or of a file before; those that this file does not name stay.
 * @param before rows of the file that come before these.
 */
export function inspectLocationStages(
  patterns: readonly unknown[],
  known: ReadonlyMap<string, LocationPattern>,
  planned: PlannedPatterns,
  before: number,
  report: (problem: ImportProblem) => void,
): ReadCounts {
  const counts = { rows: patterns.length, new: 0, changed: 0, unchanged: 0 };
  const seen = new Set<string>();
  patterns.forEach((pattern, index) => {
    const refuse = (field: string, value: string, reason: string): void => {
      const column = ['locationStages', index, field].filter((part) => part !== '').join('.');
      report({ row: before + index + 1, column, value, outcome: 'Refused', reason });
    };
    const read = locationPatternSchema.safeParse(pattern);
    if (!read.success) {
      for (const { path, message } of read.error.issues) refuse(path.join('.'), '', message);
      return;
    }
    const key = locationPatternKey(read.data);
    const now = known.get(key);
    if (seen.has(key)) refuse('pattern', read.data.pattern, `${patternName(read.data)} stands here twice.`);
    else if (now === undefined && known.size + counts.new >= MAX_LOCATION_PATTERNS)
      refuse('pattern', read.data.pattern, `There can be at most ${MAX_LOCATION_PATTERNS} patterns.`);
    else {
      seen.add(key);
      const same = JSON.stringify(now) === JSON.stringify(read.data);
      const outcome = now === undefined ? 'new' : same ? 'unchanged' : 'changed';
      counts[outcome] += 1;
      if (outcome !== 'unchanged') planned.set(key, read.data);
    }
  });
  return counts;
}
