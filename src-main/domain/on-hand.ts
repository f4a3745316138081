import type { Capture } from './capture.ts';
import type { LocationStage, RowVerdict, VerdictPart } from './verdict.ts';

/** The inventory dimensions that tell one on-hand row from another, in the default order of the grid. */
export const stockDimensions = [
  'itemNumber',
  'warehouse',
  'location',
  'licensePlate',
  'inventoryStatus',
  'batchNumber',
  'serialNumber',
  'site',
  'configuration',
  'color',
  'size',
  'style',
  'version',
  'owner',
  'inventoryProfile',
  'gtdNumber',
] as const;

/** Longest value of an inventory dimension, in characters; Dynamics' own are shorter. */
export const MAX_DIMENSION_LENGTH = 250;

/** Name of an inventory dimension of an on-hand row. */
export type StockDimension = (typeof stockDimensions)[number];

/** How stock is held for an order; empty where it is free. */
export type Holding = '' | 'Picked' | 'Packed' | 'In transit';

/** One on-hand row as the grid shows it. Blank dimensions are empty texts. */
export interface OnHandRow extends Readonly<Record<StockDimension, string>> {
  readonly id: number;
  readonly productName: string;
  readonly trackingDimensionGroup: string;
  /** The group's setting, or null where the item's group is unknown or does not track serial numbers. */
  readonly capture: Capture | null;
  /** In thousandths of the inventory unit. */
  readonly quantity: number;
  /** The item is serial-tracked, the serial number is blank, and it is not recorded as not readable. */
  readonly blank: boolean;
  /** Why the label cannot be read, where that is recorded; empty otherwise. */
  readonly notReadable: string;
  /** ISO time in UTC of that record; empty otherwise. */
  readonly notReadableAt: string;
  /** The serial was captured here, and no import has brought it yet. */
  readonly notInDynamics: boolean;
  /** Whether the stock is held, and for which order; empty where it is free. */
  readonly holding: Holding;
  readonly heldFor: string;
  /** Number of the container that the stock is packed into; empty where it is in none. */
  readonly container: string;
  /**
   * ISO times in UTC: when the first and the last of the units came to be held as they are; empty where some of them
   * came another way, so that it cannot be said of all.
   */
  readonly heldFrom: string;
  readonly heldUntil: string;
  /** Why the row is Invalid; empty where it is in order. */
  readonly invalid: readonly string[];
  /** The verdicts of its units, the worst first; empty where the item is not serial-tracked. */
  readonly verdicts: readonly VerdictPart[];
  /** The name of the worst of them, or Not tracked. */
  readonly verdict: RowVerdict;
  /** ISO time in UTC: since when the row has its worst verdict. */
  readonly since: string;
  /** Whole days since then; null where it has no verdict. */
  readonly age: number | null;
  /** Where a unit of the row stands on the way out: a pick or pack done here outranks the location. */
  readonly stage: LocationStage;
  /** Without warehouse management processes Capture is ignored. */
  readonly warehouseProcesses: boolean;
}

/** A column of the on-hand grid. */
export interface OnHandColumn {
  readonly key: Exclude<
    keyof OnHandRow,
    | 'id'
    | 'blank'
    | 'invalid'
    | 'notReadable'
    | 'notReadableAt'
    | 'notInDynamics'
    | 'holding'
    | 'container'
    | 'heldFrom'
    | 'heldUntil'
    | 'verdicts'
    | 'since'
    | 'stage'
    | 'warehouseProcesses'
  >;
  readonly label: string;
  readonly kind: 'text' | 'quantity' | 'capture' | 'verdict' | 'days';
  /** Not shown until the user wants it. */
  readonly hidden: boolean;
}

/** The columns of the on-hand grid in their first order. Labels are Dynamics'. */
export const onHandColumns: readonly OnHandColumn[] = [
  { key: 'itemNumber', label: 'Item number', kind: 'text', hidden: false },
  { key: 'productName', label: 'Product name', kind: 'text', hidden: false },
  { key: 'trackingDimensionGroup', label: 'Tracking dimension group', kind: 'text', hidden: false },
  { key: 'capture', label: 'Capture', kind: 'capture', hidden: false },
  { key: 'warehouse', label: 'Warehouse', kind: 'text', hidden: false },
  { key: 'location', label: 'Location', kind: 'text', hidden: false },
  { key: 'licensePlate', label: 'License plate', kind: 'text', hidden: false },
  { key: 'inventoryStatus', label: 'Inventory status', kind: 'text', hidden: false },
  { key: 'batchNumber', label: 'Batch number', kind: 'text', hidden: false },
  { key: 'serialNumber', label: 'Serial number', kind: 'text', hidden: false },
  { key: 'quantity', label: 'Quantity', kind: 'quantity', hidden: false },
  { key: 'verdict', label: 'Verdict', kind: 'verdict', hidden: false },
  { key: 'age', label: 'Age', kind: 'days', hidden: false },
  { key: 'site', label: 'Site', kind: 'text', hidden: true },
  { key: 'configuration', label: 'Configuration', kind: 'text', hidden: true },
  { key: 'color', label: 'Color', kind: 'text', hidden: true },
  { key: 'size', label: 'Size', kind: 'text', hidden: true },
  { key: 'style', label: 'Style', kind: 'text', hidden: true },
  { key: 'version', label: 'Version', kind: 'text', hidden: true },
  { key: 'owner', label: 'Owner', kind: 'text', hidden: true },
  { key: 'inventoryProfile', label: 'Inventory profile', kind: 'text', hidden: true },
  { key: 'gtdNumber', label: 'GTD number', kind: 'text', hidden: true },
  { key: 'heldFor', label: 'Held for order', kind: 'text', hidden: true },
];
