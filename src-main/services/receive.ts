import type {
  OpenOrder,
  ReceiptInput,
  ReceiptNeeds,
  ReceiptNeedsInput,
  ReceiptScan,
  ReceivableOrder,
  ScannedReceipt,
} from '../domain/receive.ts';
import { stockKey } from '../domain/stock-key.ts';
import { post, type Posting } from '../store/ledger.ts';
import { siteOfStock } from '../store/receive-queries.ts';
import type { Store } from '../store/store.ts';
import { bringIn } from './bring-in.ts';
import type { ServiceContext } from './context.ts';
import { numbersFor, type GeneratedNumber } from './generated-numbers.ts';
import { openOrder, readReceiptScan, receivableOrders } from './receivable.ts';
import { receiptNeeds } from './receipt-needs.ts';
import { checkQuantity, receiptOf } from './receipt-source.ts';
import { returnedSerials } from './returned-serials.ts';
import type { Acted } from './stock-actions.ts';
import { arrivalOf, receiveTransfer } from './transfer-arrival.ts';

/** A receipt that was posted. */
export interface Received extends Acted {
  /** Serials that the tracking number group made, in their order. */
  readonly generated: readonly string[];
}

/** Use cases of the page Receive. */
export interface ReceiveService {
  /** Orders of which something is left to receive, and whose number or name contains a text. */
  orders(search: string): readonly ReceivableOrder[];
  /** What is left to receive of an order. @throws DomainError `not-found`. */
  order(orderId: number): OpenOrder;
  /** What a scan means: an order, an item, a label. */
  find(scan: ReceiptScan): ScannedReceipt;
  /** What a receipt of a quantity would ask, without posting it. @throws DomainError as `receive` does. */
  needs(source: ReceiptNeedsInput['source'], quantity: number): ReceiptNeeds;
  /**
   * Posts a receipt: purchase, production and return bring units in as the policy says; a transfer receipt takes what
   * is on its way.
   * @throws DomainError `invalid` naming the item and the line; nothing is received then.
   */
  receive(input: ReceiptInput): Promise<Received>;
}

/** Makes the service. */
export function createReceiveService(context: ServiceContext): ReceiveService {
  const { store } = context;
  return {
    orders: (search) => receivableOrders(store, search),
    order: (orderId) => openOrder(store, orderId),
    find: (scan) => readReceiptScan(store, scan),
    needs: (source, quantity) => receiptNeeds(store, { source, quantity }),
    receive: async (input) => {
      const generated = await numbersOf(context, input);
      return context.write(() =>
        post(store, context, (posting) => {
          const notices = postReceipt(store, posting, input, generated);
          return {
            notices,
            actionId: posting.actionId(),
            generated: generated.map(({ serial }) => serial),
          };
        }),
      );
    },
  };
}

/** The numbers that the item's number group makes for a receipt; what is refused in the end must not cost any. */
async function numbersOf(
  context: ServiceContext,
  { source, quantity, entries }: ReceiptInput,
): Promise<readonly GeneratedNumber[]> {
  const receipt = receiptOf(context.store, source);
  const { item, line, document } = receipt;
  if (document === 'transfer') return [];
  checkQuantity(receipt, quantity);
  return numbersFor(context, {
    itemNumber: item.itemNumber,
    quantity,
    entries,
    document,
    reference: line?.orderNumber ?? '',
    lotId: line === undefined ? '' : `${line.orderNumber}-${line.lineNumber}`,
  });
}

function postReceipt(
  store: Store,
  posting: Posting,
  input: ReceiptInput,
  generated: readonly GeneratedNumber[],
): readonly string[] {
  const { source, quantity, entries, location, licensePlate, inventoryStatus, batchNumber } = input;
  const receipt = receiptOf(store, source);
  checkQuantity(receipt, quantity);
  const { item, where } = receipt;
  if (receipt.document === 'transfer')
    return receiveTransfer(store, posting, arrivalOf(store, { item, where, line: receipt.line }), input);
  const { document, line } = receipt;
  const { itemNumber } = item;
  const to =
    'orderLineId' in source
      ? { warehouse: line?.warehouse ?? '', site: line?.site ?? '' }
      : { warehouse: source.warehouse, site: siteOfStock(store, itemNumber, source.warehouse) };
  const words = { document: line?.orderNumber, orderLineId: line?.id };
  posting.event(document === 'return' ? 'return-receipt' : 'receipt', {
    ...words,
    reason: line === undefined && document === 'production' ? 'Report as finished' : '',
  });
  return bringIn(store, posting, {
    item,
    key: stockKey({ ...to, itemNumber, location, licensePlate, inventoryStatus, batchNumber }),
    quantity,
    entries,
    document,
    generated,
    where,
    words,
    returned: document === 'return' ? returnedSerials(store, item, line) : undefined,
  });
}
