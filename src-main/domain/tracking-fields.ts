import type { TrackingSettings } from './tracking-settings.ts';

/** Columns of the table Tracking dimensions, in Dynamics' order, with their labels on screen. */
export const dimensionColumns = [
  { key: 'active', label: 'Active' },
  { key: 'activeInSalesProcess', label: 'Active in sales process' },
  { key: 'primaryStocking', label: 'Primary stocking' },
  { key: 'blankReceiptAllowed', label: 'Blank receipt allowed' },
  { key: 'blankIssueAllowed', label: 'Blank issue allowed' },
  { key: 'physicalInventory', label: 'Physical inventory' },
  { key: 'financialInventory', label: 'Financial inventory' },
  { key: 'coveragePlan', label: 'Coverage plan by dimension' },
  { key: 'purchasePrices', label: 'For purchase prices' },
  { key: 'salesPrices', label: 'For sales prices' },
] as const;

/** Rows of the table Tracking dimensions, with their labels on screen. */
export const dimensionRows = [
  { key: 'batchNumber', label: 'Batch number' },
  { key: 'serialNumber', label: 'Serial number' },
  { key: 'owner', label: 'Owner' },
  { key: 'inventoryProfile', label: 'Inventory profile' },
  { key: 'gtdNumber', label: 'GTD number' },
] as const;

/** Key of a row of the table Tracking dimensions. */
export type DimensionKey = (typeof dimensionRows)[number]['key'];

/** Key of a column of the table Tracking dimensions. */
export type DimensionColumnKey = (typeof dimensionColumns)[number]['key'];

/** Path of a yes-or-no cell of the table, e.g. `serialNumber.blankReceiptAllowed`. */
export type CellPath = {
  [D in DimensionKey]: `${D}.${Extract<keyof TrackingSettings[D], string>}`;
}[DimensionKey];

/** Path of any setting of a tracking dimension group. */
export type SettingPath =
  'captureSerialNumber' | 'serialNumberControl' | 'registerSerialsBeforeConsumption' | CellPath;

/** Value of a setting: a choice for Capture serial number, yes or no for all others. */
export type SettingValue = boolean | TrackingSettings['captureSerialNumber'];

/** Every setting in the order of Dynamics' data entity, with the entity's column name and the label on screen. */
export const settingFields: readonly {
  readonly path: SettingPath;
  readonly column: string;
  readonly label: string;
}[] = [
  { path: 'captureSerialNumber', column: 'SERIALNUMBERCAPTURINGOPERATION', label: 'Capture serial number' },
  { path: 'serialNumberControl', column: 'ISSERIALNUMBERCONTROLENABLED', label: 'Serial number control' },
  cell('serialNumber', 'active', 'ISSERIALNUMBERACTIVE'),
  cell('serialNumber', 'activeInSalesProcess', 'ISSERIALNUMBERENABLEDFORSALESPROCESS'),
  {
    path: 'registerSerialsBeforeConsumption',
    column: 'ISSERIALNUMBERENABLEDFORPRODUCTIONCONSUMPTIONPROCESS',
    label: 'Register serials before consumption',
  },
  cell('serialNumber', 'blankIssueAllowed', 'ISBLANKISSUEALLOWEDFORSERIALNUMBER'),
  cell('serialNumber', 'blankReceiptAllowed', 'ISBLANKRECEIPTALLOWEDFORSERIALNUMBER'),
  cell('serialNumber', 'coveragePlan', 'ISCOVERAGEPLANENABLEDFORSERIALNUMBER'),
  cell('serialNumber', 'financialInventory', 'ISFINANCIALINVENTORYENABLEDFORSERIALNUMBER'),
  cell('serialNumber', 'physicalInventory', 'ISPHYSICALINVENTORYENABLEDFORSERIALNUMBER'),
  cell('serialNumber', 'primaryStocking', 'ISPRIMARYSTOCKINGENABLEDFORSERIALNUMBER'),
  cell('serialNumber', 'purchasePrices', 'ISPURCHASEPRICEBYSERIALNUMBER'),
  cell('serialNumber', 'salesPrices', 'ISSALESPRICEBYSERIALNUMBER'),
  cell('batchNumber', 'active', 'ISBATCHNUMBERACTIVE'),
  cell('batchNumber', 'blankIssueAllowed', 'ISBLANKISSUEALLOWEDFORBATCHNUMBER'),
  cell('batchNumber', 'blankReceiptAllowed', 'ISBLANKRECEIPTALLOWEDFORBATCHNUMBER'),
  cell('batchNumber', 'coveragePlan', 'ISCOVERAGEPLANENABLEDFORBATCHNUMBER'),
  cell('batchNumber', 'financialInventory', 'ISFINANCIALINVENTORYENABLEDFORBATCHNUMBER'),
  cell('batchNumber', 'physicalInventory', 'ISPHYSICALINVENTORYENABLEDFORBATCHNUMBER'),
  cell('batchNumber', 'primaryStocking', 'ISPRIMARYSTOCKINGENABLEDFORBATCHNUMBER'),
  cell('batchNumber', 'purchasePrices', 'ISPURCHASEPRICEBYBATCHNUMBER'),
  cell('batchNumber', 'salesPrices', 'ISSALESPRICEBYBATCHNUMBER'),
  cell('owner', 'active', 'ISINVENTORYOWNERACTIVE'),
  cell('inventoryProfile', 'active', 'ISINVENTORYPROFILEACTIVE'),
  cell('inventoryProfile', 'coveragePlan', 'ISCOVERAGEPLANENABLEDFORINVENTORYPROFILE'),
  cell('gtdNumber', 'active', 'ISGTDACTIVE'),
];

/** A cell that a dimension has but nobody can change, and why. Source: Microsoft, consignment and inventory owners. */
export const fixedCells: Readonly<Record<string, { readonly value: boolean; readonly because: string }>> = {
  'owner.physicalInventory': { value: true, because: 'Owner is always tracked in physical inventory.' },
  'owner.financialInventory': { value: true, because: 'Owner is always tracked in financial inventory.' },
  'owner.coveragePlan': { value: false, because: 'Coverage is never planned by owner.' },
  'inventoryProfile.primaryStocking': {
    value: true,
    because: 'Inventory profile is always primary stocking.',
  },
  'inventoryProfile.physicalInventory': {
    value: true,
    because: 'Inventory profile is always tracked in physical inventory.',
  },
  'inventoryProfile.financialInventory': {
    value: true,
    because: 'Inventory profile is always tracked in financial inventory.',
  },
};

const pathSet: ReadonlySet<string> = new Set(settingFields.map((field) => field.path));

/** The setting behind a cell of the table, or undefined where the dimension has no such cell. */
export function cellPath(row: DimensionKey, column: DimensionColumnKey): CellPath | undefined {
  const path = `${row}.${column}`;
  return pathSet.has(path) ? (path as CellPath) : undefined;
}

/** The label of a setting, e.g. `Serial number: Active`. */
export function settingLabel(path: SettingPath): string {
  return settingFields.find((field) => field.path === path)?.label ?? path;
}

/** Reads one setting. */
export function getSetting(settings: TrackingSettings, path: SettingPath): SettingValue {
  const [head, tail] = path.split('.');
  const record = settings as unknown as Record<string, SettingValue | Record<string, SettingValue>>;
  const found = record[head ?? ''];
  return typeof found === 'object' ? (found[tail ?? ''] ?? false) : (found ?? false);
}

/** A copy of the settings with one of them changed. */
export function withSetting(
  settings: TrackingSettings,
  path: SettingPath,
  value: SettingValue,
): TrackingSettings {
  const [head = '', tail] = path.split('.');
  if (tail === undefined) return { ...settings, [head]: value };
  const inner = (settings as unknown as Record<string, Record<string, SettingValue>>)[head];
  return { ...settings, [head]: { ...inner, [tail]: value } };
}

function cell(
  row: DimensionKey,
  column: DimensionColumnKey,
  name: string,
): { readonly path: SettingPath; readonly column: string; readonly label: string } {
  const rowLabel = dimensionRows.find((one) => one.key === row)?.label ?? row;
  const columnLabel = dimensionColumns.find((one) => one.key === column)?.label ?? column;
  return { path: `${row}.${column}` as CellPath, column: name, label: `${rowLabel}: ${columnLabel}` };
}
