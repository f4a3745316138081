import { applyTrackingRules } from '../domain/apply-tracking-rules.ts';
import { configurationListInfo, type ConfigurationListKey } from '../domain/configuration-content.ts';
import {
  groupColumns,
  itemColumns,
  locationStageColumns,
  storageGroupColumns,
  type ItemField,
} from '../domain/dynamics-columns.ts';
import type { FileColumn } from '../domain/file-column.ts';
import type { LocationPattern } from '../domain/location-stage.ts';
import { numberGroupColumns } from '../domain/number-group-columns.ts';
import { writeQuantity } from '../domain/quantity.ts';
import type { StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import type { GroupInput } from '../domain/tracking-dimension-group.ts';
import { getSetting } from '../domain/tracking-fields.ts';
import type { NumberGroupInput } from '../domain/tracking-number-group.ts';
import { csvLine } from './csv-writer.ts';

/** A list of the configuration as a file carries it: texts under columns. */
export interface ConfigurationList {
  readonly key: ConfigurationListKey;
  readonly label: string;
  readonly columns: readonly FileColumn[];
  readonly rows: Iterable<readonly string[]>;
  /** Why a rule holds a cell of the list as it is; undefined where it can be changed. */
  readonly held?: (row: number, column: number) => string | undefined;
}

const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');

const textOf = (value: string | number | boolean | null): string =>
  typeof value === 'boolean' ? yesNo(value) : String(value ?? '');

function listOf<Row>(
  key: ConfigurationListKey,
  columns: readonly FileColumn[],
  rows: readonly Row[],
  cell: (row: Row, field: string) => string,
): ConfigurationList {
  return {
    key,
    label: configurationListInfo[key].label,
    columns,
    rows: rows.map((row) => columns.map(({ field }) => cell(row, field))),
  };
}

/** Tracking dimension groups; what a rule holds says why. */
export function groupList(groups: readonly GroupInput[]): ConfigurationList {
  const cells = new Map<string, (group: GroupInput) => string>(
    groupColumns.map(({ field }) => [
      field,
      (group) =>
        field === 'name' || field === 'description'
          ? group[field]
          : textOf(getSetting(group.settings, field)),
    ]),
  );
  const locks = groups.map(({ settings }) => new Map<string, string>(applyTrackingRules(settings).locks));
  return {
    ...listOf('groups', groupColumns, groups, (group, field) => cells.get(field)?.(group) ?? ''),
    held: (row, column) => locks[row]?.get(groupColumns[column]?.field ?? ''),
  };
}

/** Tracking number groups. */
export function numberGroupList(groups: readonly NumberGroupInput[]): ConfigurationList {
  return listOf('numberGroups', numberGroupColumns, groups, (group, field) => {
    if (field === 'perQuantity') return writeQuantity(group.perQuantity);
    const [head = '', tail] = field.split('.');
    const found = (group as unknown as Record<string, unknown>)[head];
    const value = tail === undefined ? found : (found as Record<string, unknown>)[tail];
    return textOf(value as string | number | boolean | null);
  });
}

/** Storage dimension groups. */
export function storageGroupList(groups: readonly StorageDimensionGroup[]): ConfigurationList {
  return listOf('storageGroups', storageGroupColumns, groups, ({ name, warehouseProcesses }, field) =>
    field === 'name' ? name : yesNo(warehouseProcesses),
  );
}

/** Released products with the names of their groups. */
export function itemList(items: readonly Readonly<Record<ItemField, string>>[]): ConfigurationList {
  return listOf('items', itemColumns, items, (item, field) => item[field as ItemField]);
}

/** Location stages. */
export function locationStageList(patterns: readonly LocationPattern[]): ConfigurationList {
  return listOf(
    'locationStages',
    locationStageColumns,
    patterns,
    (pattern, field) => pattern[field as keyof LocationPattern],
  );
}

/** Serial numbers of items, for Dynamics. */
export function itemSerialList(
  rows: Iterable<readonly [itemNumber: string, serialNumber: string]>,
): ConfigurationList {
  return {
    key: 'itemSerials',
    label: configurationListInfo.itemSerials.label,
    columns: [
      { field: 'itemNumber', label: 'Item number', names: ['ITEMNUMBER'], required: true },
      { field: 'serialNumber', label: 'Serial number', names: ['SERIALNUMBER'], required: true },
    ],
    rows,
  };
}

/** A list with the columns that Dynamics knows only. */
export function forDynamics({ held: _held, ...list }: ConfigurationList): ConfigurationList {
  const kept = list.columns.flatMap(({ own }, index) => (own === true ? [] : [index]));
  if (kept.length === list.columns.length) return list;
  const pick = <T>(row: readonly T[]): readonly T[] =>
    kept.map((index) => row[index]).filter((cell) => cell !== undefined);
  function* rows(): Generator<readonly string[], void, undefined> {
    for (const row of list.rows) yield pick(row);
  }
  return { ...list, columns: pick(list.columns), rows: rows() };
}

/** The texts of a list as CSV, in pieces: the first names of the columns, CRLF. Every text exactly as it is stored. */
export function* csvOf({ columns, rows }: ConfigurationList): Generator<string, void, undefined> {
  yield `${csvLine(columns.map(({ names }) => names[0]))}\r\n`;
  for (const row of rows) yield `${csvLine(row)}\r\n`;
}
