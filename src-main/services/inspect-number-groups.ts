import { nameItems, type NamedItems } from '../domain/named-items.ts';
import { nameKey } from '../domain/name-key.ts';
import { sameVersion } from '../domain/history.ts';
import { numberGroupColumns, type NumberGroupField } from '../domain/number-group-columns.ts';
import { fitsSerialNumberControl } from '../domain/number-generation.ts';
import { readQuantity } from '../domain/quantity.ts';
import {
  newNumberGroup,
  numberGroupInputSchema,
  type NumberGroupInput,
  type TrackingNumberGroup,
} from '../domain/tracking-number-group.ts';
import { columnName, readRow, readYesNo, type OpenedFile, type ReadCounts } from './inspection.ts';

/** Tracking number groups that an import will store, by the key of their code. */
export type PlannedNumberGroups = Map<string, NumberGroupInput>;

/** The stored number groups, and who uses them. */
export interface KnownNumberGroups {
  readonly storedNumberGroups: ReadonlyMap<string, TrackingNumberGroup>;
  /** The items under Serial number control that have a code as their serial number group. */
  controlledItems(code: string): NamedItems;
}

/**
 * Reads a list of tracking number groups into the plan. Dynamics' own list does not say how a number sequence counts:
 * what the list has no column for stays as it is, and a new group begins as a new one on the page does.
 */
export function inspectNumberGroups(
  file: OpenedFile,
  { storedNumberGroups, controlledItems }: KnownNumberGroups,
  planned: PlannedNumberGroups,
): ReadCounts {
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0 };
  const lines = new Map<string, number>();
  const hasFormat = columnName(file.header, 'sequence.format') !== '';
  for (const batch of file.batches)
    for (const record of batch) {
      counts.rows += 1;
      const { line: row } = record;
      const report = (outcome: 'Refused' | 'Warning', field: string, value: string, reason: string): void =>
        file.report({ row, column: columnName(file.header, field), value, outcome, reason });
      const read = readRow(file.header, record);
      if (typeof read === 'string') {
        report('Refused', '', '', read);
        continue;
      }
      const key = nameKey(read('code') ?? '');
      const known = storedNumberGroups.get(key);
      const { fields, wrong } = fieldsOf(read, known);
      for (const [field, reason] of wrong) report('Refused', field, read(field) ?? '', reason);
      if (wrong.length > 0) continue;
      const group = numberGroupInputSchema.safeParse(fields);
      const before = lines.get(key);
      if (!group.success) {
        for (const { path, message } of group.error.issues)
          report('Refused', path.join('.'), read(path.join('.')) ?? '', message);
        continue;
      }
      const items = fitsSerialNumberControl(group.data) ? undefined : controlledItems(group.data.code);
      if (before !== undefined)
        report('Refused', 'code', group.data.code, `Row ${before} has this group already.`);
      else if (items !== undefined && items.items > 0)
        report(
          'Refused',
          'perQuantity',
          read('perQuantity') ?? '',
          `Per qty must be 1: Serial number control is on for ${nameItems(items)}, so every unit has a number of its own.`,
        );
      else {
        lines.set(key, row);
        const same = known !== undefined && sameVersion(plain(known), counted(group.data, known));
        const outcome = known === undefined ? 'new' : same ? 'unchanged' : 'changed';
        counts[outcome] += 1;
        if (known === undefined && !hasFormat && group.data.parts.number)
          report(
            'Warning',
            'sequence.code',
            group.data.sequence.code,
            `Nothing in the file says how the numbers of ${group.data.code} look. They begin as ${group.data.sequence.format}; set the format on its page.`,
          );
        if (outcome !== 'unchanged') planned.set(key, group.data);
      }
    }
  return counts;
}

type Read = (field: string) => string | undefined;

/** The fields of a row put onto what is stored, and what is wrong with them. */
function fieldsOf(
  read: Read,
  known: TrackingNumberGroup | undefined,
): { readonly fields: unknown; readonly wrong: readonly (readonly [NumberGroupField, string])[] } {
  const fields = structuredClone(known === undefined ? newNumberGroup : plain(known)) as Fields;
  if (known === undefined) fields['next'] = null;
  const wrong: [NumberGroupField, string][] = [];
  for (const { field, choices } of numberGroupColumns) {
    const text = read(field);
    if (text === undefined || (text === '' && field !== 'name' && field !== 'sequence.code')) continue;
    const value = choices === undefined ? plainValue(field, text) : readYesNo(text);
    if ('problem' in value) wrong.push([field, value.problem]);
    else put(fields, field, value.value);
  }
  return { fields, wrong };
}

type Fields = Record<string, unknown>;

function put(fields: Fields, path: NumberGroupField, value: unknown): void {
  const [head = '', tail] = path.split('.');
  if (tail === undefined) fields[head] = value;
  else (fields[head] as Fields)[tail] = value;
}

function plainValue(
  field: NumberGroupField,
  text: string,
): { readonly value: string | number } | { readonly problem: string } {
  if (field === 'perQuantity') return readQuantity(text);
  if (field !== 'next' && field !== 'sequence.smallest' && field !== 'sequence.largest')
    return { value: text };
  return /^\d{1,15}$/.test(text) ? { value: Number(text) } : { problem: 'Write a whole number.' };
}

function plain({ id: _id, version: _version, ...input }: TrackingNumberGroup): NumberGroupInput {
  return input;
}

/** What storing makes of a group: its counter never goes back. */
function counted(group: NumberGroupInput, known: TrackingNumberGroup): NumberGroupInput {
  return { ...group, next: Math.max(known.next, group.next ?? 0) };
}
