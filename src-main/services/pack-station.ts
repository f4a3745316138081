import { cleanText } from '../domain/blank.ts';
import { nameKey } from '../domain/name-key.ts';
import { PACK_ORDERS, type PackOrder, type PackScan, type PackStation } from '../domain/pack.ts';
import { lineProgress, linesOfOrder, orderByNumber } from '../store/order-queries.ts';
import { containerByKey, packOrders } from '../store/pack-queries.ts';
import type { Store } from '../store/store.ts';
import { scannedItem } from './scanned-item.ts';
import { shippable } from './ship.ts';

/** Orders of which something is picked or packed, the oldest first. */
export function ordersToPack(store: Store, search: string): readonly PackOrder[] {
  return packOrders(store, cleanText(search), PACK_ORDERS);
}

/** The order at the station with its lines. @throws DomainError `not-found`; `invalid` for one that is received. */
export function packStation(store: Store, orderId: number): PackStation {
  const { id, kind, number, name } = shippable(store, orderId);
  const lines = linesOfOrder(store, orderId);
  const progress = lineProgress(
    store,
    lines.map((line) => line.id),
  );
  return {
    order: { id, kind, number, name },
    lines: lines.map((line) => {
      const { itemNumber, itemName, inventoryUnit, warehouse, lineNumber, quantity } = line;
      const done = progress.get(line.id);
      return {
        id: line.id,
        lineNumber,
        itemNumber,
        itemName,
        inventoryUnit,
        warehouse,
        ordered: quantity,
        openWork: done?.openWork ?? 0,
        picked: done?.picked ?? 0,
        packed: done?.packed ?? 0,
        shipped: done?.shipped ?? 0,
      };
    }),
  };
}

/** What a scan at the station means: an item of the order, one of its containers, or another order. */
export function readPackScan(
  store: Store,
  { orderId, text }: { readonly orderId: number; readonly text: string },
): PackScan {
  const { order, lines } = packStation(store, orderId);
  const nothing = { lineIds: [], containerId: null, orderId: null, problem: '' };
  const { words, isLabel, item, problem } = scannedItem(store, text);
  if (problem !== '') return { ...nothing, problem };
  const ofItem = lines.filter(({ itemNumber }) => itemNumber === item?.itemNumber);
  const toPack = ofItem.filter(({ picked }) => picked > 0);
  if (toPack.length > 0) return { ...nothing, lineIds: toPack.map(({ id }) => id) };
  const container = isLabel ? undefined : containerByKey(store, nameKey(words));
  if (container?.orderId === orderId) return { ...nothing, containerId: container.id };
  const other = isLabel
    ? undefined
    : (orderByNumber(store, 'Sales', words) ?? orderByNumber(store, 'Transfer', words));
  if (other !== undefined) return { ...nothing, orderId: other.id };
  return { ...nothing, problem: nothingToPack(order.number, words, item?.itemNumber, ofItem) };
}

function nothingToPack(
  order: string,
  words: string,
  itemNumber: string | undefined,
  ofItem: PackStation['lines'],
): string {
  if (itemNumber === undefined) return `There is no item, no container of ${order} and no order ${words}.`;
  if (ofItem.length === 0) return `${itemNumber} is not on ${order}.`;
  if (ofItem.some(({ openWork }) => openWork > 0))
    return `${itemNumber} of ${order} is not picked yet. Pick it first.`;
  return `Nothing of ${itemNumber} is picked for ${order} and not packed.`;
}
