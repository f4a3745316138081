import { applyTrackingRules } from '../domain/apply-tracking-rules.ts';
import { readCapture } from '../domain/capture.ts';
import { deadEnds } from '../domain/dead-ends.ts';
import { groupColumns } from '../domain/dynamics-columns.ts';
import type { ImportProblem } from '../domain/import-preview.ts';
import { nameKey } from '../domain/name-key.ts';
import { unfitNumberingSentence } from '../domain/number-generation.ts';
import {
  groupDescriptionSchema,
  groupInputSchema,
  groupNameSchema,
  type GroupInput,
  type TrackingDimensionGroup,
} from '../domain/tracking-dimension-group.ts';
import { getSetting, settingLabel, withSetting, type SettingValue } from '../domain/tracking-fields.ts';
import { defaultTrackingSettings, type TrackingSettings } from '../domain/tracking-settings.ts';
import { usageRefusals } from '../domain/tracking-usage.ts';
import type { StockHolds } from './import-plan.ts';
import type { PlannedGroups } from './planned.ts';
import {
  columnName,
  readRow,
  readYesNo,
  type OpenedFile,
  type ReadCounts,
  type RowReader,
} from './inspection.ts';

/** The stored groups, and what their stock forbids. */
export interface KnownGroups {
  readonly storedGroups: ReadonlyMap<string, TrackingDimensionGroup>;
  readonly holds: Pick<StockHolds, 'movedGroups' | 'deadEndFacts' | 'unfitNumbering'>;
}

/** Reads a file of tracking dimension groups in Dynamics' columns into the plan. */
export function inspectGroups(file: OpenedFile, plan: KnownGroups, planned: PlannedGroups): ReadCounts {
  const planner = createGroupPlanner(plan, planned, file.report);
  for (const batch of file.batches)
    for (const record of batch) {
      const { line: row } = record;
      const read = readRow(file.header, record);
      if (typeof read === 'string') {
        planner.refuse({ row, column: '', value: '', reason: read });
        continue;
      }
      const name = read('name') ?? '';
      const known = plan.storedGroups.get(nameKey(name));
      const settings = readSettings(file, row, read, known?.settings ?? defaultTrackingSettings);
      planner.plan(
        { name, description: read('description') ?? known?.description ?? '', settings },
        row,
        (field) => columnName(file.header, field),
      );
    }
  return planner.counts();
}

/** Reads the groups of the app's own configuration file into the plan. */
export function inspectConfiguration(
  groups: readonly unknown[],
  plan: KnownGroups,
  planned: PlannedGroups,
  report: (problem: ImportProblem) => void,
): ReadCounts {
  const planner = createGroupPlanner(plan, planned, report);
  groups.forEach((group, index) => {
    const read = groupInputSchema.safeParse(group);
    const path = (field: string): string =>
      ['trackingDimensionGroups', index, field].filter((part) => part !== '').join('.');
    if (read.success)
      planner.plan(read.data, index + 1, (field) =>
        path(field === 'name' || field === 'description' ? field : `settings.${field}`),
      );
    else
      for (const [number, issue] of read.error.issues.entries()) {
        const problem = {
          row: index + 1,
          column: path(issue.path.join('.')),
          value: '',
          reason: issue.message,
        };
        if (number === 0) planner.refuse(problem);
        else report({ ...problem, outcome: 'Refused' });
      }
  });
  return planner.counts();
}

/** A group as a row has it; without settings where their problems are reported already. */
type ReadGroup = Omit<GroupInput, 'settings'> & { readonly settings: TrackingSettings | undefined };

interface GroupPlanner {
  /** Takes a group into the plan, or reports everything that is wrong with it. */
  plan(input: ReadGroup, row: number, column: (field: string) => string): void;
  /** Counts and reports a row of which nothing else can be said. */
  refuse(problem: Omit<ImportProblem, 'outcome'>): void;
  counts(): ReadCounts;
}

function createGroupPlanner(
  { storedGroups, holds }: KnownGroups,
  planned: PlannedGroups,
  report: (problem: ImportProblem) => void,
): GroupPlanner {
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0 };
  const lines = new Map<string, number>();
  const refuse: GroupPlanner['refuse'] = (problem) => {
    counts.rows += 1;
    report({ ...problem, outcome: 'Refused' });
  };
  return {
    refuse,
    counts: () => counts,
    plan: (input, row, column) => {
      const found: Pick<ImportProblem, 'column' | 'value' | 'reason'>[] = [];
      const wrong = (field: string, value: string, reason: string): void =>
        void found.push({ column: column(field), value, reason });
      const name = groupNameSchema.safeParse(input.name);
      if (!name.success) wrong('name', input.name, name.error.issues[0]?.message ?? '');
      const description = groupDescriptionSchema.safeParse(input.description);
      if (!description.success)
        wrong('description', input.description, description.error.issues[0]?.message ?? '');
      const key = nameKey(name.data ?? '');
      const before = lines.get(key);
      if (before !== undefined) wrong('name', input.name, `Row ${before} has this group already.`);
      else if (name.success) lines.set(key, row);
      const ruled = input.settings && applyTrackingRules(input.settings);
      for (const { path, sentence } of ruled?.refusals ?? [])
        wrong(path, showValue(getSetting(input.settings ?? defaultTrackingSettings, path)), sentence);
      const known = storedGroups.get(key);
      if (known !== undefined && ruled !== undefined)
        for (const { path, sentence } of usageRefusals(
          known.settings,
          ruled.settings,
          holds.movedGroups.has(known.id),
        ))
          wrong(path, showValue(getSetting(ruled.settings, path)), sentence);
      const unfit = known && holds.unfitNumbering.get(known.id);
      if (unfit !== undefined && ruled?.settings.serialNumberControl && !known?.settings.serialNumberControl)
        wrong('serialNumberControl', 'Yes', unfitNumberingSentence(unfit, known?.name ?? name.data ?? ''));
      counts.rows += 1;
      for (const problem of found) report({ ...problem, row, outcome: 'Refused' });
      if (found.length > 0 || !name.success || !description.success || ruled === undefined) return;
      for (const { path, from, to, because } of ruled.adjustments) {
        const reason = `${settingLabel(path)}: ${showValue(from)} becomes ${showValue(to)}. ${because}`;
        report({ row, column: column(path), value: showValue(from), outcome: 'Adjusted', reason });
      }
      const settled = { name: name.data, description: description.data, settings: ruled.settings };
      const facts = known && holds.deadEndFacts.get(known.id);
      for (const { sentence } of facts === undefined ? [] : deadEnds(ruled.settings, facts))
        report({
          row,
          column: column('captureSerialNumber'),
          value: '',
          outcome: 'Warning',
          reason: sentence,
        });
      const outcome = known === undefined ? 'new' : sameGroup(known, settled) ? 'unchanged' : 'changed';
      counts[outcome] += 1;
      if (outcome !== 'unchanged') planned.set(key, settled);
    },
  };
}

function readSettings(
  file: OpenedFile,
  row: number,
  read: RowReader,
  base: TrackingSettings,
): TrackingSettings | undefined {
  let settings = base;
  let good = true;
  for (const { field } of groupColumns) {
    if (field === 'name' || field === 'description') continue;
    const text = read(field) ?? '';
    if (text === '') continue;
    const value = field === 'captureSerialNumber' ? readCapture(text) : readYesNo(text);
    if ('problem' in value) {
      const column = columnName(file.header, field);
      file.report({ row, column, value: text, outcome: 'Refused', reason: value.problem });
      good = false;
    } else settings = withSetting(settings, field, value.value);
  }
  return good ? settings : undefined;
}

function showValue(value: SettingValue): string {
  return typeof value === 'string' ? value : value ? 'Yes' : 'No';
}

function sameGroup(one: GroupInput, other: GroupInput): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    JSON.stringify(one.settings) === JSON.stringify(other.settings)
  );
}
