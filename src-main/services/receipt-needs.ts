import { THOUSANDTHS } from '../domain/quantity.ts';
import { SHOWN_SERIALS, type ReceiptNeeds, type ReceiptNeedsInput } from '../domain/receive.ts';
import { blankReceipt, type InboundSerials } from '../domain/serial-policy.ts';
import { itemByNumber } from '../store/item-queries.ts';
import { shippedSerialsOf } from '../store/receive-queries.ts';
import type { Store } from '../store/store.ts';
import { inboundOf } from './bring-in.ts';
import { receiptOf } from './receipt-source.ts';
import { generatingGroup, type StockedItem } from './stocked-item.ts';
import { unitsAt } from './take-units.ts';
import { arrivalOf, askedOnArrival } from './transfer-arrival.ts';

/** What receiving a quantity would ask, without receiving it. @throws DomainError as `receiptOf` does. */
export function receiptNeeds(store: Store, { source, quantity }: ReceiptNeedsInput): ReceiptNeeds {
  const receipt = receiptOf(store, source);
  const { item, line, where, open } = receipt;
  const { itemNumber, name, inventoryUnit, policy } = item;
  const units = Math.floor(quantity / THOUSANDTHS);
  const known = {
    itemNumber,
    itemName: name,
    inventoryUnit,
    units: itemByNumber(store, itemNumber)?.units ?? [],
    tracked: policy.tracked,
    document: receipt.document,
    warehouse: (receipt.document === 'transfer' ? line?.toWarehouse : line?.warehouse) ?? '',
    open: open ?? null,
    notReadable: policy.tracked && blankReceipt(policy),
  };
  if (receipt.document === 'transfer') {
    const arrival = arrivalOf(store, { item, line: receipt.line, where });
    const asked = askedOnArrival(arrival, quantity);
    const serials = arrival.rows.flatMap(({ key }) => (key.serialNumber === '' ? [] : [key.serialNumber]));
    const warehouse = arrival.rows[0]?.key.warehouse ?? receipt.line.warehouse;
    return {
      ...known,
      ...asked,
      needed: Math.ceil(asked.needed),
      maximum: Math.ceil(asked.needed),
      scope: {
        kind: 'place',
        warehouse,
        location: arrival.rows[0]?.key.location ?? '',
        orderLineId: receipt.line.id,
        inTransit: true,
      },
      serials: serials.slice(0, SHOWN_SERIALS),
      serialCount: serials.length,
      blankUnits: unitsAt(arrival.rows).blank,
      generatedBy: '',
    };
  }
  const { document } = receipt;
  const inbound = inboundOf(store, item, document);
  const group = generatingGroup(store, item, document)?.code ?? '';
  const offered =
    document === 'return' && policy.tracked && line?.returnsLine
      ? shippedSerialsOf(store, line.returnsLine)
      : [];
  const leaves = inbound === 'untracked' || inbound === 'generated';
  return {
    ...known,
    notReadable: known.notReadable && inbound !== 'left-blank',
    needed: inbound === 'required' ? units : 0,
    maximum: leaves ? 0 : inbound === 'left-blank' ? Math.min(units, offered.length) : units,
    capturesNew: true,
    scope:
      document === 'return' ? { kind: 'return', ...(line && { orderLineId: line.id }) } : { kind: 'receive' },
    sentence: sentenceOf(item, inbound, group, offered.length > 0),
    serials: offered.slice(0, SHOWN_SERIALS),
    serialCount: offered.length,
    blankUnits: 0,
    generatedBy: inbound === 'generated' ? group : '',
  };
}

function sentenceOf(
  { policy }: StockedItem,
  inbound: InboundSerials,
  group: string,
  offers: boolean,
): string {
  switch (inbound) {
    case 'required':
      return 'One serial number for each unit.';
    case 'generated':
      return `Number group ${group} will make the serial numbers.`;
    case 'left-blank': {
      const step = policy.capture.toLowerCase();
      const rest = offers
        ? ' Serial numbers that the order shipped may be entered and stay.'
        : group === ''
          ? ''
          : ` Number group ${group} makes none here.`;
      return `No serial number is asked here: it is captured at ${step}.${rest}`;
    }
    case 'optional':
      return 'Serial numbers may be entered; units without one stay blank.';
    case 'untracked':
      return policy.salesProcess
        ? 'The serial number is registered on the sales document, not on stock.'
        : 'This item is not tracked by serial number.';
  }
}
