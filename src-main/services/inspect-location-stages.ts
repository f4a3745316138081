import {
  locationPatternKey,
  locationPatternSchema,
  MAX_LOCATION_PATTERNS,
  patternName,
  type LocationPattern,
} from '../domain/location-stage.ts';
import { nameKey } from '../domain/name-key.ts';
import { locationStages } from '../domain/verdict.ts';
import type { CsvRecord } from '../files/csv-reader.ts';
import { columnName, readRow, type OpenedFile, type ReadCounts } from './inspection.ts';
import type { PlannedPatterns } from './planned.ts';

/**
 * Reads a list of location stages into the plan.
 * @param known the patterns by their key, stored or of a file before; those that this file does not name stay.
 */
export function inspectLocationStages(
  file: OpenedFile,
  known: ReadonlyMap<string, LocationPattern>,
  planned: PlannedPatterns,
): ReadCounts {
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0 };
  const seen = new Set<string>();
  const inspect = (record: CsvRecord): void => {
    counts.rows += 1;
    const refuse = (field: string, value: string, reason: string): void =>
      file.report({
        row: record.line,
        column: columnName(file.header, field),
        value,
        outcome: 'Refused',
        reason,
      });
    const row = readRow(file.header, record);
    if (typeof row === 'string') return refuse('', '', row);
    const [warehouse, pattern, asked] = [row('warehouse') ?? '', row('pattern') ?? '', row('stage') ?? ''];
    const stage = locationStages.find((one) => nameKey(one) === nameKey(asked));
    if (stage === undefined) return refuse('stage', asked, `Write ${locationStages.join(', ')}.`);
    const read = locationPatternSchema.safeParse({ warehouse, pattern, stage });
    if (!read.success) {
      for (const { path, message } of read.error.issues)
        refuse(path.join('.'), row(path.join('.')) ?? '', message);
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
  };
  for (const batch of file.batches) for (const record of batch) inspect(record);
  return counts;
}
