import type { ReactNode } from 'react';

/** A column of the data grid. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** Numbers stand on the right and are compared as numbers; a choice is filtered by its values. */
  readonly kind: 'text' | 'number' | 'choice';
  /** Not shown until the user wants it. */
  readonly hidden: boolean;
  /** First width in pixels. */
  readonly width: number;
  /** Takes the width that is left over, until the user resizes it. */
  readonly grows?: boolean;
  /** What the cell holds; null and '' are an empty cell. */
  readonly value: (row: Row) => string | number | null;
  /** How a number or a choice is written in the cell. */
  readonly format?: (value: string | number) => string;
  /** Draws the cell, where text is not enough. */
  readonly render?: (row: Row) => ReactNode;
  /** Values of a column of kind `choice`, with their labels. */
  readonly choices?: readonly GridChoice[];
}

/** One value that a column of kind `choice` can have. */
export interface GridChoice {
  readonly value: string;
  readonly label: string;
}

/** How a text is compared with what the user typed; case does not count. */
export const textOperators = [
  'contains',
  'notContains',
  'equals',
  'notEqual',
  'startsWith',
  'endsWith',
] as const;

/** How a number is compared. */
export const numberOperators = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const;

/** One condition on one column. Numbers are as the column shows them. */
export type GridFilter =
  | { readonly column: string; readonly operator: (typeof textOperators)[number]; readonly value: string }
  | { readonly column: string; readonly operator: 'blank' | 'notBlank' }
  | { readonly column: string; readonly operator: 'oneOf'; readonly values: readonly string[] }
  | { readonly column: string; readonly operator: (typeof numberOperators)[number]; readonly number: number }
  | {
      readonly column: string;
      readonly operator: 'between';
      readonly number: number;
      readonly numberTo: number;
    };

/** A column to sort by. */
export interface GridSort {
  readonly column: string;
  readonly descending: boolean;
}

/** Which rows the grid shows, and in which order. */
export interface GridView {
  /** All of them must hold; at most one a column. */
  readonly filters: readonly GridFilter[];
  /** The first one counts most. */
  readonly sort: readonly GridSort[];
}

/** A stretch of rows that the grid asks for. */
export interface GridRequest extends GridView {
  readonly offset: number;
  readonly limit: number;
}

/** A stretch of rows, and how many there are in all. */
export interface GridPage<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Fetches rows. A new function means other rows: the grid then starts at the top again. */
export type LoadRows<Row> = (request: GridRequest) => Promise<GridPage<Row>>;
