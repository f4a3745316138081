import { inventoryEventKinds, isReversible, type InventoryEvent } from '../domain/inventory-event.ts';
import { DomainError } from '../domain/problem.ts';
import { serialKey } from '../domain/serial-number.ts';
import type { StockKey } from '../domain/stock-key.ts';
import { eventById, reversalOf, standingEventsOf } from '../store/event-queries.ts';
import { placeOf, type Posting } from '../store/ledger.ts';
import { serialsOnHand } from '../store/serial-queries.ts';
import { stockMovedBy } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import { laterEventOn, stockTakenFurther } from '../store/transaction-queries.ts';

/**
 * What must be put right beside the stock when an event is taken back, e.g. the open work of a pick. What it answers is
 * done when all of the action is posted: only then do the stored quantities say how things stand.
 */
export type AfterReversal = (
  event: InventoryEvent,
  moved: readonly { readonly key: StockKey; readonly quantity: number }[],
) => (() => void) | undefined | void;

/**
 * Takes one event back: every transaction of it is posted the other way round, by an event that names it. A capture
 * turns its unit blank again and frees the serial (docs/decisions); what comes back has the age it had.
 * @throws DomainError `not-found`; `in-use` where it was taken back before, or a later event, which is named, has taken
 * the stock further.
 */
export function reverseEvent(store: Store, posting: Posting, eventId: number, after: AfterReversal): void {
  const event = eventById(store, eventId);
  if (event === undefined) throw new DomainError('not-found', 'This event does not exist.', 'eventId');
  const earlier = reversalOf(store, eventId);
  if (earlier !== undefined)
    throw new DomainError('in-use', `${nameOf(event)} was reversed on ${earlier.at.slice(0, 10)} already.`);
  takeBack(store, posting, event, after);
}

/** Takes back an event that still stands. */
function takeBack(store: Store, posting: Posting, event: InventoryEvent, after: AfterReversal): void {
  if (!isReversible({ ...event, reversedBy: null }))
    throw new DomainError(
      'in-use',
      event.kind === 'reversal'
        ? 'A reversal is not reversed; post what it took back anew.'
        : `${nameOf(event)} is not reversed here; the page History undoes an import.`,
    );
  const moved = stockMovedBy(store, event.id);
  posting.event('reversal', {
    reverses: event.id,
    document: event.document,
    orderLineId: event.orderLineId,
    reason: inventoryEventKinds[event.kind],
  });
  const takenFurther = stockTakenFurther(store, event.id);
  for (const { id: stockId, quantity, key } of moved) {
    if (quantity < 0) continue;
    const isGone = key.serialNumber !== '' && takenFurther.has(stockId);
    // Stock that was taken further and came back stands in a new row of the same key.
    const row = posting.at(key);
    if (row === undefined || row.quantity < quantity || isGone) refuseLater(store, event, stockId, key);
    posting.take(row.id, quantity);
  }
  const back = moved.filter(({ quantity }) => quantity < 0);
  refuseDuplicates(
    store,
    posting,
    back.map(({ key }) => key),
  );
  // As if it had never left: a row that was emptied has kept its age.
  for (const { quantity, key, capturedEvent, since } of back)
    posting.put(key, -quantity, capturedEvent, since);
  after(event, moved);
}

/** Takes a whole action back, its last event first. Events of it that were taken back before are passed over. */
export function reverseAction(store: Store, posting: Posting, actionId: number, after: AfterReversal): void {
  const open = standingEventsOf(store, actionId);
  if (open.length === 0)
    throw new DomainError('in-use', 'This was taken back already, or it never happened.', 'actionId');
  for (const event of open.toReversed()) takeBack(store, posting, event, after);
}

/** An event in words: `Pick of 23 Nov 2026 for SO-1007`. */
export function nameOf({ kind, at, document }: Pick<InventoryEvent, 'kind' | 'at' | 'document'>): string {
  return `${inventoryEventKinds[kind]} of ${at.slice(0, 16).replace('T', ' ')}${document === '' ? '' : ` for ${document}`}`;
}

function refuseLater(store: Store, event: InventoryEvent, stockId: number, key: StockKey): never {
  const later = laterEventOn(store, stockId, event.id);
  const what = key.serialNumber === '' ? key.itemNumber : `${key.itemNumber} ${key.serialNumber}`;
  throw new DomainError(
    'in-use',
    later === undefined
      ? `${nameOf(event)} cannot be reversed: ${what} does not stand at ${placeOf(key)} any more.`
      : `${nameOf(event)} cannot be reversed: ${nameOf(later)} has taken ${what} further. Reverse that first.`,
  );
}

/** Serials that would come back to stock must not stand there by now. */
function refuseDuplicates(store: Store, posting: Posting, back: readonly StockKey[]): void {
  const keyOf = ({ itemNumber, serialNumber }: StockKey): string =>
    `${itemNumber}\u0000${serialKey(serialNumber)}`;
  const coming = new Set(back.filter(({ serialNumber }) => serialNumber !== '').map(keyOf));
  if (coming.size === 0) return;
  const serials = back.map(({ serialNumber }) => serialNumber).filter((serial) => serial !== '');
  const standing = serialsOnHand(store, serials, undefined).find(
    ({ id, key }) => coming.has(keyOf(key)) && (posting.row(id)?.quantity ?? 0) > 0,
  );
  if (standing === undefined) return;
  throw new DomainError(
    'in-use',
    `${standing.key.serialNumber} stands at ${placeOf(standing.key)} by now, so it cannot come back.`,
  );
}
