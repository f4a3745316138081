import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { CountInput } from '../domain/stock-action.ts';
import { stockKey, type StockKey } from '../domain/stock-key.ts';
import type { Posting } from '../store/ledger.ts';
import { freeStockAt } from '../store/place-queries.ts';
import type { StockRow } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import { inboundOf } from './bring-in.ts';
import { checkSerials } from './check-serials.ts';
import type { GeneratedNumber } from './generated-numbers.ts';
import { stockedItem, type StockedItem } from './stocked-item.ts';
import { capture, recordException, refuseFirst } from './take-units.ts';

/** What was counted of a serial-tracked item, held against what stands there. Units, not thousandths. */
interface Difference {
  readonly rows: readonly StockRow[];
  /** Serials that stand here and were not counted. */
  readonly missing: readonly StockRow[];
  /** Counted serials that stand nowhere, and labels that could not be read beyond those known. */
  readonly fresh: readonly { readonly serial: string; readonly notice: string }[];
  readonly unreadable: readonly string[];
  /** Exceptions that were not counted. */
  readonly lostExceptions: number;
  readonly blankRows: readonly StockRow[];
  /** Blank units left after the fresh ones took theirs, less those counted: above zero they leave, below they come. */
  readonly surplusBlanks: number;
}

/** The quantity, in thousandths, of counted blank units that come in and that a number group may number. */
export function unitsToNumber(store: Store, input: CountInput): number {
  const item = stockedItem(store, input.itemNumber);
  if (!item.policy.tracked) return 0;
  const { surplusBlanks } = differenceOf(store, item, input);
  return surplusBlanks < 0 ? -surplusBlanks * THOUSANDTHS : 0;
}

/**
 * Posts a count (docs/decisions): a counted serial that does not stand here takes a blank unit here, which is a capture,
 * or comes in; what was not counted leaves. Counting never turns a serial blank.
 * @returns what the user should know.
 * @throws DomainError `invalid` where the policy lets a difference neither leave nor come in blank.
 */
export function countStock(
  store: Store,
  posting: Posting,
  input: CountInput,
  generated: readonly GeneratedNumber[],
): readonly string[] {
  const item = stockedItem(store, input.itemNumber);
  const rows = freeStockAt(store, { ...input, itemNumber: item.itemNumber });
  const standing = rows.reduce((sum, { quantity }) => sum + quantity, 0);
  const key = blankKey(item, input, rows);
  if (input.quantity === standing && input.entries.length === 0) {
    posting.event('count', { reason: 'No difference' });
    return [];
  }
  if (!item.policy.tracked) {
    if (input.entries.length > 0)
      throw new DomainError('invalid', `${item.itemNumber} has no serial numbers on stock.`, 'entries');
    posting.event('count');
    if (input.quantity > standing) posting.put(key, input.quantity - standing);
    else takeFrom(posting, rows, standing - input.quantity);
    return [];
  }
  return postDifference(store, posting, { item, key, generated }, differenceOf(store, item, input));
}

function differenceOf(store: Store, item: StockedItem, input: CountInput): Difference {
  if (input.quantity % THOUSANDTHS !== 0)
    throw new DomainError('invalid', 'A serial-tracked item is counted in whole units.', 'quantity');
  const rows = freeStockAt(store, { ...input, itemNumber: item.itemNumber });
  const serialRows = rows.filter(({ key }) => key.serialNumber !== '');
  const checked = checkSerials(store, item, input.entries, {
    here: new Set(serialRows.map(({ id }) => id)),
    capturesNew: true,
  });
  refuseFirst(checked);
  const seen = new Set(checked.flatMap((one) => (one.outcome === 'here' ? [one.stockId] : [])));
  const fresh = checked.filter((one) => one.outcome === 'new');
  const reasons = checked.flatMap((one) => (one.outcome === 'not-readable' ? [one.reason] : []));
  const units = (some: readonly StockRow[]): number =>
    some.reduce((sum, { quantity }) => sum + quantity / THOUSANDTHS, 0);
  const exceptions = units(rows.filter(({ key }) => key.exceptionId !== 0));
  const blankRows = rows.filter(({ key }) => key.serialNumber === '' && key.exceptionId === 0);
  const counted = input.quantity / THOUSANDTHS - input.entries.length;
  if (counted < 0)
    throw new DomainError(
      'invalid',
      `${input.entries.length} serial numbers were entered, but only ${input.quantity / THOUSANDTHS} units counted.`,
      'entries',
    );
  const unreadable = reasons.slice(exceptions);
  return {
    rows,
    missing: serialRows.filter(({ id }) => !seen.has(id)),
    fresh,
    unreadable,
    lostExceptions: Math.max(0, exceptions - reasons.length),
    blankRows,
    surplusBlanks: Math.max(0, units(blankRows) - fresh.length - unreadable.length) - counted,
  };
}

function postDifference(
  store: Store,
  posting: Posting,
  {
    item,
    key,
    generated,
  }: { readonly item: StockedItem; readonly key: StockKey; readonly generated: readonly GeneratedNumber[] },
  { rows, missing, fresh, unreadable, lostExceptions, blankRows, surplusBlanks }: Difference,
): readonly string[] {
  const { policy, itemNumber } = item;
  const leaving = Math.max(0, surplusBlanks) + lostExceptions;
  if (leaving > 0 && !policy.blankIssueAllowed)
    refuse(
      `${leaving} blank units of ${itemNumber} would leave, and Blank issue allowed is off. Record their serials first.`,
    );
  const coming = Math.max(0, -surplusBlanks);
  const numbered = generated.reduce((sum, { quantity }) => sum + quantity, 0) / THOUSANDTHS;
  const inbound = inboundOf(store, item, 'count');
  if (coming > 0 && numbered !== coming && (inbound === 'required' || inbound === 'generated'))
    refuse(`${coming} more units of ${itemNumber} were counted than stand here: enter their serial numbers.`);

  posting.event('count');
  for (const row of missing) posting.take(row.id, row.quantity);
  takeFrom(
    posting,
    rows.filter((row) => row.key.exceptionId !== 0),
    lostExceptions * THOUSANDTHS,
  );
  takeFrom(posting, blankRows.toReversed(), Math.max(0, surplusBlanks) * THOUSANDTHS);
  // Fresh serials take the blank units that stand here; those beyond them come in with the count.
  const places = blankPlaces(posting, blankRows);
  const captures: { readonly serial: string; readonly at: StockRow }[] = [];
  for (const { serial } of fresh) {
    const at = places.next().value;
    if (at === undefined) posting.put({ ...key, serialNumber: serial }, THOUSANDTHS);
    else captures.push({ serial, at });
  }
  const exceptionsAt: { readonly reason: string; readonly at: StockRow | undefined }[] = unreadable.map(
    (reason) => ({ reason, at: places.next().value ?? undefined }),
  );
  // Only now: what comes in blank stands in the row of the blank units there, and is not what the fresh serials take.
  for (const { serial, quantity } of generated) posting.put({ ...key, serialNumber: serial }, quantity);
  if (coming > 0 && numbered === 0) posting.put(key, coming * THOUSANDTHS);
  const newBlanks = exceptionsAt.filter(({ at }) => at === undefined).length;
  if (newBlanks > 0 && !policy.blankReceiptAllowed)
    refuse(`${itemNumber} does not come in without a readable label: Blank receipt allowed is off.`);
  const made = newBlanks > 0 ? posting.put(key, newBlanks * THOUSANDTHS) : 0;
  for (const { serial, at } of captures) capture(posting, at.id, at.key, serial, { reason: 'Counted' });
  for (const { reason, at } of exceptionsAt)
    recordException(posting, at?.id ?? made, at?.key ?? key, reason, undefined);
  return fresh.flatMap(({ notice }) => (notice === '' ? [] : [notice]));
}

/** The blank units one by one: the row that each of them stands in. */
function* blankPlaces(posting: Posting, rows: readonly StockRow[]): Generator<StockRow, undefined> {
  for (const { id } of rows) {
    const row = posting.row(id);
    if (row !== undefined) for (let left = row.quantity; left >= THOUSANDTHS; left -= THOUSANDTHS) yield row;
  }
  return undefined;
}

function takeFrom(posting: Posting, rows: readonly StockRow[], quantity: number): void {
  let left = quantity;
  for (const row of rows) {
    if (left <= 0) return;
    const taken = Math.min(left, row.quantity);
    posting.take(row.id, taken);
    left -= taken;
  }
}

/** Where counted units come to: like the blank stock there, or with nothing but the place known. */
function blankKey(item: StockedItem, input: CountInput, rows: readonly StockRow[]): StockKey {
  const { warehouse, location, licensePlate } = input;
  const like = rows[0]?.key ?? stockKey({ itemNumber: item.itemNumber, warehouse, location, licensePlate });
  return { ...like, serialNumber: '', exceptionId: 0 };
}

function refuse(sentence: string): never {
  throw new DomainError('invalid', sentence, 'entries');
}
