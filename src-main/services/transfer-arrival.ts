import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { ReceiptInput } from '../domain/receive.ts';
import { blankReceipt } from '../domain/serial-policy.ts';
import { free, type StockKey } from '../domain/stock-key.ts';
import type { Posting } from '../store/ledger.ts';
import type { OrderLine } from '../store/order-queries.ts';
import { inTransitOf } from '../store/receive-queries.ts';
import type { StockRow } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import type { StockedItem } from './stocked-item.ts';
import { askedWhenTaking, takeUnits, unitsAt, type TakeUnits } from './take-units.ts';

/** What is on its way by a transfer order line. */
export interface Arrival {
  readonly item: StockedItem;
  readonly line: OrderLine;
  readonly where: string;
  readonly rows: readonly StockRow[];
}

/** Reads what is on its way. */
export function arrivalOf(store: Store, arriving: Omit<Arrival, 'rows'>): Arrival {
  return { ...arriving, rows: inTransitOf(store, arriving.line.id) };
}

/**
 * Units that are blank when they arrive are asked for under None only: elsewhere they are captured later. What is known
 * to have a label that cannot be read left as such, and arrives as such.
 */
function taking({ item, rows }: Arrival): Pick<TakeUnits, 'item' | 'rows' | 'captures' | 'blankMayPass'> {
  const { tracked, capture, warehouseProcesses, blankReceiptAllowed } = item.policy;
  const asks = tracked && capture === 'None' && (warehouseProcesses || !blankReceiptAllowed);
  const captures = asks && unitsAt(rows).blank > 0;
  return { item, rows, captures, blankMayPass: !captures };
}

/** What receiving a quantity of it would ask. Shipped serials are shown, never typed (docs/decisions). */
export function askedOnArrival(
  arrival: Arrival,
  quantity: number,
): { readonly needed: number; readonly capturesNew: boolean; readonly sentence: string } {
  const { item, rows } = arrival;
  const asked = askedWhenTaking({ ...taking(arrival), quantity });
  const { withSerial, blank, exceptions } = unitsAt(rows);
  const whole = quantity / THOUSANDTHS >= withSerial + blank + exceptions;
  return { ...asked, sentence: item.policy.tracked ? sentenceOf(asked, whole, arrival) : asked.sentence };
}

function sentenceOf(
  { needed, capturesNew }: { readonly needed: number; readonly capturesNew: boolean },
  whole: boolean,
  { item, rows }: Arrival,
): string {
  const { blank } = unitsAt(rows);
  if (rows.length === 0) return 'Nothing is on its way.';
  if (needed === 0)
    return blank > 0 && item.policy.capture !== 'None'
      ? `Shipped serial numbers arrive with the units and are not entered again; blank units stay blank until ${item.policy.capture.toLowerCase()}.`
      : 'Shipped serial numbers arrive with the units and are not entered again.';
  if (whole)
    return `Shipped serial numbers arrive with the units; the ${blank} blank ${blank === 1 ? 'unit needs its serial number' : 'units need their serial numbers'}.`;
  return capturesNew
    ? 'A part of what is on its way arrives: scan each unit. A blank unit gets its serial number now.'
    : 'A part of what is on its way arrives: scan the units that are here.';
}

/**
 * Posts a transfer receipt: takes what is on its way and puts it to its place. The units keep their batch, status and
 * serials.
 * @returns what the user should know.
 * @throws DomainError `invalid`; nothing is received then.
 */
export function receiveTransfer(
  store: Store,
  posting: Posting,
  arrival: Arrival,
  { quantity, entries, location, licensePlate, inventoryStatus, batchNumber }: ReceiptInput,
): readonly string[] {
  const { item, line, where, rows } = arrival;
  if (inventoryStatus !== '' || batchNumber !== '')
    throw new DomainError(
      'invalid',
      'A transfer receipt keeps the inventory status and the batch number that were shipped.',
      inventoryStatus === '' ? 'batchNumber' : 'inventoryStatus',
    );
  const place = { warehouse: line.toWarehouse, site: line.toSite, location, licensePlate };
  const known = quantity / THOUSANDTHS < totalUnits(rows) ? unitsAt(rows).exceptions : 0;
  const unreadable = entries.filter((entry) => 'notReadable' in entry).length;
  if (unreadable > known && !blankReceipt(item.policy))
    throw new DomainError(
      'invalid',
      `${item.itemNumber}${where} is not received without a readable label: Blank receipt allowed is off.`,
      'entries',
    );
  return takeUnits(store, posting, {
    ...taking(arrival),
    quantity,
    entries,
    kind: 'transfer-receipt',
    words: { document: line.orderNumber, orderLineId: line.id },
    to: (key: StockKey) => ({ ...key, ...place, ...free, exceptionId: key.exceptionId }),
  }).notices;
}

function totalUnits(rows: readonly StockRow[]): number {
  const { withSerial, blank, exceptions } = unitsAt(rows);
  return withSerial + blank + exceptions;
}
