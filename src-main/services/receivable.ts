import { cleanText } from '../domain/blank.ts';
import { DomainError } from '../domain/problem.ts';
import {
  RECEIVABLE_LINES,
  RECEIVABLE_ORDERS,
  type OpenOrder,
  type ReceiptScan,
  type ReceivableOrder,
  type ScannedReceipt,
} from '../domain/receive.ts';
import { orderById } from '../store/order-queries.ts';
import { kindNumbered, openLines, openOrders, openOrdersNumbered } from '../store/receive-queries.ts';
import type { Store } from '../store/store.ts';
import { scannedItem } from './scanned-item.ts';

/** Orders of which something is left to receive, the newest first. */
export function receivableOrders(store: Store, search: string): readonly ReceivableOrder[] {
  return openOrders(store, cleanText(search), RECEIVABLE_ORDERS);
}

/** An order with what is left to receive of it. @throws DomainError `not-found`. */
export function openOrder(store: Store, orderId: number): OpenOrder {
  const order = orderById(store, orderId);
  if (order === undefined)
    throw new DomainError('not-found', 'This order does not exist any more.', 'orderId');
  const { id, kind, number, name } = order;
  const found = openOrdersNumbered(store, number).find((one) => one.id === id);
  return {
    order: found ?? { id, kind, number, name, openLines: 0 },
    lines: openLines(store, id, undefined, RECEIVABLE_LINES),
  };
}

/** What a scan on the page Receive means: the number of an order, an item, its barcode, or a GS1 label of it. */
export function readReceiptScan(store: Store, { text, orderId }: ReceiptScan): ScannedReceipt {
  const { words, isLabel, item, batchNumber, problem: wrong } = scannedItem(store, text);
  if (wrong !== '') return { orders: [], item: null, lines: [], batchNumber: '', problem: wrong };
  const lines =
    item === null || orderId === undefined
      ? []
      : openLines(store, orderId, item.itemNumber, RECEIVABLE_LINES);
  const orders = isLabel ? [] : openOrdersNumbered(store, words);
  const problem = item !== null || orders.length > 0 ? '' : nothingFound(store, words, isLabel);
  return { orders, item, lines, batchNumber, problem };
}

function nothingFound(store: Store, text: string, isLabel: boolean): string {
  if (isLabel) return 'No item has the GTIN of this label.';
  const order = kindNumbered(store, text);
  if (order === undefined) return `There is no order and no item ${text}.`;
  if (order.kind === 'Sales')
    return `${order.number} is a sales order: it is picked and shipped, not received.`;
  return order.kind === 'Transfer'
    ? `Nothing of ${order.number} is on its way.`
    : `Nothing is left to receive of ${order.number}.`;
}
