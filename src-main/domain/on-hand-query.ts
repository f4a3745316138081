import { z } from 'zod';
import { filterText, gridConditionSchema } from './grid-condition.ts';
import { onHandColumns, type OnHandColumn } from './on-hand.ts';

/** Most rows one page of the grid may ask for. */
export const MAX_PAGE_ROWS = 1000;

const columnKeys = onHandColumns.map((column) => column.key) as [
  OnHandColumn['key'],
  ...OnHandColumn['key'][],
];
const columnSchema = z.enum(columnKeys);

/** One condition on one column; quantities are in thousandths, ages in whole days. */
export const onHandConditionSchema = gridConditionSchema(columnSchema, z.enum(['quantity', 'age']));

/** See `onHandConditionSchema`. */
export type OnHandCondition = Readonly<z.infer<typeof onHandConditionSchema>>;

/** Which rows: the toggle Serial number, the search box, a list of items and the column filters, all of which must hold. */
export const onHandFilterSchema = z.strictObject({
  serial: z.enum(['all', 'blank', 'captured']).default('all'),
  search: filterText.default(''),
  /** Id of a kept list of items, see `WhatIf`. */
  list: z.uuid().optional(),
  conditions: z.array(onHandConditionSchema).max(40).default([]),
});

/** See `onHandFilterSchema`. */
export type OnHandFilter = Readonly<z.infer<typeof onHandFilterSchema>>;

/** Columns to sort by, the first one first. Without any: item number, warehouse, location and so on. */
export const onHandSortSchema = z
  .array(z.strictObject({ column: columnSchema, descending: z.boolean() }))
  .max(8)
  .default([]);

/** See `onHandSortSchema`. */
export type OnHandSort = Readonly<z.infer<typeof onHandSortSchema>>;

/** A stretch of the filtered and sorted rows. */
export const onHandPageSchema = z.strictObject({
  filter: onHandFilterSchema.prefault({}),
  sort: onHandSortSchema,
  offset: z.int().min(0).max(1_000_000_000),
  limit: z.int().min(1).max(MAX_PAGE_ROWS),
});

/** See `onHandPageSchema`. */
export type OnHandPageInput = Readonly<z.infer<typeof onHandPageSchema>>;

/** The strip Totals for a filter. Quantities in thousandths. */
export interface OnHandTotals {
  readonly rows: number;
  readonly quantity: number;
  readonly blankQuantity: number;
}
