import { cleanText } from '../domain/blank.ts';
import {
  PICK_ORDERS,
  type PickedLine,
  type PickInput,
  type PickNeeds,
  type PickNeedsInput,
  type PickOrder,
  type PickWork,
  type ReduceNeeds,
  type ReduceNeedsInput,
  type ReducePickInput,
} from '../domain/pick.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS, writeQuantity } from '../domain/quantity.ts';
import { blankMayPass, capturesAt } from '../domain/serial-policy.ts';
import { free } from '../domain/stock-key.ts';
import { registeredToShip } from '../store/document-serial-queries.ts';
import { post, type Posting } from '../store/ledger.ts';
import { insertShortPick, openWork, pickedLines, pickOrders, setRemaining } from '../store/pick-queries.ts';
import { freeStockAt } from '../store/place-queries.ts';
import type { ServiceContext } from './context.ts';
import { registerOnDocument, takeOffSalesLine } from './document-serials.ts';
import { pickedLine, pickNeeds, reduceNeeds, registersAtPick, workOf } from './pick-needs.ts';
import type { Acted } from './stock-actions.ts';
import { stockedItem } from './stocked-item.ts';
import { takeUnits } from './take-units.ts';

/** Most pieces of work that are listed at once. */
const LISTED = 1000;

/** Use cases of the page Pick. */
export interface PickService {
  /** Orders whose number contains a text, with open work or with picked units. */
  orders(search: string): readonly PickOrder[];
  /** Open work of an order, or of all. */
  work(orderId: number | undefined): readonly PickWork[];
  /** What a pick would ask, without picking. */
  needs(input: PickNeedsInput): PickNeeds;
  /** Picks a quantity of open work; what is asked and refused is in docs/decisions. */
  pick(input: PickInput): Promise<Acted>;
  /** What is picked for the lines of an order and not packed. */
  picked(orderId: number): readonly PickedLine[];
  /** What taking picked units back would ask, without taking them. */
  reduceNeeds(input: ReduceNeedsInput): ReduceNeeds;
  /** Takes picked units back to storage; they keep their serials. */
  reduce(input: ReducePickInput): Promise<Acted>;
}

/** Makes the service. */
export function createPickService(context: ServiceContext): PickService {
  const { store } = context;
  const act = (work: (posting: Posting) => readonly string[]): Promise<Acted> =>
    context.write(() =>
      post(store, context, (posting) => {
        const notices = work(posting);
        return { actionId: posting.actionId(), notices };
      }),
    );
  return {
    orders: (search) => pickOrders(store, cleanText(search), PICK_ORDERS),
    work: (orderId) => openWork(store, orderId, LISTED),
    needs: (input) => pickNeeds(store, input),
    picked: (orderId) =>
      pickedLines(store, orderId).map((line) => ({
        ...line,
        registered: registeredToShip(store, line.orderLineId).length,
      })),
    reduceNeeds: (input) => reduceNeeds(store, input),
    pick: (input) => act((posting) => pick(context, posting, input)),
    reduce: (input) => act((posting) => reduce(context, posting, input)),
  };
}

function pick(context: ServiceContext, posting: Posting, input: PickInput): readonly string[] {
  const { store } = context;
  const { workId, quantity, location, licensePlate, putLocation, putLicensePlate, entries, shortReason } =
    input;
  const work = workOf(store, workId);
  if (quantity > work.remaining)
    throw new DomainError(
      'invalid',
      work.remaining === 0
        ? 'This work is done already.'
        : `Only ${writeQuantity(work.remaining)} of ${work.itemNumber} are left to pick here.`,
      'quantity',
    );
  if (quantity === 0 && shortReason === undefined)
    throw new DomainError('invalid', 'Nothing is picked: give the reason of the short pick.', 'shortReason');
  const words = {
    document: work.orderNumber,
    orderLineId: work.orderLineId,
    reason: shortReason === undefined ? '' : `Short pick: ${shortReason}`,
  };
  const left = work.remaining - quantity;
  const givenUp = shortReason === undefined ? 0 : left;
  setRemaining(store, workId, left - givenUp);
  if (quantity === 0) {
    insertShortPick(store, posting.event('pick', words), workId, givenUp);
    return [];
  }
  const item = stockedItem(store, work.itemNumber);
  const onDocument = registersAtPick(item, work.orderKind);
  if (onDocument && entries.length * THOUSANDTHS !== quantity)
    throw new DomainError(
      'invalid',
      `${item.itemNumber} needs ${writeQuantity(quantity)} serial numbers for the sales line; ${entries.length} ${entries.length === 1 ? 'is' : 'are'} entered.`,
      'entries',
    );
  const { notices } = takeUnits(store, posting, {
    item,
    rows: freeStockAt(store, { ...work, location, licensePlate }),
    quantity,
    entries: onDocument ? [] : entries,
    captures: capturesAt(item.policy, 'Pick'),
    blankMayPass: blankMayPass(item.policy, 'Pick'),
    kind: 'pick',
    words,
    to: (key) => ({
      ...key,
      location: putLocation,
      licensePlate: putLicensePlate,
      orderLineId: work.orderLineId,
    }),
  });
  if (onDocument)
    registerOnDocument(store, context, {
      item,
      line: { id: work.orderLineId, orderNumber: work.orderNumber, lineNumber: work.lineNumber },
      entries,
      step: 'Pick',
      actionId: posting.actionId(),
    });
  // The pick is the action's first event.
  if (givenUp > 0) insertShortPick(store, posting.actionId(), workId, givenUp);
  return notices;
}

function reduce(context: ServiceContext, posting: Posting, input: ReducePickInput): readonly string[] {
  const { store } = context;
  const { orderLineId, quantity, putLocation, putLicensePlate, entries } = input;
  const { line, item, rows, onDocument } = pickedLine(store, orderLineId);
  if (rows.length === 0)
    throw new DomainError(
      'invalid',
      `Nothing of line ${line.lineNumber} of ${line.orderNumber} is picked and not packed.`,
      'orderLineId',
    );
  const { notices } = takeUnits(store, posting, {
    item,
    rows,
    quantity,
    entries: onDocument ? [] : entries,
    captures: false,
    // Going back is no issue: a blank unit may, whatever the policy says of leaving.
    blankMayPass: true,
    kind: 'reduce-pick',
    words: { document: line.orderNumber, orderLineId },
    to: (key) => ({
      ...key,
      ...free,
      exceptionId: key.exceptionId,
      location: putLocation,
      licensePlate: putLicensePlate,
    }),
  });
  if (onDocument)
    takeOffSalesLine(store, context, {
      item,
      line,
      entries,
      units: quantity / THOUSANDTHS,
      actionId: posting.actionId(),
    });
  return notices;
}
