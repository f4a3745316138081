import type { SettingPath, SettingValue } from './tracking-fields.ts';
import type { TrackingSettings } from './tracking-settings.ts';

/** A rule of the tracking dimension group: when it holds, it forces values and locks fields, and says why. */
export interface TrackingRule {
  readonly id: string;
  readonly when: (settings: TrackingSettings) => boolean;
  readonly forces: Readonly<Partial<Record<SettingPath, SettingValue>>>;
  /** Fields that cannot be edited while the rule holds: those it forces, and further ones that keep their value. */
  readonly locks: readonly SettingPath[];
  /** A sentence for the user: why the field is held. */
  readonly because: (settings: TrackingSettings) => string;
  readonly source: string;
}

/** A combination that is not settled but refused, with the field to blame. */
export interface TrackingRefusal {
  readonly id: string;
  readonly when: (settings: TrackingSettings) => boolean;
  readonly path: SettingPath;
  readonly because: (settings: TrackingSettings) => string;
  readonly source: string;
}

/** What changing one field does to another, once, at the moment of the change. */
export interface TrackingTransition {
  readonly id: string;
  readonly changed: SettingPath;
  readonly to: SettingValue;
  readonly when: (settings: TrackingSettings) => boolean;
  readonly sets: Readonly<Partial<Record<SettingPath, SettingValue>>>;
  readonly source: string;
}

const CAPTURING = 'Microsoft, Serial number capturing (2025-02-19)';
const SALES_PROCESS = 'Microsoft, Register serial numbers in the sales process';
const DIMENSION_GROUPS = 'Microsoft, Tracking dimension groups (form)';
const PRODUCT = 'Product rule: a dependant follows its parent';

const late = (settings: TrackingSettings): boolean => settings.captureSerialNumber !== 'None';
const inSalesProcess = (settings: TrackingSettings): boolean => settings.serialNumber.activeInSalesProcess;
const serialInUse = (settings: TrackingSettings): boolean =>
  settings.serialNumber.active || settings.serialNumber.activeInSalesProcess;
const captureIs = (settings: TrackingSettings): string =>
  `Capture serial number is ${settings.captureSerialNumber}`;

/** The rules in the order in which they are applied; a later rule sees what the earlier ones settled. */
export const trackingRules: readonly TrackingRule[] = [
  {
    id: 'sales-process-clears',
    when: inSalesProcess,
    forces: {
      'serialNumber.active': false,
      'serialNumber.primaryStocking': false,
      'serialNumber.physicalInventory': false,
      'serialNumber.financialInventory': false,
      'serialNumber.coveragePlan': false,
      'serialNumber.purchasePrices': false,
      'serialNumber.salesPrices': false,
    },
    locks: [],
    because: () => 'Cleared because the serial number is active in sales process.',
    source: SALES_PROCESS,
  },
  {
    id: 'sales-process-controls',
    when: inSalesProcess,
    forces: { serialNumberControl: true },
    locks: [],
    because: () => 'Selected because the serial number is active in sales process.',
    source: SALES_PROCESS,
  },
  {
    id: 'capture-needs-serial-number',
    when: (settings) => !serialInUse(settings),
    forces: { captureSerialNumber: 'None' },
    locks: [],
    because: () => 'None because the serial number is not active. Select Active for Serial number first.',
    source: CAPTURING,
  },
  {
    id: 'late-capture-keeps-active',
    when: (settings) => late(settings) && !inSalesProcess(settings),
    forces: {},
    locks: ['serialNumber.active'],
    because: (settings) => `Needed because ${captureIs(settings)}. Choose None first.`,
    source: CAPTURING,
  },
  {
    id: 'late-capture-excludes-primary-stocking',
    when: (settings) => late(settings) && !inSalesProcess(settings),
    forces: { 'serialNumber.primaryStocking': false },
    locks: [],
    because: (settings) =>
      `Cleared because ${captureIs(settings)}, so a receipt leaves the serial number blank.`,
    source: `${CAPTURING}; ${DIMENSION_GROUPS}`,
  },
  {
    id: 'primary-stocking-excludes-late-capture',
    when: (settings) => settings.serialNumber.active && settings.serialNumber.primaryStocking,
    forces: {},
    locks: ['captureSerialNumber'],
    because: () => 'None because Primary stocking is selected, which wants the serial number at receipt.',
    source: `${CAPTURING}; ${DIMENSION_GROUPS}`,
  },
  {
    id: 'late-capture-allows-blank',
    when: late,
    forces: { 'serialNumber.blankReceiptAllowed': true, 'serialNumber.blankIssueAllowed': true },
    locks: [],
    because: (settings) => `Selected because ${captureIs(settings)}.`,
    source: CAPTURING,
  },
  {
    id: 'sales-process-no-blank-receipt',
    when: (settings) => inSalesProcess(settings) && !late(settings),
    forces: { 'serialNumber.blankReceiptAllowed': false },
    locks: [],
    because: () => 'Cleared because the serial number is active in sales process.',
    source: SALES_PROCESS,
  },
  {
    id: 'primary-stocking-no-blank-serial',
    when: (settings) => settings.serialNumber.primaryStocking,
    forces: { 'serialNumber.blankReceiptAllowed': false, 'serialNumber.blankIssueAllowed': false },
    locks: [],
    because: () => 'Cleared because Primary stocking is selected.',
    source: DIMENSION_GROUPS,
  },
  {
    id: 'primary-stocking-no-blank-batch',
    when: (settings) => settings.batchNumber.primaryStocking,
    forces: { 'batchNumber.blankReceiptAllowed': false, 'batchNumber.blankIssueAllowed': false },
    locks: [],
    because: () => 'Cleared because Primary stocking is selected.',
    source: DIMENSION_GROUPS,
  },
  {
    id: 'serial-control-is-physical',
    when: (settings) => settings.serialNumber.active && settings.serialNumberControl,
    forces: { 'serialNumber.physicalInventory': true },
    locks: [],
    because: () => 'Selected because Serial number control is selected.',
    source: DIMENSION_GROUPS,
  },
  {
    id: 'serial-number-not-active',
    when: (settings) => !serialInUse(settings),
    forces: {},
    locks: [
      'serialNumberControl',
      'serialNumber.primaryStocking',
      'serialNumber.blankReceiptAllowed',
      'serialNumber.blankIssueAllowed',
      'serialNumber.physicalInventory',
      'serialNumber.financialInventory',
      'serialNumber.coveragePlan',
      'serialNumber.purchasePrices',
      'serialNumber.salesPrices',
    ],
    because: () => 'Without effect because Serial number is not active.',
    source: PRODUCT,
  },
  {
    id: 'batch-number-not-active',
    when: (settings) => !settings.batchNumber.active,
    forces: {},
    locks: [
      'batchNumber.primaryStocking',
      'batchNumber.blankReceiptAllowed',
      'batchNumber.blankIssueAllowed',
      'batchNumber.physicalInventory',
      'batchNumber.financialInventory',
      'batchNumber.coveragePlan',
      'batchNumber.purchasePrices',
      'batchNumber.salesPrices',
    ],
    because: () => 'Without effect because Batch number is not active.',
    source: PRODUCT,
  },
  {
    id: 'inventory-profile-not-active',
    when: (settings) => !settings.inventoryProfile.active,
    forces: {},
    locks: ['inventoryProfile.coveragePlan'],
    because: () => 'Without effect because Inventory profile is not active.',
    source: PRODUCT,
  },
];

/** Combinations that come from a file or the API and have no single right reading: they are refused. */
export const trackingRefusals: readonly TrackingRefusal[] = [
  {
    id: 'active-twice',
    when: (settings) => settings.serialNumber.active && inSalesProcess(settings),
    path: 'serialNumber.activeInSalesProcess',
    because: () => 'Serial number is both Active and Active in sales process. Select one of them.',
    source: SALES_PROCESS,
  },
  {
    id: 'capture-without-serial-number',
    when: (settings) => late(settings) && !serialInUse(settings),
    path: 'captureSerialNumber',
    because: (settings) =>
      `${captureIs(settings)}, but Serial number is neither Active nor Active in sales process.`,
    source: CAPTURING,
  },
  {
    id: 'capture-with-primary-stocking',
    when: (settings) => late(settings) && settings.serialNumber.primaryStocking,
    path: 'serialNumber.primaryStocking',
    because: (settings) =>
      `${captureIs(settings)}, but Primary stocking wants the serial number at receipt. Choose one of them.`,
    source: `${CAPTURING}; ${DIMENSION_GROUPS}`,
  },
];

/** What happens once when a field is changed by hand. */
export const trackingTransitions: readonly TrackingTransition[] = [
  {
    id: 'serial-control-off-clears-physical',
    changed: 'serialNumberControl',
    to: false,
    when: (settings) => settings.serialNumber.active,
    sets: { 'serialNumber.physicalInventory': false },
    source: DIMENSION_GROUPS,
  },
];
