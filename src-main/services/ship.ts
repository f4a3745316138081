import type { ConfirmShipmentInput, LeavingLine, ShipmentState } from '../domain/pack.ts';
import { DomainError } from '../domain/problem.ts';
import type { SerialEntry } from '../domain/serial-entry.ts';
import { post, type Posting } from '../store/ledger.ts';
import { linesOfOrder, orderById, type OrderHead } from '../store/order-queries.ts';
import { confirmShipped, deleteEmptyContainers, openShipment, readyToShip } from '../store/pack-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { registerOnDocument } from './document-serials.ts';
import { shipmentState } from './shipment-state.ts';
import type { Acted } from './stock-actions.ts';
import { stockedItem } from './stocked-item.ts';

/** Use cases of Confirm shipment. */
export interface ShipService {
  /** What would leave, and what it still lacks. @throws DomainError `not-found`, `invalid` for an order that is received. */
  state(orderId: number): ShipmentState;
  /**
   * Lets everything that is picked or packed for an order leave: a sales order's units leave the stock, those of a
   * transfer order are in transit until they are received.
   * @throws DomainError `invalid` where a container is open, a unit is not packed that must be, or lacks its serial.
   */
  confirm(input: ConfirmShipmentInput): Promise<Acted>;
}

/** Makes the service. */
export function createShipService(context: ServiceContext): ShipService {
  const { store } = context;
  return {
    state: (orderId) => shipmentState(store, shippable(store, orderId)),
    confirm: (input) =>
      context.write(() =>
        post(store, context, (posting) => {
          confirm(context, posting, input);
          return { actionId: posting.actionId(), notices: [] };
        }),
      ),
  };
}

/** An order that leaves the warehouse. @throws DomainError `not-found`, `invalid`. */
export function shippable(
  store: Store,
  orderId: number,
): OrderHead & { readonly kind: 'Sales' | 'Transfer' } {
  const order = orderById(store, orderId);
  if (order === undefined)
    throw new DomainError('not-found', 'This order does not exist any more.', 'orderId');
  const { kind } = order;
  if (kind !== 'Sales' && kind !== 'Transfer')
    throw new DomainError('invalid', `${order.number} is received, not shipped.`, 'orderId');
  return { ...order, kind };
}

function confirm(
  context: ServiceContext,
  posting: Posting,
  { orderId, registered }: ConfirmShipmentInput,
): void {
  const { store } = context;
  const order = shippable(store, orderId);
  const { lines, missing } = shipmentState(store, order);
  if (lines.length === 0)
    throw new DomainError('invalid', `Nothing is picked for ${order.number} yet.`, 'orderId');
  if (missing.length > 0) throw new DomainError('invalid', missing.join(' '), 'orderId');
  const entries = entriesByLine(order, lines, registered);
  const rows = Map.groupBy(readyToShip(store, order.id), ({ key }) => key.orderLineId);
  const numbers = new Map(linesOfOrder(store, order.id).map((line) => [line.id, line]));
  for (const { orderLineId } of lines) {
    posting.event(order.kind === 'Transfer' ? 'transfer-shipment' : 'ship', {
      document: order.number,
      orderLineId,
    });
    for (const { id, key, quantity } of rows.get(orderLineId) ?? [])
      if (order.kind === 'Transfer')
        posting.move(id, { ...key, location: '', licensePlate: '', containerId: 0, inTransit: 1 }, quantity);
      else posting.take(id, quantity);
    const [line, given] = [numbers.get(orderLineId), entries.get(orderLineId)];
    if (line !== undefined && given !== undefined)
      atPath(`registered.${given.index}.`, () =>
        registerOnDocument(store, context, {
          item: stockedItem(store, line.itemNumber),
          line,
          entries: given.entries,
          step: 'Ship',
          actionId: posting.actionId(),
        }),
      );
  }
  deleteEmptyContainers(store, order.id);
  openShipment(store, order.id, order.number);
  confirmShipped(store, order.id, context.now().toISOString(), posting.actionId());
}

/** Runs a part of the work; what it refuses names its own field, seen from there. */
function atPath(prefix: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.message, `${prefix}${error.path}`);
  }
}

/**
 * The serials that are registered with the packing slip, by line: where a line wants them, as many as it ships.
 * @throws DomainError `invalid` naming the line.
 */
function entriesByLine(
  { number }: OrderHead,
  lines: readonly LeavingLine[],
  registered: ConfirmShipmentInput['registered'],
): ReadonlyMap<number, { readonly index: number; readonly entries: readonly SerialEntry[] }> {
  const found = new Map<number, { readonly index: number; readonly entries: readonly SerialEntry[] }>();
  for (const [index, { orderLineId, entries }] of registered.entries()) {
    const refuse = (sentence: string): never => {
      throw new DomainError('invalid', sentence, `registered.${index}.entries`);
    };
    const line = lines.find((one) => one.orderLineId === orderLineId);
    if (found.has(orderLineId)) refuse('The serial numbers of a line are given twice.');
    if (line === undefined)
      return refuse(`Nothing leaves of a line that serial numbers are given for on ${number}.`);
    if (line.atSlip === null && entries.length > 0)
      refuse(`The serial numbers of ${line.itemNumber} are not registered at the packing slip.`);
    if (line.atSlip !== null && entries.length > line.atSlip.maximum)
      refuse(
        `${entries.length} serial numbers were entered for ${line.atSlip.maximum} shipped units of ${line.itemNumber}.`,
      );
    if (line.atSlip?.notReadable === false && entries.some((entry) => 'notReadable' in entry))
      refuse(
        `A label of ${line.itemNumber} that cannot be read is not registered: Blank issue allowed is off.`,
      );
    if (entries.length > 0) found.set(orderLineId, { index, entries });
  }
  for (const { orderLineId, lineNumber, itemNumber, atSlip } of lines) {
    const entered = found.get(orderLineId)?.entries.length ?? 0;
    if (atSlip === null || entered >= atSlip.needed) continue;
    const index = registered.findIndex((one) => one.orderLineId === orderLineId);
    throw new DomainError(
      'invalid',
      `${itemNumber} needs ${atSlip.needed} serial ${atSlip.needed === 1 ? 'number' : 'numbers'} on line ${lineNumber}; ${entered} ${entered === 1 ? 'is' : 'are'} entered.`,
      index < 0 ? 'registered' : `registered.${index}.entries`,
    );
  }
  return found;
}
