import { itemGridColumns, type ItemColumn, type ItemRow } from '../../../src-main/domain/item-query.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { formatQuantity } from '../../app/format.ts';
import type { GridColumn } from '../../grid/grid-types.ts';
import { captureLabel } from '../on-hand/capture-label.ts';

/** First widths in pixels. Together they fit beside the navigation on a small screen. */
const widths: Partial<Record<ItemColumn['key'], number>> = {
  itemNumber: 84,
  name: 96,
  trackingDimensionGroup: 96,
  capture: 72,
  storageDimensionGroup: 96,
  warehouseProcesses: 120,
  serialNumberGroup: 76,
  batchNumberGroup: 76,
  inventoryUnit: 88,
  serialMask: 72,
};

const WIDTH = 82;

const kinds = { text: 'text', quantity: 'number', choice: 'choice' } as const;

/** The columns of the grid Items. */
export const itemsGridColumns: readonly GridColumn<ItemRow>[] = itemGridColumns.map(
  ({ key, label, kind, choices }): GridColumn<ItemRow> => ({
    key,
    label,
    kind: kinds[kind],
    hidden: false,
    width: widths[key] ?? WIDTH,
    grows: key === 'name',
    ...(kind === 'quantity'
      ? {
          value: (row) => Number(row[key]) / THOUSANDTHS,
          format: (value) => formatQuantity(Number(value) * THOUSANDTHS),
        }
      : { value: (row) => row[key] }),
    ...(choices !== undefined && {
      choices: choices.map((value) => ({
        value,
        label: key === 'capture' ? captureLabel(value) : value,
      })),
    }),
  }),
);
