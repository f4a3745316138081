import type { InventoryEventKind } from '../domain/inventory-event.ts';
import { DomainError } from '../domain/problem.ts';
import { stockKeyText, type StockKey } from '../domain/stock-key.ts';
import { createStageChanges } from './blank-verdicts.ts';
import { appendInventoryEvent, appendTransaction, type NewEvent } from './event-queries.ts';
import { countForOrderLine } from './order-line-sums.ts';
import {
  insertStock,
  retireRows,
  setSince,
  setStockQuantity,
  stockById,
  stockByKey,
  type StockRow,
} from './stock-rows.ts';
import { createSumChanges } from './stock-sums.ts';
import type { Store } from './store.ts';

/** Who acts, and when. */
export interface Actor {
  readonly user: string;
  readonly now: () => Date;
}

/** What an event says besides what it does to the stock. */
export interface EventWords {
  readonly document?: string | undefined;
  readonly orderLineId?: number | undefined;
  readonly reason?: string | undefined;
  readonly reverses?: number | undefined;
}

/** One action while it is being posted. Its events and their transactions share the action's id. */
export interface Posting {
  /** Id of the action: of its first event. 0 while there is none. */
  actionId(): number;
  /** Begins an event; what is taken and put from now on belongs to it. Returns its id. */
  event(kind: InventoryEventKind, words?: EventWords): number;
  /** A row as it stands now in this posting; undefined, or with a quantity of 0, where nothing is left of it. */
  row(stockId: number): StockRow | undefined;
  /** The row of a key as it stands now in this posting, if there is one. */
  at(key: StockKey): StockRow | undefined;
  /**
   * Takes a quantity, in thousandths, out of a stock row.
   * @throws DomainError `changed-meanwhile` where less than that stands there.
   */
  take(stockId: number, quantity: number): StockRow;
  /**
   * Puts a quantity, in thousandths, to the stock of this key. Returns the row's id.
   * @param since when it came to the verdict it has there: now, unless said otherwise.
   */
  put(key: StockKey, quantity: number, capturedEvent?: number, since?: string): number;
  /**
   * Takes a quantity out of a row and puts it to another key; the serial stays captured by whom it was, and what comes
   * to no other verdict keeps its age.
   */
  move(stockId: number, key: StockKey, quantity: number): number;
}

/** Rows a posting has in its hands at most before it writes them: an action may take a hundred thousand. */
const MOST_HELD = 200;

/** A row in the hands of a posting; `stored` is what the data file says of its quantity. */
interface Held {
  row: StockRow;
  quantity: number;
  readonly stored: number;
}

/**
 * Posts one action to the ledger, inside the transaction of the caller: every change of the on-hand is an inventory
 * transaction of an event, the kept sums follow, and no quantity goes below zero.
 */
export function post<T>(store: Store, { user, now }: Actor, work: (posting: Posting) => T): T {
  const at = now().toISOString();
  const held = new Map<number, Held>();
  const byKey = new Map<string, number>();
  const sums = createSumChanges(store);
  const keepsVerdict = createStageChanges(store);
  let action = 0;
  let event = 0;
  let said: Pick<NewEvent, 'kind' | 'orderLineId' | 'reverses'> | undefined;
  let moved = new Map<number, number>();

  /** Writes what became of the rows that are held, and lets go of them; what is asked for again is read again. */
  const writeHeld = (): void => {
    const emptied: number[] = [];
    for (const { row, quantity, stored } of held.values()) {
      if (quantity === stored) continue;
      if (quantity === 0) emptied.push(row.id);
      else setStockQuantity(store, row.id, quantity);
      const rows = (quantity === 0 ? 0 : 1) - (stored === 0 ? 0 : 1);
      sums.add(row.key, rows, quantity - stored);
    }
    retireRows(store, emptied);
    held.clear();
    byKey.clear();
  };
  const hold = (row: StockRow, stored: number): Held => {
    if (held.size >= MOST_HELD) writeHeld();
    const one = { row, quantity: row.quantity, stored };
    held.set(row.id, one);
    byKey.set(stockKeyText(row.key), row.id);
    return one;
  };
  const find = (id: number): Held | undefined => {
    const known = held.get(id);
    if (known !== undefined) return known;
    const row = stockById(store, id);
    return row && hold(row, row.quantity);
  };
  const findAt = (key: StockKey): Held | undefined => {
    const known = byKey.get(stockKeyText(key));
    if (known !== undefined) return held.get(known);
    const row = stockByKey(store, key);
    return row && hold(row, row.quantity);
  };
  const change = (one: Held, by: number): void => {
    if (event === 0) throw new Error('An event must begin before stock moves.');
    one.quantity += by;
    moved.set(one.row.id, (moved.get(one.row.id) ?? 0) + by);
  };
  /** What the data file says already need not be remembered: an action may make a hundred thousand rows. */
  const letGo = (stockId: number): void => {
    const one = held.get(stockId);
    if (one === undefined || one.quantity !== one.stored) return;
    held.delete(stockId);
    byKey.delete(stockKeyText(one.row.key));
  };
  const endEvent = (): void => {
    for (const [stockId, quantity] of moved) {
      if (quantity !== 0) appendTransaction(store, stockId, event, quantity);
      letGo(stockId);
    }
    if (said !== undefined) countForOrderLine(store, said, moved.values());
    moved = new Map();
  };
  const finish = (): void => {
    endEvent();
    writeHeld();
    sums.flush();
  };

  const posting: Posting = {
    actionId: () => action,
    event: (kind, words = {}) => {
      endEvent();
      event = appendInventoryEvent(store, {
        ...words,
        kind,
        at,
        user,
        actionId: action === 0 ? undefined : action,
      });
      said = { ...words, kind };
      if (action === 0) action = event;
      return event;
    },
    row: (stockId) => seen(find(stockId)),
    at: (key) => seen(findAt(key)),
    take: (stockId, quantity) => {
      const one = find(stockId);
      if (one === undefined || one.quantity < quantity)
        throw new DomainError(
          'changed-meanwhile',
          one === undefined
            ? 'This stock is not there any more. Look at the on-hand again.'
            : `${placeOf(one.row.key)} holds less of ${one.row.key.itemNumber} than is taken. Look at the on-hand again.`,
        );
      change(one, -quantity);
      return one.row;
    },
    put: (key, quantity, capturedEvent = 0, since = at) => {
      const one = findAt(key);
      if (one !== undefined) {
        if (since < one.row.since) {
          setSince(store, one.row.id, since);
          one.row = { ...one.row, since };
        }
        change(one, quantity);
        return one.row.id;
      }
      const row = { key, quantity, capturedEvent, since };
      const id = insertStock(store, row);
      sums.add(key, 1, quantity);
      const made = hold({ id, ...row }, quantity);
      made.quantity = 0;
      change(made, quantity);
      return id;
    },
    move: (stockId, key, quantity) => {
      const { capturedEvent, since, key: from } = posting.take(stockId, quantity);
      const alike = standsAlike(from, key) && keepsVerdict(key, sums.stageOf(from), sums.stageOf(key));
      return posting.put(key, quantity, capturedEvent, alike ? since : at);
    },
  };
  const result = work(posting);
  finish();
  return result;
}

const standsAlike = (one: StockKey, other: StockKey): boolean =>
  (one.serialNumber === '') === (other.serialNumber === '') &&
  (one.exceptionId === 0) === (other.exceptionId === 0);

const seen = (one: Held | undefined): StockRow | undefined => one && { ...one.row, quantity: one.quantity };

/** A place in words, e.g. `Warehouse 61, location BULK-1, license plate LP-7`. */
export function placeOf({
  warehouse,
  location,
  licensePlate,
}: Pick<StockKey, 'warehouse' | 'location' | 'licensePlate'>): string {
  const parts = [`Warehouse ${warehouse}`];
  if (location !== '') parts.push(`location ${location}`);
  if (licensePlate !== '') parts.push(`license plate ${licensePlate}`);
  return parts.join(', ');
}
