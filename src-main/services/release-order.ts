import { isOutbound } from '../domain/order-status.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS, writeQuantity } from '../domain/quantity.ts';
import { lineProgress, linesOfOrder, type OrderHead, type OrderLine } from '../store/order-queries.ts';
import { openShipment } from '../store/pack-queries.ts';
import { reopenWork } from '../store/pick-queries.ts';
import { cancelWork, dropEmptyShipment, releasablePlaces } from '../store/release-queries.ts';
import type { Store } from '../store/store.ts';
import { stockedItem } from './stocked-item.ts';

/** A line that could not be released in full. Quantities in thousandths. */
export interface ShortLine {
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly released: number;
  readonly missing: number;
}

/** What a release did. */
export interface Released {
  /** In thousandths, over all lines. */
  readonly released: number;
  readonly short: readonly ShortLine[];
  /** The shipment it leaves with; null where nothing was released. */
  readonly shipmentNumber: string | null;
  /** All of it in words. */
  readonly sentence: string;
}

/** What canceling took back, in thousandths. */
export interface Canceled {
  readonly canceled: number;
  readonly sentence: string;
}

/** What is left at a place while an order is released. */
interface PlaceLeft {
  readonly location: string;
  readonly licensePlate: string;
  left: number;
}

/**
 * Hands a sales or transfer order to the warehouse: work by location and license plate from the stock that stands free
 * and that no open work asks for, the oldest stock first. It chooses places, never serials. What there is no stock for
 * stays to be released later.
 * @throws DomainError `invalid` where the order is none that is picked, or everything of it is released already.
 */
export function releaseOrder(store: Store, order: OrderHead): Released {
  const { id, kind, number } = order;
  if (!isOutbound(kind))
    throw new DomainError(
      'invalid',
      `${number} is a ${kind} order: only sales and transfer orders are picked.`,
    );
  const lines = linesOfOrder(store, id);
  const progress = lineProgress(
    store,
    lines.map((line) => line.id),
  );
  const places = new Map<string, PlaceLeft[]>();
  const short: ShortLine[] = [];
  let [wanted, released] = [0, 0];
  for (const line of lines) {
    const open = line.quantity - (progress.get(line.id)?.released ?? 0);
    if (open <= 0) continue;
    wanted += open;
    const done = releaseLine(store, line, open, placesOf(store, places, line));
    released += done;
    if (done < open)
      short.push({
        lineNumber: line.lineNumber,
        itemNumber: line.itemNumber,
        released: done,
        missing: open - done,
      });
  }
  if (wanted === 0)
    throw new DomainError('invalid', `Everything of ${number} is released to the warehouse already.`);
  const shipmentNumber = released === 0 ? null : openShipment(store, id, number).number;
  return { released, short, shipmentNumber, sentence: inWords(number, released, wanted, short) };
}

/** Where the item of a line stands free; several lines of one item share what is left. */
function placesOf(
  store: Store,
  known: Map<string, PlaceLeft[]>,
  { itemNumber, warehouse }: OrderLine,
): readonly PlaceLeft[] {
  const key = `${itemNumber}\u0000${warehouse}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { policy } = stockedItem(store, itemNumber);
  const exceptions = !policy.tracked || policy.blankIssueAllowed;
  const places = releasablePlaces(store, itemNumber, warehouse, exceptions).map(
    ({ location, licensePlate, quantity }) => ({
      location,
      licensePlate,
      // A part of a unit that has a serial number cannot be picked.
      left: policy.tracked ? Math.floor(quantity / THOUSANDTHS) * THOUSANDTHS : quantity,
    }),
  );
  known.set(key, places);
  return places;
}

function releaseLine(store: Store, line: OrderLine, open: number, places: readonly PlaceLeft[]): number {
  let missing = open;
  for (const place of places) {
    if (missing === 0) break;
    const quantity = Math.min(missing, place.left);
    if (quantity === 0) continue;
    const { location, licensePlate } = place;
    reopenWork(store, { orderLineId: line.id, warehouse: line.warehouse, location, licensePlate }, quantity);
    place.left -= quantity;
    missing -= quantity;
  }
  return open - missing;
}

/** Lines that a sentence names at most. */
const NAMED = 3;

function inWords(number: string, released: number, wanted: number, short: readonly ShortLine[]): string {
  if (short.length === 0) return `Released ${number}: ${writeQuantity(released)}, all that was open.`;
  const lines = short
    .slice(0, NAMED)
    .map(
      ({ lineNumber, itemNumber, missing }) =>
        `${writeQuantity(missing)} of ${itemNumber} (line ${lineNumber})`,
    )
    .join(', ');
  const more = short.length > NAMED ? ` and ${short.length - NAMED} more lines` : '';
  const first =
    released === 0
      ? `Nothing of ${number} was released.`
      : `Released ${writeQuantity(released)} of ${writeQuantity(wanted)} of ${number}.`;
  return `${first} No free stock for ${lines}${more}.`;
}

/**
 * Takes the open work of an order back; what is picked stays picked.
 * @throws DomainError `invalid` where there is none.
 */
export function cancelOrderWork(store: Store, { id, number }: OrderHead): Canceled {
  const canceled = cancelWork(store, id);
  if (canceled === 0) throw new DomainError('invalid', `${number} has no open work.`);
  dropEmptyShipment(store, id);
  return { canceled, sentence: `Took back the open work of ${number}: ${writeQuantity(canceled)}.` };
}
