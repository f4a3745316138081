import {
  receiptDocuments,
  type ReceiptDocument,
  type ReceiptNeedsInput,
  type ReceivableLine,
  type ReceivableOrder,
} from '../../../src-main/domain/receive.ts';
import type { OrderKind } from '../../../src-main/domain/order.ts';

/** What the page is about to receive. */
export type Source =
  | {
      readonly kind: 'line';
      readonly line: ReceivableLine;
      readonly orderNumber: string;
      readonly orderKind: OrderKind;
      /** From the label that was scanned; empty where it said none. */
      readonly batchNumber: string;
    }
  | {
      readonly kind: 'item';
      readonly itemNumber: string;
      readonly itemName: string;
      readonly batchNumber: string;
    };

/** One text for a source: another text is another form. */
export function sourceKey(source: Source): string {
  return source.kind === 'line' ? `line ${source.line.id}` : `item ${source.itemNumber}`;
}

/** The item of a source. */
export function itemOf(source: Source): string {
  return source.kind === 'line' ? source.line.itemNumber : source.itemNumber;
}

/** The source of `receive.needs`. */
export function needsSource(source: Source, document: ReceiptDocument): ReceiptNeedsInput['source'] {
  return source.kind === 'line'
    ? { orderLineId: source.line.id }
    : { itemNumber: source.itemNumber, document };
}

/** A source in words, e.g. `A-100 Drone, line 2 of PO-000007`. */
export function sourceWords(source: Source): string {
  const [name, where] =
    source.kind === 'line'
      ? [source.line.itemName, `, line ${source.line.lineNumber} of ${source.orderNumber}`]
      : [source.itemName, ''];
  return `${itemOf(source)}${name === '' ? '' : ` ${name}`}${where}`;
}

/** A line of an order as a source. */
export function lineSource(
  { number, kind }: Pick<ReceivableOrder, 'number' | 'kind'>,
  line: ReceivableLine,
  batchNumber = '',
): Source {
  return { kind: 'line', line, orderNumber: number, orderKind: kind, batchNumber };
}

/** The documents by which an item without an order is received, for the select. */
export const documentChoices = Object.entries(receiptDocuments).map(([value, label]) => ({
  value: value as ReceiptDocument,
  label,
}));
