import { appSettingLabels, appSettingValue } from './app-settings.ts';
import { NOTHING, type GroupField } from './group-field.ts';
import type { HistoryEvent, HistoryKind } from './history.ts';
import { locationPatternsSchema, patternName } from './location-stage.ts';
import { numberGroupFields } from './number-group-fields.ts';
import { writeQuantity } from './quantity.ts';
import { groupInputSchema } from './tracking-dimension-group.ts';
import { viewInputSchema } from './saved-view.ts';
import { viewFields } from './saved-view-words.ts';
import { groupFields } from './tracking-group-fields.ts';
import { numberGroupInputSchema } from './tracking-number-group.ts';
import { dutyWords, warehouseDutiesSchema, warehouseLabel } from './warehouse-duty.ts';

/** Labels of the fields that are not the form's of a group; a field without a label is not shown. */
const labels: Readonly<Partial<Record<HistoryKind, Readonly<Record<string, string>>>>> = {
  item: {
    itemNumber: 'Item number',
    name: 'Product name',
    trackingDimensionGroup: 'Tracking dimension group',
    storageDimensionGroup: 'Storage dimension group',
    reservationHierarchy: 'Reservation hierarchy',
    serialNumberGroup: 'Serial number group',
    batchNumberGroup: 'Batch number group',
    inventoryUnit: 'Inventory unit',
    catchWeightUnit: 'Catch weight unit',
    serialMask: 'Serial mask',
    gtin: 'GTIN',
    units: 'Units',
  },
  'storage-dimension-group': { name: 'Name', warehouseProcesses: 'Use warehouse management processes' },
  settings: appSettingLabels,
  'on-hand': { new: 'New rows', changed: 'Changed rows', disappeared: 'Rows that disappeared' },
  'data-file': { rows: 'Rows taken away', backup: 'Backup', kept: 'Data before it' },
};

/** The fields of a version that the history keeps, each label with its value in words, in the order of the form. */
export function versionValues(
  kind: HistoryKind,
  version: HistoryEvent['before'],
): ReadonlyMap<string, string> {
  if (version === null) return new Map();
  if (kind === 'tracking-dimension-group') {
    const group = groupInputSchema.safeParse(version).data;
    if (group !== undefined) return shown(groupFields, group);
  }
  if (kind === 'tracking-number-group') {
    const group = numberGroupInputSchema.safeParse(version).data;
    if (group !== undefined) return shown(numberGroupFields, group);
  }
  if (kind === 'location-stages') {
    const patterns = locationPatternsSchema.safeParse(version['patterns']).data;
    if (patterns !== undefined) return new Map(patterns.map((one) => [patternName(one), one.stage]));
  }
  if (kind === 'warehouse-duties') {
    const duties = warehouseDutiesSchema.safeParse(version['duties']).data;
    if (duties !== undefined)
      return new Map(duties.map((duty) => [warehouseLabel(duty.warehouse), dutyWords(duty)]));
  }
  if (kind === 'saved-view') {
    const view = viewInputSchema.safeParse(version).data;
    if (view !== undefined) return viewFields(view);
  }
  const known = labels[kind];
  // A version that an older app wrote may have another shape; it is shown as it stands.
  if (known === undefined)
    return new Map(Object.entries(version).map(([key, value]) => [key, inWords(value)]));
  return new Map(
    Object.entries(known).flatMap(([key, label]) => {
      if (!(key in version)) return [];
      const value = version[key];
      return [
        [label, kind === 'settings' ? (appSettingValue(key, value) ?? inWords(value)) : inWords(value)],
      ];
    }),
  );
}

function shown<Input>(fields: readonly GroupField<Input>[], group: Input): ReadonlyMap<string, string> {
  return new Map(fields.map(({ label, show }) => [label, show(group)]));
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.length === 0 ? NOTHING : value.map(unitInWords).join(', ');
}

/** A unit conversion as a user says it, e.g. `box of 6`. */
function unitInWords(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return inWords(entry);
  const { unit, quantity } = entry as { readonly unit?: unknown; readonly quantity?: unknown };
  return typeof unit === 'string' && typeof quantity === 'number'
    ? `${unit} of ${writeQuantity(quantity)}`
    : JSON.stringify(entry);
}
