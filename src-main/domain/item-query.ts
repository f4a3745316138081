import { z } from 'zod';
import { captures, type Capture } from './capture.ts';
import { filterText, gridConditionSchema } from './grid-condition.ts';

/** One item as the grid shows it. */
export interface ItemRow {
  readonly itemNumber: string;
  readonly name: string;
  readonly trackingDimensionGroup: string;
  /** The group's setting, or '' where the item's group is unknown or does not track serial numbers. */
  readonly capture: Capture | '';
  readonly storageDimensionGroup: string;
  readonly warehouseProcesses: 'Yes' | 'No';
  readonly serialNumberGroup: string;
  readonly batchNumberGroup: string;
  readonly inventoryUnit: string;
  readonly serialMask: string;
  /** In thousandths of the inventory unit. */
  readonly onHandQuantity: number;
  /** In thousandths; 0 where the item does not track serial numbers on stock. */
  readonly blankQuantity: number;
}

/** A column of the grid Items. */
export interface ItemColumn {
  readonly key: keyof ItemRow;
  readonly label: string;
  readonly kind: 'text' | 'quantity' | 'choice';
  /** Values of a column of kind `choice`. */
  readonly choices?: readonly string[];
}

/** The columns of the grid Items in their first order. Labels are Dynamics'. */
export const itemGridColumns: readonly ItemColumn[] = [
  { key: 'itemNumber', label: 'Item number', kind: 'text' },
  { key: 'name', label: 'Product name', kind: 'text' },
  { key: 'trackingDimensionGroup', label: 'Tracking dimension group', kind: 'text' },
  { key: 'capture', label: 'Capture', kind: 'choice', choices: [...captures, ''] },
  { key: 'storageDimensionGroup', label: 'Storage dimension group', kind: 'text' },
  {
    key: 'warehouseProcesses',
    label: 'Use warehouse management processes',
    kind: 'choice',
    choices: ['Yes', 'No'],
  },
  { key: 'serialNumberGroup', label: 'Serial number group', kind: 'text' },
  { key: 'batchNumberGroup', label: 'Batch number group', kind: 'text' },
  { key: 'inventoryUnit', label: 'Inventory unit', kind: 'text' },
  { key: 'serialMask', label: 'Serial mask', kind: 'text' },
  { key: 'onHandQuantity', label: 'On-hand quantity', kind: 'quantity' },
  { key: 'blankQuantity', label: 'Blank quantity', kind: 'quantity' },
];

const columnSchema = z.enum(itemGridColumns.map(({ key }) => key) as [keyof ItemRow, ...(keyof ItemRow)[]]);

/** One condition on one column; quantities are in thousandths. */
export const itemConditionSchema = gridConditionSchema(
  columnSchema,
  z.enum(['onHandQuantity', 'blankQuantity']),
);

/** See `itemConditionSchema`. */
export type ItemCondition = Readonly<z.infer<typeof itemConditionSchema>>;

/** Which items: the search box and the column filters, all of which must hold. */
export const itemFilterSchema = z.strictObject({
  /** Part of the item number, the name, a group or a serial mask, in any case. */
  search: filterText.default(''),
  conditions: z.array(itemConditionSchema).max(40).default([]),
});

/** See `itemFilterSchema`. */
export type ItemFilter = Readonly<z.infer<typeof itemFilterSchema>>;

/** Columns to sort by, the first one first. Without any: by item number. */
export const itemSortSchema = z
  .array(z.strictObject({ column: columnSchema, descending: z.boolean() }))
  .max(8)
  .default([]);

/** See `itemSortSchema`. */
export type ItemSort = Readonly<z.infer<typeof itemSortSchema>>;

/** A stretch of the filtered and sorted items. */
export const itemPageSchema = z.strictObject({
  filter: itemFilterSchema.prefault({}),
  sort: itemSortSchema,
  offset: z.int().min(0).max(1_000_000_000),
  limit: z.int().min(1).max(1000),
});

/** See `itemPageSchema`. */
export type ItemPageInput = Readonly<z.infer<typeof itemPageSchema>>;

/** Which items a change of many is meant for: those named, or all that match. */
export const itemChoiceSchema = z.union([
  z.strictObject({ itemNumbers: z.array(z.string().min(1).max(250)).min(1).max(100_000) }),
  z.strictObject({ filter: itemFilterSchema }),
]);

/** See `itemChoiceSchema`. */
export type ItemChoice = Readonly<z.infer<typeof itemChoiceSchema>>;
