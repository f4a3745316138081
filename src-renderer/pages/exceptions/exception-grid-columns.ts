import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import {
  exceptionColumns,
  type ExceptionColumn,
  type StockException,
} from '../../../src-main/domain/stock-exception.ts';
import { formatDays, formatQuantity } from '../../app/format.ts';
import type { GridColumn } from '../../grid/grid-types.ts';

/** First widths in pixels. Together the columns fit beside the navigation on a small screen. */
const widths: Readonly<Record<ExceptionColumn['key'], number>> = {
  itemNumber: 76,
  productName: 80,
  warehouse: 94,
  location: 80,
  licensePlate: 64,
  batchNumber: 68,
  quantity: 78,
  reason: 110,
  recordedBy: 78,
  recorded: 90,
  age: 62,
  responsible: 100,
  heldFor: 60,
};

/** The columns of the grid Exceptions. */
export const exceptionGridColumns: readonly GridColumn<StockException>[] = exceptionColumns.map(
  ({ key, label, kind }): GridColumn<StockException> => ({
    key,
    label,
    kind: kind === 'text' ? 'text' : 'number',
    hidden: false,
    width: widths[key],
    grows: key === 'productName' || key === 'reason',
    value: (row) => (key === 'quantity' ? row.quantity / THOUSANDTHS : row[key]),
    ...(key === 'quantity' && { format: (value) => formatQuantity(Number(value) * THOUSANDTHS) }),
    ...(key === 'age' && { format: (value) => formatDays(Number(value)) }),
    ...(key === 'heldFor' && { render: ({ heldFor, holding }) => heldWords(heldFor, holding) }),
  }),
);

function heldWords(order: string, holding: string): string {
  return [order, holding.toLowerCase()].filter((part) => part !== '').join(', ');
}
