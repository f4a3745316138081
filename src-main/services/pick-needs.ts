import type { PickNeeds, PickNeedsInput, PickWork, ReduceNeeds, ReduceNeedsInput } from '../domain/pick.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS, writeQuantity } from '../domain/quantity.ts';
import { blankMayPass, capturesAt, type OutboundStep } from '../domain/serial-policy.ts';
import { goodsText } from '../domain/stock-key.ts';
import { registeredToShip } from '../store/document-serial-queries.ts';
import { itemByNumber } from '../store/item-queries.ts';
import { orderLineById, type OrderLine } from '../store/order-queries.ts';
import { pickedOf, workById } from '../store/pick-queries.ts';
import { freeStockAt } from '../store/place-queries.ts';
import { stockById, type StockRow } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import { stockedItem, type StockedItem } from './stocked-item.ts';
import { refuseParts } from './take-refusals.ts';
import { askedWhenTaking, unitsAt } from './take-units.ts';

const STEP: OutboundStep = 'Pick';

/** A piece of work, done or not. @throws DomainError `not-found`. */
export function workOf(store: Store, workId: number): PickWork {
  const work = workById(store, workId);
  if (work === undefined) throw new DomainError('not-found', 'This work does not exist any more.', 'workId');
  return work;
}

/** Under Active in sales process the serial is registered on the sales line when it is picked (docs/decisions). */
export function registersAtPick({ policy }: StockedItem, orderKind: string): boolean {
  return policy.salesProcess && policy.capture === 'Picking' && orderKind === 'Sales';
}

/**
 * What a pick would ask, without picking.
 * @throws DomainError `not-found`; `invalid` for a part of a tracked unit.
 */
export function pickNeeds(store: Store, input: PickNeedsInput): PickNeeds {
  const { workId, quantity, location, licensePlate, like } = input;
  const work = workOf(store, workId);
  const item = stockedItem(store, work.itemNumber);
  const rows = freeStockAt(store, { ...work, location, licensePlate });
  const standing = rows.reduce((sum, row) => sum + row.quantity, 0);
  refuseParts(item, quantity, standing);
  const place = unitsAt(rows);
  const onDocument = registersAtPick(item, work.orderKind);
  const captures = capturesAt(item.policy, STEP);
  const mayPass = blankMayPass(item.policy, STEP);
  const asked = onDocument
    ? {
        needed: Math.floor(quantity / THOUSANDTHS),
        capturesNew: true,
        sentence: 'One serial number for each unit, kept on the sales line; the stock stays without.',
      }
    : askedWhenTaking({ item, rows, quantity, captures, blankMayPass: mayPass });
  const blankRow = blankRowFor(store, item, rows, like);
  // What cannot leave as it is: blank units under None, where Blank issue allowed is off.
  const recordFirst = item.policy.tracked && !captures && !mayPass && place.blank > 0;
  return {
    ...asked,
    maximum: asked.needed === 0 || asked.capturesNew ? asked.needed : quantity / THOUSANDTHS,
    scope: onDocument
      ? { kind: 'document', orderLineId: work.orderLineId }
      : {
          kind: 'place',
          warehouse: work.warehouse,
          location,
          licensePlate,
          ...(asked.capturesNew && quantity >= standing && { blankOnly: true }),
        },
    notReadable: item.policy.blankIssueAllowed,
    tracked: item.policy.tracked,
    units: itemByNumber(store, item.itemNumber)?.units ?? [],
    place,
    standing,
    onDocument,
    problem: problemOf(item, { quantity, standing, place, blocked: recordFirst }),
    recordFirst,
    blankStockId: blankRow?.id ?? null,
    blankStockUnits: Math.floor((blankRow?.quantity ?? 0) / THOUSANDTHS),
  };
}

/** A row of blank units at the place: of the goods of the row that is to change places with one, if one is. */
function blankRowFor(
  store: Store,
  { policy }: StockedItem,
  rows: readonly StockRow[],
  like: number | undefined,
): StockRow | undefined {
  if (!policy.tracked) return undefined;
  const other = like === undefined ? undefined : stockById(store, like);
  return rows.find(
    ({ key, quantity }) =>
      key.serialNumber === '' &&
      key.exceptionId === 0 &&
      quantity >= THOUSANDTHS &&
      (other === undefined || goodsText(other.key) === goodsText(key)),
  );
}

function problemOf(
  { itemNumber }: StockedItem,
  {
    quantity,
    standing,
    place,
    blocked,
  }: Pick<PickNeeds, 'standing' | 'place'> & { readonly quantity: number; readonly blocked: boolean },
): string {
  if (standing === 0) return `Nothing of ${itemNumber} stands here any more.`;
  if (quantity > standing)
    return `Only ${writeQuantity(standing)} of ${itemNumber} can be taken here, not ${writeQuantity(quantity)}.`;
  const missing = Math.ceil(quantity / THOUSANDTHS) - place.withSerial;
  if (!blocked || missing <= 0) return '';
  return `${place.blank} ${place.blank === 1 ? 'unit' : 'units'} here ${place.blank === 1 ? 'has' : 'have'} no serial number, and Blank issue allowed is off: record ${place.blank === 1 ? 'it' : 'them'} first.`;
}

/** A line with what of it is picked and not packed. @throws DomainError `not-found`. */
export function pickedLine(
  store: Store,
  orderLineId: number,
): {
  readonly line: OrderLine;
  readonly item: StockedItem;
  readonly rows: readonly StockRow[];
  readonly onDocument: boolean;
} {
  const line = orderLineById(store, orderLineId);
  if (line === undefined)
    throw new DomainError('not-found', 'This order line does not exist any more.', 'orderLineId');
  const item = stockedItem(store, line.itemNumber);
  const onDocument = registersAtPick(item, line.orderKind);
  return { line, item, rows: pickedOf(store, orderLineId), onDocument };
}

/**
 * What taking picked units back would ask, without taking them.
 * @throws DomainError `not-found`; `invalid` for a part of a tracked unit.
 */
export function reduceNeeds(store: Store, { orderLineId, quantity }: ReduceNeedsInput): ReduceNeeds {
  const { item, rows, onDocument } = pickedLine(store, orderLineId);
  const picked = rows.reduce((sum, row) => sum + row.quantity, 0);
  refuseParts(item, quantity, picked);
  const units = quantity / THOUSANDTHS;
  if (onDocument) {
    const part = units < registeredToShip(store, orderLineId).length;
    return {
      needed: part ? Math.floor(units) : 0,
      maximum: part ? Math.floor(units) : 0,
      capturesNew: false,
      sentence: part
        ? 'Say which serial numbers are taken off the sales line.'
        : 'All serial numbers of the sales line are taken off it: nothing is asked.',
      picked,
      scope: { kind: 'document', orderLineId, registered: true },
    };
  }
  const asked = askedWhenTaking({ item, rows, quantity, captures: false, blankMayPass: true });
  return {
    ...asked,
    maximum: asked.needed === 0 ? 0 : units,
    picked,
    scope: { kind: 'picked', orderLineId },
  };
}
