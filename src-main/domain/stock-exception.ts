import { z } from 'zod';
import { filterText, gridConditionSchema } from './grid-condition.ts';
import type { Holding } from './on-hand.ts';

/** Units whose serial number is recorded as not readable or missing, as the grid Exceptions shows them. */
export interface StockException {
  /** Id of the stock row. */
  readonly id: number;
  /** The event by which it was recorded. */
  readonly eventId: number;
  readonly itemNumber: string;
  readonly productName: string;
  readonly warehouse: string;
  readonly location: string;
  readonly licensePlate: string;
  readonly batchNumber: string;
  /** In thousandths of the inventory unit. */
  readonly quantity: number;
  readonly reason: string;
  /** Name of the operating system's user. */
  readonly recordedBy: string;
  /** The day on this machine's clock: `2026-11-23`. */
  readonly recorded: string;
  /** Whole days since then. */
  readonly age: number;
  /** Who is responsible for the warehouse; empty where nobody is. */
  readonly responsible: string;
  /** Number of the order that it is held for; empty where it is free. */
  readonly heldFor: string;
  readonly holding: Holding;
}

/** A column of the grid Exceptions. */
export interface ExceptionColumn {
  readonly key: Exclude<keyof StockException, 'id' | 'eventId' | 'holding'>;
  readonly label: string;
  readonly kind: 'text' | 'quantity' | 'days';
}

/** The columns of the grid Exceptions in their first order. */
export const exceptionColumns: readonly ExceptionColumn[] = [
  { key: 'itemNumber', label: 'Item number', kind: 'text' },
  { key: 'productName', label: 'Product name', kind: 'text' },
  { key: 'warehouse', label: 'Warehouse', kind: 'text' },
  { key: 'location', label: 'Location', kind: 'text' },
  { key: 'licensePlate', label: 'License plate', kind: 'text' },
  { key: 'batchNumber', label: 'Batch number', kind: 'text' },
  { key: 'quantity', label: 'Quantity', kind: 'quantity' },
  { key: 'reason', label: 'Reason', kind: 'text' },
  { key: 'recordedBy', label: 'Recorded by', kind: 'text' },
  { key: 'recorded', label: 'Recorded', kind: 'text' },
  { key: 'age', label: 'Age', kind: 'days' },
  { key: 'responsible', label: 'Responsible', kind: 'text' },
  { key: 'heldFor', label: 'Held for', kind: 'text' },
];

const columnSchema = z.enum(
  exceptionColumns.map(({ key }) => key) as [ExceptionColumn['key'], ...ExceptionColumn['key'][]],
);

/** One condition on one column; quantities are in thousandths, ages in whole days. */
export const exceptionConditionSchema = gridConditionSchema(columnSchema, z.enum(['quantity', 'age']));

/** See `exceptionConditionSchema`. */
export type ExceptionCondition = Readonly<z.infer<typeof exceptionConditionSchema>>;

/** Which exceptions: the filter box and the column filters, all of which must hold. */
export const exceptionFilterSchema = z.strictObject({
  /** Part of the item, its name, the place, the batch, the reason or the user, in any case. */
  search: filterText.default(''),
  conditions: z.array(exceptionConditionSchema).max(40).default([]),
});

/** See `exceptionFilterSchema`. */
export type ExceptionFilter = Readonly<z.infer<typeof exceptionFilterSchema>>;

/** Columns to sort by, the first one first. Without any: the oldest first. */
export const exceptionSortSchema = z
  .array(z.strictObject({ column: columnSchema, descending: z.boolean() }))
  .max(8)
  .default([]);

/** See `exceptionSortSchema`. */
export type ExceptionSort = Readonly<z.infer<typeof exceptionSortSchema>>;

/** A stretch of the filtered and sorted exceptions. */
export const exceptionPageSchema = z.strictObject({
  filter: exceptionFilterSchema.prefault({}),
  sort: exceptionSortSchema,
  offset: z.int().min(0).max(1_000_000_000),
  limit: z.int().min(1).max(1000),
});

/** See `exceptionPageSchema`. */
export type ExceptionPageInput = Readonly<z.infer<typeof exceptionPageSchema>>;

/** Which exceptions to write into a file, and which columns in which order. */
export const exceptionExportSchema = z.strictObject({
  filter: exceptionFilterSchema.prefault({}),
  sort: exceptionSortSchema,
  columns: z.array(columnSchema).min(1).max(exceptionColumns.length),
});

/** See `exceptionExportSchema`. */
export type ExceptionExport = Readonly<z.infer<typeof exceptionExportSchema>>;

/** What the selects of the page offer: reasons, the most frequent first, and people. */
export interface ExceptionChoices {
  readonly reasons: readonly string[];
  readonly responsibles: readonly string[];
}
