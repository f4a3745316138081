import type { PackInput, PackNeeds, PackNeedsInput, UnpackNeeds } from '../domain/pack.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import { blankMayPass, capturesAt, type OutboundStep } from '../domain/serial-policy.ts';
import { registeredUnits } from '../store/document-serial-queries.ts';
import { itemByNumber } from '../store/item-queries.ts';
import { orderLineById, type OrderLine } from '../store/order-queries.ts';
import { containerById, packedIn, type StoredContainer } from '../store/pack-queries.ts';
import { pickedOf } from '../store/pick-queries.ts';
import type { StockRow } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import { registersAtPack } from './closing-container.ts';
import { stockedItem, type StockedItem } from './stocked-item.ts';
import { refuseParts } from './take-refusals.ts';
import { askedWhenTaking, unitsAt } from './take-units.ts';

const STEP: OutboundStep = 'Pack';

/** A container by its id. @throws DomainError `not-found`. */
export function containerOf(store: Store, containerId: number): StoredContainer {
  const container = containerById(store, containerId);
  if (container === undefined)
    throw new DomainError('not-found', 'This container does not exist any more.', 'containerId');
  return container;
}

/** A container that can be packed into. @throws DomainError `not-found`; `invalid` where it is closed or has left. */
export function openContainer(store: Store, containerId: number): StoredContainer {
  const container = containerOf(store, containerId);
  if (container.shippedAt !== '')
    throw new DomainError('invalid', `${container.number} has left with its shipment.`, 'containerId');
  if (container.closedAt !== '')
    throw new DomainError('invalid', `${container.number} is closed. Reopen it first.`, 'containerId');
  return container;
}

/** A line of the order that an open container is for. */
export interface LineInContainer {
  readonly container: StoredContainer;
  readonly line: OrderLine;
  readonly item: StockedItem;
}

/** Reads it. @throws DomainError `invalid` where the line is of another order. */
export function lineInContainer(
  store: Store,
  { containerId, orderLineId }: Pick<PackInput, 'containerId' | 'orderLineId'>,
): LineInContainer {
  const container = openContainer(store, containerId);
  const line = orderLineById(store, orderLineId);
  if (line === undefined || line.orderId !== container.orderId)
    throw new DomainError(
      'invalid',
      `${container.number} is a container of ${container.orderNumber}; this line is not of that order.`,
      'orderLineId',
    );
  return { container, line, item: stockedItem(store, line.itemNumber) };
}

/** What can be packed of a line into a container: picked and in no other one, in the container's warehouse. */
export function packable(store: Store, { container, line }: LineInContainer): readonly StockRow[] {
  return pickedOf(store, line.id).filter(({ key }) => key.warehouse === container.warehouse);
}

/** What packing asks of an item. */
export function packPolicy({ policy }: StockedItem): {
  readonly captures: boolean;
  readonly blankMayPass: boolean;
} {
  return { captures: capturesAt(policy, STEP), blankMayPass: blankMayPass(policy, STEP) };
}

const total = (rows: readonly StockRow[]): number => rows.reduce((sum, { quantity }) => sum + quantity, 0);

/** What packing a quantity would ask. @throws DomainError as packing does for the container, the line and the quantity. */
export function packNeeds(store: Store, input: PackNeedsInput): PackNeeds {
  const { quantity } = input;
  const at = lineInContainer(store, input);
  const { item, line, container } = at;
  const rows = packable(store, at);
  const picked = total(rows);
  refuseParts(item, quantity, picked);
  const asked = askedWhenTaking({ item, rows, quantity, ...packPolicy(item) });
  return {
    ...asked,
    ...(registersAtPack(item, container.orderKind) && {
      sentence:
        'Nothing is asked now: its serial numbers are registered on the sales line before the container is closed.',
    }),
    maximum: asked.needed === 0 || asked.capturesNew ? asked.needed : quantity / THOUSANDTHS,
    scope: {
      kind: 'picked',
      orderLineId: line.id,
      ...(asked.capturesNew && quantity >= picked && { blankOnly: true }),
    },
    notReadable: item.policy.blankIssueAllowed,
    units: itemByNumber(store, item.itemNumber)?.units ?? [],
    place: unitsAt(rows),
    picked,
  };
}

/** Serials that are to be taken off the sales line as units are unpacked: those that fewer units are left for. */
export function surplusRegistered(
  store: Store,
  { container, line, item }: LineInContainer,
  left: number,
): { readonly registered: number; readonly surplus: number } {
  if (!registersAtPack(item, container.orderKind)) return { registered: 0, surplus: 0 };
  const registered = registeredUnits(store, line.id, container.id);
  return { registered, surplus: Math.max(0, registered - Math.max(0, Math.floor(left / THOUSANDTHS))) };
}

/** What taking a quantity out of a container would ask. @throws DomainError as unpacking does. */
export function unpackNeeds(store: Store, input: PackNeedsInput): UnpackNeeds {
  const { quantity } = input;
  const at = lineInContainer(store, input);
  const { container, line, item } = at;
  const rows = packedIn(store, container.id, line.id);
  const packed = total(rows);
  refuseParts(item, quantity, packed);
  const { registered, surplus } = surplusRegistered(store, at, packed - quantity);
  if (registered > 0) {
    const asks = quantity < packed && surplus > 0;
    return {
      needed: asks ? surplus : 0,
      maximum: asks ? Math.min(registered, Math.floor(quantity / THOUSANDTHS)) : 0,
      capturesNew: false,
      sentence: asks
        ? 'Say which serial numbers are taken off the sales line.'
        : quantity < packed
          ? 'Units whose serial number is not registered go first: nothing is asked.'
          : 'All of it is taken out: its serial numbers are taken off the sales line.',
      scope: { kind: 'document', orderLineId: line.id, registered: true },
      notReadable: true,
    };
  }
  const asked = askedWhenTaking({ item, rows, quantity, captures: false, blankMayPass: true });
  const { warehouse, location } = container;
  return {
    ...asked,
    maximum: asked.needed === 0 ? 0 : quantity / THOUSANDTHS,
    scope: { kind: 'place', warehouse, location, orderLineId: line.id, containerId: container.id },
    notReadable: unitsAt(rows).exceptions > 0,
  };
}
