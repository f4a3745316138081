import { locationStageColumns, storageGroupColumns, itemColumns } from '../domain/dynamics-columns.ts';
import type { FileColumn } from '../domain/file-column.ts';
import type { ImportKind, ImportProblem } from '../domain/import-preview.ts';
import type { JobControl } from '../domain/job.ts';
import { numberGroupColumns } from '../domain/number-group-columns.ts';
import { writeQuantity } from '../domain/quantity.ts';
import { readConfigurationJson, type ReadConfiguration } from '../files/configuration-file.ts';
import type { CsvRecord } from '../files/csv-reader.ts';
import type { ImportPlan } from './import-plan.ts';
import { inspectConfiguration } from './inspect-groups.ts';
import { inspectItems } from './inspect-items.ts';
import { inspectLocationStages } from './inspect-location-stages.ts';
import { inspectNumberGroups } from './inspect-number-groups.ts';
import { inspectStorageGroups } from './inspect-storage-groups.ts';
import type { OpenedFile, ReadCounts } from './inspection.ts';

/** A configuration file of the app's own format. */
export interface ConfigurationText {
  readonly index: number;
  readonly text: string;
  readonly report: (problem: ImportProblem) => void;
  readonly control: JobControl;
}

/**
 * Reads a configuration file into the plan, section by section, each as the list it is: a problem is told by its path.
 * @throws DomainError `unreadable-file`; the plan has nothing of the file then.
 */
export function inspectConfigurationText(file: ConfigurationText, plan: ImportPlan): ReadCounts {
  const read = readConfigurationJson(file.text);
  let before = 0;
  const listed = (
    section: keyof ReadConfiguration,
    kind: Exclude<ImportKind, 'configuration'>,
    columns: readonly FileColumn[],
  ): OpenedFile => {
    const opened = sectionAsList(file, section, kind, columns, read[section], before);
    before += read[section].length;
    return opened;
  };
  const counts: ReadCounts[] = [];
  counts.push(inspectConfiguration(read.trackingDimensionGroups, plan, plan.groups, file.report));
  before += read.trackingDimensionGroups.length;
  counts.push(
    inspectNumberGroups(
      listed('trackingNumberGroups', 'tracking-number-groups', numberGroupColumns),
      plan,
      plan.numberGroups,
    ),
    inspectStorageGroups(
      listed('storageDimensionGroups', 'storage-dimension-groups', storageGroupColumns),
      plan,
      plan.storageGroups,
    ),
    inspectItems(listed('releasedProducts', 'items', itemColumns), plan, plan.items),
    inspectLocationStages(
      listed('locationStages', 'location-stages', locationStageColumns),
      // Of two files the later one counts.
      new Map([...plan.storedPatterns, ...plan.locationPatterns]),
      plan.locationPatterns,
    ),
  );
  return counts.reduce((one, other) => ({
    rows: one.rows + other.rows,
    new: one.new + other.new,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
  }));
}

/** A section of a configuration file as the inspectors read lists; its columns are the paths of its fields. */
function sectionAsList(
  { index, report, control }: ConfigurationText,
  section: keyof ReadConfiguration,
  kind: Exclude<ImportKind, 'configuration'>,
  columns: readonly FileColumn[],
  rows: readonly unknown[],
  before: number,
): OpenedFile {
  const known = new Set(columns.map(({ field }) => field));
  const records = rows.map((row, position): CsvRecord => {
    const line = before + position + 1;
    const fields = flat(row);
    if (fields === undefined)
      return { line, fields: [], problem: 'This is not one of the entries that belong here.' };
    const foreign = [...fields.keys()].find((field) => !known.has(field));
    if (foreign !== undefined)
      return { line, fields: [], problem: `This app does not know the field ${foreign}.` };
    return { line, fields: columns.map(({ field }) => fields.get(field) ?? '') };
  });
  const named =
    records.length === 0 ? new Set<string>() : new Set(rows.flatMap((row) => [...(flat(row)?.keys() ?? [])]));
  return {
    index,
    control,
    header: {
      kind,
      columns: columns.flatMap((column, position) =>
        named.has(column.field) ? [{ name: column.field, index: position, column }] : [],
      ),
      legalEntity: -1,
      ignored: [],
      width: columns.length,
    },
    batches: [records],
    report: (problem) =>
      report({
        ...problem,
        column: [section, problem.row - before - 1, problem.column].filter((part) => part !== '').join('.'),
      }),
  };
}

/** The fields of an entry by their paths, as a list would write them; undefined where it is not an object of such. */
function flat(row: unknown, prefix = ''): ReadonlyMap<string, string> | undefined {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return undefined;
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(row)) {
    const path = `${prefix}${key}`;
    if (typeof value === 'string') fields.set(path, value);
    else if (typeof value === 'boolean') fields.set(path, value ? 'Yes' : 'No');
    else if (typeof value === 'number')
      fields.set(path, path === 'perQuantity' ? writeQuantity(value) : String(value));
    else if (value !== null) {
      const inner = prefix === '' ? flat(value, `${path}.`) : undefined;
      if (inner === undefined) return undefined;
      for (const [name, text] of inner) fields.set(name, text);
    }
  }
  return fields;
}
