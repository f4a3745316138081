import { orderKinds, type OrderInput, type OrderKind } from '../../../src-main/domain/order.ts';
import { readQuantity, THOUSANDTHS, writeQuantity } from '../../../src-main/domain/quantity.ts';
import type { apiClient } from '../../api/client.ts';
import type { NumberFormat } from '../../form/form-number-field.tsx';

/** A stored order with its lines and what happened for them. */
export type Order = Awaited<ReturnType<typeof apiClient.orders.get.query>>;

/** A stored line. */
export type OrderLineState = Order['lines'][number];

/** A line of the form. */
export type LineInput = OrderInput['lines'][number];

/** The address of the page. */
export const ORDERS_HOME = '/orders';

/** The kinds, with what they do. */
export const orderKindWords: Readonly<Record<OrderKind, string>> = {
  Purchase: 'Bought from a vendor: received',
  Sales: 'Sold to a customer: released, picked, packed and shipped',
  Transfer: 'Moved to another warehouse: released, picked, shipped and received there',
  Return: 'Given back by a customer: received',
  Production: 'Made here: reported as finished',
};

/** An empty line; what the line before it says of the warehouses is likely true of it too. */
export function newLine(before?: LineInput): LineInput {
  return {
    itemNumber: '',
    quantity: THOUSANDTHS,
    unit: '',
    site: before?.site ?? '',
    warehouse: before?.warehouse ?? '',
    toSite: before?.toSite ?? '',
    toWarehouse: before?.toWarehouse ?? '',
    returnsLine: null,
  };
}

/** What the form shows of a stored order. */
export function inputOf({ kind, number, name, lines }: Order): OrderInput {
  return {
    kind,
    number,
    name,
    lines: lines.map((line) => ({
      id: line.id,
      itemNumber: line.itemNumber,
      quantity: line.unitQuantity,
      unit: line.unit,
      site: line.site,
      warehouse: line.warehouse,
      toSite: line.toSite,
      toWarehouse: line.toWarehouse,
      returnsLine: line.returnsLine,
    })),
  };
}

/** A text as a kind of orders, if it is one. */
export function asKind(text: string): OrderKind | undefined {
  return orderKinds.find((kind) => kind === text);
}

/** Quantities as the form writes and reads them, in thousandths. */
export const quantities: NumberFormat = {
  write: writeQuantity,
  read: (text) => {
    const read = readQuantity(text.trim());
    return 'value' in read ? read.value : Number.NaN;
  },
};
