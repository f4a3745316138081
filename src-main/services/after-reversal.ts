import type { InventoryEvent } from '../domain/inventory-event.ts';
import { hasShipped } from '../domain/line-shipments.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { StockKey } from '../domain/stock-key.ts';
import {
  putBackRegistered,
  registeredBy,
  registeredElsewhere,
  registeredUnits,
  removeRegisteredBy,
  shipmentsOf,
  takenOffBy,
  wasTakenOff,
} from '../store/document-serial-queries.ts';
import { lineProgress, orderLineById } from '../store/order-queries.ts';
import {
  containerById,
  containerByKey,
  containersRegisteredBy,
  insertContainer,
  openShipment,
  packedLines,
  takeBackShipments,
  type StoredContainer,
} from '../store/pack-queries.ts';
import { reopenWork, setRemaining, shortPickOf, workById } from '../store/pick-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import type { AfterReversal } from './reverse-event.ts';

/** What goes back beside the stock: open work of a pick, a shipment that left, serials on a sales line. */
export function afterReversals({
  store,
  now,
}: Pick<ServiceContext, 'store' | 'now'>): readonly AfterReversal[] {
  return [
    (event, moved) => {
      if (event.kind !== 'pick') return undefined;
      for (const { key, quantity } of moved)
        if (quantity < 0 && key.orderLineId === 0)
          reopenWork(store, { ...key, orderLineId: event.orderLineId }, -quantity);
      return () => reopenGivenUp(store, event.id);
    },
    (event, moved) => {
      if (event.kind === 'ship' || event.kind === 'transfer-shipment')
        takeBackShipments(store, event.actionId, containersOf(moved));
    },
    (event, moved) => {
      // These come by the thousand, and what registers serials on a sales line is another event of their action.
      if (event.kind === 'capture' || event.kind === 'exception') return undefined;
      const at = now().toISOString();
      if (event.kind === 'reduce-pick' || event.kind === 'unpack') {
        putBackSerials(store, event.actionId);
        return event.kind === 'reduce-pick'
          ? () => refuseMoreThanOrdered(store, event.orderLineId)
          : undefined;
      }
      if (event.kind === 'pick' && wasTakenOff(store, event.actionId))
        throw new DomainError(
          'in-use',
          'A part of what was picked then is back already. Take the rest back by Reduce picked quantity.',
        );
      if (event.kind === 'pick') refuseShipped(store, event.actionId);
      if (event.kind === 'registration')
        for (const containerId of containersRegisteredBy(store, event.actionId))
          refuseClosed(containerById(store, containerId));
      removeRegisteredBy(store, event.actionId, at);
      return event.kind === 'pack'
        ? () => refuseMoreThanPacked(store, event, containersOf(moved))
        : undefined;
    },
    (event, moved) => {
      // What left in a closed container comes back in it; nothing else changes in one that is closed.
      const shipped = event.kind === 'ship' || event.kind === 'transfer-shipment';
      for (const containerId of containersOf(moved)) {
        const container = containerById(store, containerId);
        if (container === undefined) bringContainerBack(store, event, moved, containerId);
        else if (!shipped) refuseClosed(container);
      }
    },
  ];
}

const containersOf = (moved: readonly { readonly key: StockKey }[]): readonly number[] => [
  ...new Set(moved.map(({ key }) => key.containerId).filter((id) => id !== 0)),
];

/**
 * A container that was removed when it was empty is there again with what comes back into it.
 * @throws DomainError `in-use` where another one has its number by now.
 */
function bringContainerBack(
  store: Store,
  { orderLineId }: Pick<InventoryEvent, 'orderLineId'>,
  moved: readonly { readonly key: StockKey; readonly quantity: number }[],
  id: number,
): void {
  const coming = moved.find(({ key, quantity }) => key.containerId === id && quantity < 0);
  const line = orderLineById(store, orderLineId);
  if (coming === undefined || line === undefined) return refuseClosed(undefined);
  const { licensePlate: number, warehouse, location } = coming.key;
  const numberKey = nameKey(number);
  if (containerByKey(store, numberKey) !== undefined)
    throw new DomainError(
      'in-use',
      `${number} was removed since, and another container has its number by now.`,
    );
  const shipmentId = openShipment(store, line.orderId, line.orderNumber).id;
  insertContainer(store, { id, number, numberKey, shipmentId, warehouse, location });
}

/** @throws DomainError `in-use` where a container is closed, or not there any more. */
function refuseClosed(container: StoredContainer | undefined): void {
  if (container === undefined)
    throw new DomainError('in-use', 'The container that this would change was removed since.');
  if (container.closedAt !== '')
    throw new DomainError('in-use', `${container.number} is closed. Reopen it first.`);
}

/** @throws DomainError `in-use` where more serials would be registered for a container than units are in it. */
function refuseMoreThanPacked(
  store: Store,
  { orderLineId }: Pick<InventoryEvent, 'orderLineId'>,
  containerIds: readonly number[],
): void {
  for (const containerId of containerIds) {
    const registered = registeredUnits(store, orderLineId, containerId);
    const line = packedLines(store, containerId).find((one) => one.orderLineId === orderLineId);
    if (registered > Math.floor((line?.quantity ?? 0) / THOUSANDTHS))
      throw new DomainError(
        'in-use',
        'The serial numbers of these units are registered on the sales line. Reverse that first, or unpack them.',
      );
  }
}

/** Opens what a short pick gave up again, as far as it was not released anew meanwhile. */
function reopenGivenUp(store: Store, eventId: number): void {
  const short = shortPickOf(store, eventId);
  const work = short && workById(store, short.workId);
  if (short === undefined || work === undefined) return;
  const line = lineProgress(store, [work.orderLineId]).get(work.orderLineId);
  const open = line === undefined ? 0 : line.ordered - line.released;
  if (open > 0) setRemaining(store, work.id, work.remaining + Math.min(open, short.quantity));
}

/** @throws DomainError `in-use` where a serial that an action registered was shipped: others may stand picked by now. */
function refuseShipped(store: Store, actionId: number): void {
  for (const { serial, document, orderLineId } of registeredBy(store, actionId))
    if (hasShipped(shipmentsOf(store, orderLineId), actionId))
      throw new DomainError(
        'in-use',
        `${serial === '' ? 'A unit of this pick' : serial} was shipped with ${document} since. Reverse that shipment first.`,
      );
}

/**
 * @throws DomainError `in-use` where one of the serials was registered for another unit meanwhile, or where its line was
 * shipped without it: on the line it would count as shipped.
 */
function putBackSerials(store: Store, actionId: number): void {
  for (const { serial, document, orderLineId, actionId: registeredAt, lineNumber } of takenOffBy(
    store,
    actionId,
  ))
    if (hasShipped(shipmentsOf(store, orderLineId), registeredAt))
      throw new DomainError(
        'in-use',
        `Line ${lineNumber} of ${document} was shipped since without ${serial === '' ? 'a unit of it' : serial}. Pick the unit again, or reverse that shipment first.`,
      );
  const taken = registeredElsewhere(store, actionId);
  if (taken !== undefined)
    throw new DomainError(
      'in-use',
      `${taken.serial} is registered on ${taken.document} by now, so it cannot come back to this line.`,
    );
  putBackRegistered(store, actionId);
}

/** What was put back may have been released again: a line is never picked for more than was ordered. */
function refuseMoreThanOrdered(store: Store, orderLineId: number): void {
  const progress = lineProgress(store, [orderLineId]).get(orderLineId);
  const line = orderLineById(store, orderLineId);
  if (progress === undefined || line === undefined || progress.released <= progress.ordered) return;
  throw new DomainError(
    'in-use',
    `Line ${line.lineNumber} of ${line.orderNumber} was released again since, so more would be picked than ordered. Cancel its open work first.`,
  );
}
