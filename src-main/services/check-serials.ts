import { cleanText } from '../domain/blank.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { SerialEntry } from '../domain/serial-entry.ts';
import { serialKey } from '../domain/serial-number.ts';
import { shapeRefusal } from '../domain/serial-refusal.ts';
import { placeOf } from '../store/ledger.ts';
import { serialsOnHand, serialsThatLeft, type LeftStock } from '../store/serial-queries.ts';
import type { StockRow } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import { readAppSettings } from '../store/setting-queries.ts';
import type { StockedItem } from './stocked-item.ts';

/** Where serials may come from at this step. */
export interface SerialScope {
  /** Stock rows among which a serial may stand already: that one is meant then. */
  readonly here: ReadonlySet<number>;
  /** A serial that stands nowhere may be captured. */
  readonly capturesNew: boolean;
  /** The unit comes back into stock: that it left before is no reason against it. */
  readonly comesBack?: boolean;
  /** Of the serials that stand nowhere, only these may come in; they are known, so their shape is not looked at. */
  readonly only?: OnlySerials | undefined;
}

/** Serials that may come in, and what is said of any other one. */
export interface OnlySerials {
  /** By their keys (see `serialKey`), as they are spelled. */
  readonly serials: ReadonlyMap<string, string>;
  readonly otherwise: (serial: string) => string;
}

/** What an entry turned out to be. */
export type CheckedEntry =
  | { readonly outcome: 'here'; readonly serial: string; readonly stockId: number }
  | { readonly outcome: 'new'; readonly serial: string; readonly notice: string }
  | { readonly outcome: 'not-readable'; readonly reason: string }
  | {
      readonly outcome: 'refused';
      readonly serial: string;
      readonly reason: string;
      /** The stock row where the serial stands, where it could be swapped with a blank unit from here. */
      readonly standsIn: number | undefined;
    };

/**
 * Checks entries of an item: at typing, and again inside the transaction that keeps them. Each gets its own answer;
 * all problems at once, good ones kept. A constant number of statements, however many entries.
 */
export function checkSerials(
  store: Store,
  item: StockedItem,
  entries: readonly SerialEntry[],
  scope: SerialScope,
): readonly CheckedEntry[] {
  return checkEach(
    store,
    entries,
    (entry) => entry,
    () => item,
    item.itemNumber,
    scope,
  );
}

/** Checks serials of several items, as `checkSerials` does those of one; as few statements. */
export function checkItemSerials<T>(
  store: Store,
  lines: readonly T[],
  serialOf: (line: T) => string,
  itemOf: (line: T) => StockedItem,
  scope: SerialScope,
): readonly CheckedEntry[] {
  return checkEach(store, lines, (line) => ({ serial: serialOf(line) }), itemOf, undefined, scope);
}

function checkEach<T>(
  store: Store,
  entries: readonly T[],
  entryOf: (one: T) => SerialEntry,
  itemOf: (one: T) => StockedItem,
  onlyItem: string | undefined,
  { here, capturesNew, comesBack = false, only }: SerialScope,
): readonly CheckedEntry[] {
  const { serialLength, serialUniqueness } = readAppSettings(store);
  const acrossItems = serialUniqueness === 'across-items';
  const serials = entries.map((one) => {
    const entry = entryOf(one);
    return 'serial' in entry ? cleanText(entry.serial) : undefined;
  });
  const asked = [...new Set(serials.filter((serial) => serial !== undefined && serial !== ''))] as string[];
  /** What must be single: the serial of the item, or the serial. */
  const keyOf = (itemNumber: string, serial: string): string =>
    acrossItems ? serialKey(serial) : `${itemNumber}\u0000${serialKey(serial)}`;
  const standing = standingByKey(
    asked.length === 0 ? [] : serialsOnHand(store, asked, acrossItems ? undefined : onlyItem),
    keyOf,
  );
  const left = leftByKey(
    asked.length === 0 || !capturesNew || comesBack ? [] : serialsThatLeft(store, asked, onlyItem),
  );
  const seen = new Map<string, number>();

  const checkOne = (item: StockedItem, serial: string): CheckedEntry => {
    const refused = (reason: string, standsIn?: number): CheckedEntry => ({
      outcome: 'refused',
      serial,
      reason,
      standsIn,
    });
    const key = keyOf(item.itemNumber, serial);
    const rows = standing.get(key) ?? [];
    const meant = rows.find(({ id, key: stock }) => here.has(id) && stock.itemNumber === item.itemNumber);
    const times = seen.get(key) ?? 0;
    // Without Serial number control an imported serial may stand for several units.
    if (times >= (meant === undefined ? 1 : meant.quantity / THOUSANDTHS))
      return refused(`${serial} is entered twice.`);
    seen.set(key, times + 1);
    if (meant !== undefined) return { outcome: 'here', serial: meant.key.serialNumber, stockId: meant.id };
    // What stands somewhere is known to be a serial, whatever its shape: the place is the answer then.
    const [elsewhere] = rows;
    if (elsewhere !== undefined) return refused(standsElsewhere(serial, item, elsewhere), elsewhere.id);
    if (only !== undefined && serial !== '') {
      const spelled = only.serials.get(serialKey(serial));
      return spelled === undefined
        ? refused(only.otherwise(serial))
        : { outcome: 'new', serial: spelled, notice: '' };
    }
    const { itemNumber, gtin, serialMask } = item;
    const wrong = shapeRefusal(serial, { itemNumber, gtin, serialMask, serialLength });
    if (wrong !== undefined) return refused(wrong);
    if (!capturesNew) return refused(`${serial} does not stand here.`);
    const gone = left.size === 0 ? undefined : left.get(leftKey(item.itemNumber, serial));
    if (gone !== undefined && serialUniqueness === 'item-for-ever')
      return refused(`${serial} ${whereLeft(gone)} and has not come back; a serial number is used once.`);
    return { outcome: 'new', serial, notice: gone === undefined ? '' : `${serial} ${whereLeft(gone)}.` };
  };

  return entries.map((one, index) => {
    const entry = entryOf(one);
    return 'notReadable' in entry
      ? { outcome: 'not-readable', reason: entry.notReadable }
      : checkOne(itemOf(one), serials[index] ?? '');
  });
}

function standsElsewhere(serial: string, item: StockedItem, { key }: StockRow): string {
  const place = key.inTransit === 1 ? 'in transit' : placeOf(key);
  const other = key.itemNumber === item.itemNumber ? '' : ` as a serial number of ${key.itemNumber}`;
  const holding =
    key.containerId !== 0
      ? ', packed into a container'
      : key.orderLineId !== 0
        ? ', picked for an order'
        : '';
  return `${serial} stands elsewhere${other}: ${place}${holding}.`;
}

function whereLeft({ at, document }: LeftStock): string {
  return `left the stock on ${at.slice(0, 10)}${document === '' ? '' : ` for ${document}`}`;
}

function standingByKey(
  rows: readonly StockRow[],
  keyOf: (itemNumber: string, serial: string) => string,
): ReadonlyMap<string, readonly StockRow[]> {
  const found = new Map<string, StockRow[]>();
  for (const row of rows) {
    const key = keyOf(row.key.itemNumber, row.key.serialNumber);
    const known = found.get(key);
    if (known === undefined) found.set(key, [row]);
    else known.push(row);
  }
  return found;
}

function leftByKey(rows: readonly LeftStock[]): ReadonlyMap<string, LeftStock> {
  return new Map(rows.map((row) => [leftKey(row.itemNumber, row.serialNumber), row]));
}

const leftKey = (itemNumber: string, serial: string): string => `${itemNumber}\u0000${serialKey(serial)}`;
