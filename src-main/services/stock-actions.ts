import { cleanText } from '../domain/blank.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS, writeQuantity } from '../domain/quantity.ts';
import type {
  AdjustInInput,
  AdjustOutInput,
  CorrectInput,
  CountInput,
  MoveInput,
  RecordSerialsInput,
  SwapInput,
} from '../domain/stock-action.ts';
import { goodsText, stockKey, type StockKey } from '../domain/stock-key.ts';
import { placeOf, post, type Posting } from '../store/ledger.ts';
import { stockById, stockByIdEver, type StockRow } from '../store/stock-rows.ts';
import { departureOf } from '../store/transaction-queries.ts';
import type { Store } from '../store/store.ts';
import { bringIn } from './bring-in.ts';
import { checkSerials } from './check-serials.ts';
import type { ServiceContext } from './context.ts';
import { countStock, unitsToNumber } from './count-stock.ts';
import { numbersFor, type GeneratedNumber } from './generated-numbers.ts';
import { stockedItem } from './stocked-item.ts';
import { capture, recordException, refuseFirst } from './take-units.ts';

/** What an action did: its id, to take it back by, and what the user should know. */
export interface Acted {
  /** Null where nothing changed. */
  readonly actionId: number | null;
  readonly notices: readonly string[];
}

/** The actions of the On-hand page: each one is one transaction, whole or not at all. */
export interface StockActionService {
  move(input: MoveInput): Promise<Acted>;
  adjustOut(input: AdjustOutInput): Promise<Acted>;
  adjustIn(input: AdjustInInput): Promise<Acted>;
  count(input: CountInput): Promise<Acted>;
  swap(input: SwapInput): Promise<Acted>;
  correct(input: CorrectInput): Promise<Acted>;
  recordSerials(input: RecordSerialsInput): Promise<Acted>;
}

/** Makes the service. */
export function createStockActionService(context: ServiceContext): StockActionService {
  const { store } = context;
  const act = (work: (posting: Posting) => readonly string[] | void): Promise<Acted> =>
    context.write(() =>
      post(store, context, (posting) => {
        const notices = work(posting) ?? [];
        const actionId = posting.actionId();
        return { actionId: actionId === 0 ? null : actionId, notices };
      }),
    );
  return {
    move: (input) => act((posting) => move(store, posting, input)),
    adjustOut: (input) => act((posting) => adjustOut(store, posting, input)),
    adjustIn: async (input) => {
      // Numbers are taken in a transaction of their own, which is on disk before anyone sees them.
      const generated = await numbersFor(context, { ...input, document: 'adjustment' });
      return act((posting) => adjustIn(store, posting, input, generated));
    },
    count: async (input) => {
      const { itemNumber } = input;
      const quantity = unitsToNumber(store, input);
      const generated = await numbersFor(context, { itemNumber, quantity, entries: [], document: 'count' });
      return act((posting) => countStock(store, posting, input, generated));
    },
    swap: (input) => act((posting) => swap(store, posting, input)),
    correct: (input) => act((posting) => correct(store, posting, input)),
    recordSerials: (input) => act((posting) => recordOn(store, posting, input).notices),
  };
}

/** @throws DomainError `changed-meanwhile` where the row is not on-hand any more, `invalid` where it is held. */
function freeRow(store: Store, stockId: number, path = 'stockId'): StockRow {
  const row = stockById(store, stockId);
  if (row === undefined)
    throw new DomainError(
      'changed-meanwhile',
      'This stock is not there any more. Look at the on-hand again.',
      path,
    );
  const { orderLineId, containerId, inTransit } = row.key;
  if (inTransit === 1)
    throw new DomainError('invalid', 'This stock is in transit; receive it with its transfer order.', path);
  if (containerId !== 0)
    throw new DomainError('invalid', 'This stock is packed into a container; unpack it first.', path);
  if (orderLineId !== 0)
    throw new DomainError(
      'invalid',
      'This stock is picked for an order; reduce the picked quantity first.',
      path,
    );
  return row;
}

/** Exceptions and units with a serial move as they are; a part of a row of blank units is any of them. */
function move(store: Store, posting: Posting, { rows, location, licensePlate }: MoveInput): void {
  posting.event('move');
  for (const [index, { stockId, quantity }] of rows.entries()) {
    const { key } = freeRow(store, stockId, `rows.${index}.stockId`);
    wholeUnits(store, key, quantity, `rows.${index}.quantity`);
    posting.move(stockId, { ...key, location, licensePlate }, quantity);
  }
}

function wholeUnits(store: Store, key: StockKey, quantity: number, path: string): void {
  if (quantity % THOUSANDTHS === 0 || !stockedItem(store, key.itemNumber).policy.tracked) return;
  throw new DomainError(
    'invalid',
    `${key.itemNumber} is tracked by serial number, so whole units of it are moved.`,
    path,
  );
}

function adjustOut(store: Store, posting: Posting, input: AdjustOutInput): readonly string[] {
  const { stockId, quantity, reason, entries } = input;
  const { key, quantity: standing } = freeRow(store, stockId);
  const { policy } = stockedItem(store, key.itemNumber);
  if (quantity > standing)
    throw new DomainError('invalid', `Only ${writeQuantity(standing)} stand here.`, 'quantity');
  const asked = policy.tracked && key.serialNumber === '' && !policy.blankIssueAllowed;
  if (!asked) {
    if (entries.length > 0)
      throw new DomainError('invalid', 'No serial number is asked for this stock.', 'entries');
    if (quantity !== standing) wholeUnits(store, key, quantity, 'quantity');
    posting.event('adjustment', { reason });
    posting.take(stockId, quantity);
    return [];
  }
  wholeUnits(store, key, quantity, 'quantity');
  const units = quantity / THOUSANDTHS;
  if (entries.length !== units)
    throw new DomainError(
      'invalid',
      `Blank issue allowed is off for ${key.itemNumber}: enter the serial numbers of the ${units} units.`,
      'entries',
    );
  const { stockIds, notices } = recordOn(store, posting, { stockId, entries });
  if (stockIds.length !== units)
    throw new DomainError(
      'invalid',
      'A unit whose label cannot be read does not leave without it.',
      'entries',
    );
  posting.event('adjustment', { reason });
  for (const id of stockIds) posting.take(id, THOUSANDTHS);
  return notices;
}

function adjustIn(
  store: Store,
  posting: Posting,
  input: AdjustInInput,
  generated: readonly GeneratedNumber[],
): readonly string[] {
  const { itemNumber, quantity, reason, entries, ...place } = input;
  const item = stockedItem(store, itemNumber);
  posting.event('adjustment', { reason });
  return bringIn(store, posting, {
    item,
    key: stockKey({ ...place, itemNumber: item.itemNumber }),
    quantity,
    entries,
    document: 'adjustment',
    generated,
    where: '',
  });
}

function swap(store: Store, posting: Posting, { blankStockId, serialStockId }: SwapInput): void {
  const blank = freeRow(store, blankStockId, 'blankStockId');
  const other = freeRow(store, serialStockId, 'serialStockId');
  if (blank.key.serialNumber !== '' || blank.key.exceptionId !== 0 || other.key.serialNumber === '')
    throw new DomainError('invalid', 'A blank unit is swapped with a unit that carries a serial number.');
  if (blank.quantity < THOUSANDTHS || other.quantity < THOUSANDTHS)
    throw new DomainError('invalid', 'Whole units are swapped.');
  if (goodsText(blank.key) !== goodsText(other.key))
    throw new DomainError(
      'invalid',
      'The two units are not of the same item, batch and product dimensions, so they cannot change places.',
    );
  posting.event('swap', { reason: `${other.key.serialNumber}: ${placeOf(other.key)}` });
  posting.move(other.id, { ...blank.key, serialNumber: other.key.serialNumber }, THOUSANDTHS);
  posting.move(blank.id, { ...other.key, serialNumber: '' }, THOUSANDTHS);
}

function correct(store: Store, posting: Posting, { stockId, serial }: CorrectInput): readonly string[] {
  const row = stockById(store, stockId);
  if (row === undefined) refuseGone(store, stockId);
  const { key, capturedEvent, since } = row;
  const item = stockedItem(store, key.itemNumber);
  if (key.serialNumber === '')
    throw new DomainError('invalid', 'This stock has no serial number that could be corrected.', 'stockId');
  if (cleanText(serial) === key.serialNumber)
    throw new DomainError('invalid', `${key.serialNumber} is the serial number it has.`, 'serial');
  // Another case of the same letters is the same serial: it may be put right.
  const checked = checkSerials(store, item, [{ serial }], { here: new Set([stockId]), capturesNew: true });
  refuseFirst(checked);
  const [answer] = checked;
  posting.event('correction', { reason: `${key.serialNumber} → ${cleanText(serial)}` });
  posting.take(stockId, THOUSANDTHS);
  posting.put({ ...key, serialNumber: cleanText(serial) }, THOUSANDTHS, capturedEvent, since);
  return answer?.outcome === 'new' && answer.notice !== '' ? [answer.notice] : [];
}

function refuseGone(store: Store, stockId: number): never {
  const row = stockByIdEver(store, stockId);
  const left = row && departureOf(store, stockId);
  if (row === undefined || left === undefined)
    throw new DomainError(
      'changed-meanwhile',
      'This stock is not there any more. Look at the on-hand again.',
    );
  throw new DomainError(
    'invalid',
    `${row.key.serialNumber} left the stock on ${left.at.slice(0, 10)}${left.document === '' ? '' : ` with ${left.document}`}; it cannot be corrected any more.`,
    'stockId',
  );
}

/** Records serials on blank units where they stand; answers the stock rows that carry them now. */
function recordOn(
  store: Store,
  posting: Posting,
  { stockId, entries }: RecordSerialsInput,
): { readonly stockIds: readonly number[]; readonly notices: readonly string[] } {
  const row = stockById(store, stockId);
  if (row === undefined)
    throw new DomainError(
      'changed-meanwhile',
      'This stock is not there any more. Look at the on-hand again.',
    );
  const { key, quantity } = row;
  const item = stockedItem(store, key.itemNumber);
  if (!item.policy.tracked || key.serialNumber !== '')
    throw new DomainError(
      'invalid',
      'Only blank units of a serial-tracked item take a serial number.',
      'stockId',
    );
  if (entries.length * THOUSANDTHS > quantity)
    throw new DomainError(
      'invalid',
      `${entries.length} serial numbers were entered for ${writeQuantity(quantity)} blank units.`,
      'entries',
    );
  const checked = checkSerials(store, item, entries, { here: new Set(), capturesNew: true });
  refuseFirst(checked);
  // Under None the serial was due at receiving: what is recorded now is a late receipt of it.
  const reason = item.policy.capture === 'None' ? 'Late receipt of the serial number' : '';
  const notices: string[] = [];
  const stockIds: number[] = [];
  for (const one of checked) {
    if (one.outcome === 'new') {
      stockIds.push(capture(posting, stockId, key, one.serial, { reason }));
      if (one.notice !== '') notices.push(one.notice);
    } else if (one.outcome === 'not-readable') {
      if (key.exceptionId !== 0)
        throw new DomainError('invalid', 'This unit is recorded as not readable already.', 'entries');
      if (!item.policy.blankIssueAllowed && !item.policy.blankReceiptAllowed)
        throw new DomainError(
          'invalid',
          `${key.itemNumber} allows neither blank receipt nor blank issue: its serial number is needed.`,
          'entries',
        );
      recordException(posting, stockId, key, one.reason, undefined);
    }
  }
  return { stockIds, notices };
}
