import type { NumberDocument } from '../domain/number-generation.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS, writeQuantity } from '../domain/quantity.ts';
import type { ReceiptDocument, ReceiptNeedsInput } from '../domain/receive.ts';
import { lineProgress, orderLineById, type OrderLine } from '../store/order-queries.ts';
import type { Store } from '../store/store.ts';
import { stockedItem, type StockedItem } from './stocked-item.ts';

/** What a receipt is about, read anew inside the transaction that posts it. */
export type ReceiptOf = {
  readonly item: StockedItem;
  /** Names the line in a refusal, e.g. ` on line 2 of PO-7`; empty where there is no order. */
  readonly where: string;
  /** What the order line still wants, in thousandths; undefined where there is no order. */
  readonly open: number | undefined;
} & (
  | { readonly document: 'transfer'; readonly line: OrderLine }
  | { readonly document: ReceiptDocument & NumberDocument; readonly line: OrderLine | undefined }
);

const documents = { Purchase: 'purchase', Production: 'production', Return: 'return' } as const;

/** Reads what is to be received. @throws DomainError `not-found`, `invalid` for a sales order. */
export function receiptOf(store: Store, source: ReceiptNeedsInput['source']): ReceiptOf {
  if (!('orderLineId' in source)) {
    const item = stockedItem(store, source.itemNumber, 'source.itemNumber');
    return { item, document: source.document, line: undefined, where: '', open: undefined };
  }
  const line = orderLineById(store, source.orderLineId);
  if (line === undefined)
    throw new DomainError('not-found', 'This order line does not exist any more.', 'source.orderLineId');
  const item = stockedItem(store, line.itemNumber);
  const progress = lineProgress(store, [line.id]).get(line.id);
  const where = ` on line ${line.lineNumber} of ${line.orderNumber}`;
  switch (line.orderKind) {
    case 'Sales':
      throw new DomainError(
        'invalid',
        `${line.orderNumber} is a sales order: it is picked and shipped, not received.`,
        'source.orderLineId',
      );
    case 'Transfer':
      return { item, where, line, document: 'transfer', open: progress?.inTransit ?? 0 };
    default: {
      const open = Math.max(0, line.quantity - (progress?.received ?? 0));
      return { item, where, line, document: documents[line.orderKind], open };
    }
  }
}

/** @throws DomainError `invalid` where the quantity is more than is left, or a part of a unit that needs a serial. */
export function checkQuantity({ item, where, line, open }: ReceiptOf, quantity: number): void {
  if (open !== undefined && quantity > open)
    throw new DomainError(
      'invalid',
      open > 0
        ? `Only ${writeQuantity(open)} of ${item.itemNumber} are left to receive${where}.`
        : line?.orderKind === 'Transfer'
          ? `Nothing of ${item.itemNumber} is on its way${where}.`
          : `Nothing of ${item.itemNumber} is left to receive${where}.`,
      'quantity',
    );
  if (item.policy.tracked && quantity % THOUSANDTHS !== 0)
    throw new DomainError(
      'invalid',
      `${item.itemNumber}${where} is tracked by serial number, so whole units of it are received.`,
      'quantity',
    );
}
