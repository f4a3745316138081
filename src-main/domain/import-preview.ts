import type { WhatIf } from './what-if.ts';

/** What a file turned out to be. */
export type ImportKind =
  | 'tracking-dimension-groups'
  | 'storage-dimension-groups'
  | 'tracking-number-groups'
  | 'location-stages'
  | 'items'
  | 'on-hand'
  | 'sales-orders'
  | 'purchase-orders'
  | 'transfer-orders'
  | 'configuration';

/** How those kinds are called on screen. */
export const importKindLabels: Readonly<Record<ImportKind, string>> = {
  'tracking-dimension-groups': 'Tracking dimension groups',
  'storage-dimension-groups': 'Storage dimension groups',
  'tracking-number-groups': 'Tracking number groups',
  'location-stages': 'Location stages',
  items: 'Released products',
  'on-hand': 'Warehouse on-hand',
  'sales-orders': 'Sales order lines',
  'purchase-orders': 'Purchase order lines',
  'transfer-orders': 'Transfer order lines',
  configuration: 'Configuration of Serial Capture Desk',
};

/**
 * What becomes of the value a problem names: the row is left out, a rule changes the value, the row is stored and
 * shown as Invalid, or everything is taken and the user should know.
 */
export type ProblemOutcome = 'Refused' | 'Adjusted' | 'Invalid' | 'Warning';

/** One finding of the dry run. */
export interface ImportProblem {
  /** Line of the file, the header being 1; 0 where the whole file is meant. */
  readonly row: number;
  /** Column as the file calls it, or the path of a field in a JSON file; empty where the whole row is meant. */
  readonly column: string;
  readonly value: string;
  readonly outcome: ProblemOutcome;
  /** A sentence for the user. */
  readonly reason: string;
}

/** What applying one file would do. Counts are rows of the file, or groups and items. */
export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** Stock that an on-hand file no longer names and that would disappear. */
export interface Disappearing {
  readonly rows: number;
  /** In thousandths of the inventory unit. */
  readonly quantity: number;
  /** The first of them, in the grid's default order, described for the user. */
  readonly examples: readonly string[];
}

/** Whether an on-hand file speaks for all stock of its warehouses or only for its items there. */
export type OnHandScope = 'warehouses' | 'items';

/** The part of a preview that only an on-hand file has. */
export interface OnHandPreview {
  readonly warehouses: readonly string[];
  /** Rows of equal dimensions that were added to another row. */
  readonly merged: number;
  /** Rows with quantity 0, which are left out. */
  readonly zero: number;
  /** Units whose serials were captured here, and exceptions. */
  readonly capturedHere: {
    /** Units that the files do not know yet: they stay, each for a blank unit of the files. */
    readonly staying: number;
    /** Serials that the files bring now. */
    readonly confirmed: number;
  };
  readonly disappearing: Readonly<Record<OnHandScope, Disappearing>>;
}

/** The dry run of one file. */
export interface FilePreview {
  readonly name: string;
  /** Null where the file was not recognised; then `error` says why. */
  readonly kind: ImportKind | null;
  /** A sentence for the user where the file as a whole cannot be imported. */
  readonly error: string | null;
  /** Columns of the file that are read, as the file spells them, with the label of the field. */
  readonly recognised: readonly { readonly column: string; readonly field: string }[];
  /** Columns of the file that are left out. */
  readonly ignored: readonly string[];
  readonly rows: number;
  readonly counts: ImportCounts;
  readonly problems: number;
  readonly onHand: OnHandPreview | null;
}

/** The dry run of all files chosen together. Nothing is changed until it is applied. */
export interface ImportPreview {
  readonly importId: string;
  readonly files: readonly FilePreview[];
  /** There is at least one good row that would change something. */
  readonly applicable: boolean;
  /**
   * What the configuration in the files would do to the stock that is there, before any on-hand of the files; null
   * where they reach none. It must be confirmed.
   */
  readonly whatIf: Omit<WhatIf, 'list'> | null;
}

/** What applying an import has done. */
export interface ImportOutcome {
  readonly files: readonly { readonly name: string; readonly counts: ImportCounts }[];
  readonly disappeared: { readonly rows: number; readonly quantity: number };
  /** The change in the history, to undo it; null where nothing was changed. */
  readonly changeId: number | null;
}
