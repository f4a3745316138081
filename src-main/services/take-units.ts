import type { InventoryEventKind } from '../domain/inventory-event.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS, writeQuantity } from '../domain/quantity.ts';
import { scanNeeds, type ScanNeeds, type UnitsAtPlace } from '../domain/scan-needs.ts';
import type { SerialEntry } from '../domain/serial-entry.ts';
import type { StockKey } from '../domain/stock-key.ts';
import type { EventWords, Posting } from '../store/ledger.ts';
import type { StockRow } from '../store/stock-rows.ts';
import type { Store } from '../store/store.ts';
import { checkSerials, type CheckedEntry } from './check-serials.ts';
import type { StockedItem } from './stocked-item.ts';
import {
  refuseBlank,
  refuseCount,
  refuseMissing,
  refuseParts,
  refuseSerials,
  refuseUnreadable,
} from './take-refusals.ts';

/** Units that are taken from one place. */
export interface TakeUnits {
  readonly item: StockedItem;
  /** The item's stock rows at the place that may be taken. */
  readonly rows: readonly StockRow[];
  /** In thousandths. */
  readonly quantity: number;
  readonly entries: readonly SerialEntry[];
  /** This step captures serial numbers onto blank units. */
  readonly captures: boolean;
  /** A blank unit may pass this step as it is. */
  readonly blankMayPass: boolean;
  readonly kind: InventoryEventKind;
  readonly words?: EventWords | undefined;
  /** Where a unit of this key goes; undefined where it leaves the stock. */
  readonly to: (key: StockKey) => StockKey | undefined;
}

/** What was taken. */
export interface Taken {
  /** Serials captured now. */
  readonly captured: number;
  /** What the user should know, e.g. that a serial left the stock once before. */
  readonly notices: readonly string[];
}

/** Whole units of some rows, told apart by what is known of their serials. */
export function unitsAt(rows: readonly StockRow[]): UnitsAtPlace {
  let [withSerial, blank, exceptions] = [0, 0, 0];
  for (const { key, quantity } of rows) {
    const units = quantity / THOUSANDTHS;
    if (key.exceptionId !== 0) exceptions += units;
    else if (key.serialNumber === '') blank += units;
    else withSerial += units;
  }
  return { withSerial, blank, exceptions };
}

/** What taking a quantity would ask, without taking it. Nothing is asked of an item that tracks no serials. */
export function askedWhenTaking({
  item,
  rows,
  quantity,
  captures,
  blankMayPass,
}: Pick<TakeUnits, 'item' | 'rows' | 'quantity' | 'captures' | 'blankMayPass'>): ScanNeeds {
  if (!item.policy.tracked)
    return { needed: 0, capturesNew: false, sentence: 'This item has no serial numbers on stock.' };
  return scanNeeds({ units: quantity / THOUSANDTHS, place: unitsAt(rows), captures, blankMayPass });
}

/**
 * Takes units from a place and puts them where they go; serials are captured, chosen and refused as the policy says.
 * The app never chooses a serial (docs/decisions).
 * @throws DomainError `invalid` with what is missing or wrong; nothing is taken then.
 */
export function takeUnits(store: Store, posting: Posting, taking: TakeUnits): Taken {
  const { item, rows, quantity, entries } = taking;
  const standing = rows.reduce((sum, row) => sum + row.quantity, 0);
  if (quantity > standing)
    throw new DomainError(
      'invalid',
      `Only ${writeQuantity(standing)} of ${item.itemNumber} can be taken here, not ${writeQuantity(quantity)}.`,
      'quantity',
    );
  if (!item.policy.tracked) {
    refuseSerials(item, entries);
    posting.event(taking.kind, taking.words);
    takeInOrder(posting, taking, rows, quantity);
    return { captured: 0, notices: [] };
  }
  refuseParts(item, quantity, standing);
  const chosen = choose(store, taking, quantity === standing);
  posting.event(taking.kind, taking.words);
  return settle(posting, taking, chosen);
}

/** Which rows give how much, and which of the blank units become what. */
interface Chosen {
  readonly takes: readonly { readonly row: StockRow; readonly quantity: number }[];
  /** How each unit out of the blank rows goes on; units beyond these stay blank. */
  readonly answers: readonly CheckedEntry[];
}

function choose(store: Store, taking: TakeUnits, whole: boolean): Chosen {
  const { item, rows, quantity, entries, captures, blankMayPass } = taking;
  const needs = askedWhenTaking(taking);
  const serialRows = rows.filter(({ key }) => key.serialNumber !== '');
  const blankRows = rows.filter(({ key }) => key.serialNumber === '' && key.exceptionId === 0);
  const exceptionRows = rows.filter(({ key }) => key.exceptionId !== 0);
  const here = new Set(serialRows.map(({ id }) => id));
  const checked = checkSerials(store, item, entries, { here, capturesNew: needs.capturesNew });
  refuseFirst(checked);

  const scanned = checked.filter((one) => one.outcome === 'here');
  const fresh = checked.filter((one) => one.outcome === 'new');
  const unreadable = checked.filter((one) => one.outcome === 'not-readable');
  const place = unitsAt(rows);
  const blankAllowed = captures || blankMayPass;
  if (unreadable.length > 0 && !blankAllowed) refuseUnreadable(item);
  if (whole) {
    const answers = [...fresh, ...unreadable];
    if (place.blank > 0 && !blankAllowed) refuseBlank(item, place.blank);
    if (place.exceptions > 0 && !blankAllowed) refuseUnreadable(item);
    if (answers.length > place.blank) refuseCount(answers.length, place.blank);
    if (captures && answers.length < place.blank)
      refuseMissing(item, answers.length, place.blank, scanned.length);
    return { takes: rows.map((row) => ({ row, quantity: row.quantity })), answers };
  }
  const units = quantity / THOUSANDTHS;
  const exceptionsTaken = Math.min(unreadable.length, Math.floor(place.exceptions));
  const answers = [...fresh, ...unreadable.slice(exceptionsTaken)];
  const named = scanned.length + exceptionsTaken + answers.length;
  if (named > units) refuseCount(named, units);
  const unanswered = units - named;
  if (unanswered > 0 && (captures || !blankMayPass || answers.length + unanswered > place.blank))
    refuseMissing(item, named, captures || !blankMayPass ? units : named + unanswered - place.blank);
  const blanks = answers.length + unanswered;
  if (blanks > place.blank)
    throw new DomainError(
      'invalid',
      `Only ${place.blank} blank units of ${item.itemNumber} stand here; ${blanks} of the entries would need one.`,
      'entries',
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const serials = new Map<number, number>();
  for (const { stockId } of scanned) serials.set(stockId, (serials.get(stockId) ?? 0) + THOUSANDTHS);
  return {
    takes: [
      ...[...serials].flatMap(([id, taken]) => {
        const row = byId.get(id);
        return row === undefined ? [] : [{ row, quantity: taken }];
      }),
      ...inOrder(exceptionRows, exceptionsTaken * THOUSANDTHS),
      ...inOrder(blankRows, blanks * THOUSANDTHS),
    ],
    answers,
  };
}

/** Moves what was chosen; then each answered blank unit is split off where it stands now. */
function settle(posting: Posting, { item, words, to }: TakeUnits, { takes, answers }: Chosen): Taken {
  const blanks: { readonly id: number; readonly key: StockKey; left: number }[] = [];
  for (const { row, quantity } of takes) {
    const target = to(row.key);
    if (target === undefined) posting.take(row.id, quantity);
    else {
      const id = posting.move(row.id, target, quantity);
      if (target.serialNumber === '' && target.exceptionId === 0)
        blanks.push({ id, key: target, left: quantity });
    }
  }
  const notices: string[] = [];
  let captured = 0;
  for (const answer of answers) {
    while ((blanks[0]?.left ?? THOUSANDTHS) < THOUSANDTHS) blanks.shift();
    const blank = blanks[0];
    if (blank === undefined)
      throw new DomainError(
        'invalid',
        `No blank unit of ${item.itemNumber} is left for an entry.`,
        'entries',
      );
    blank.left -= THOUSANDTHS;
    if (answer.outcome === 'new') {
      capture(posting, blank.id, blank.key, answer.serial, {
        document: words?.document,
        orderLineId: words?.orderLineId,
      });
      captured += 1;
      if (answer.notice !== '') notices.push(answer.notice);
    } else if (answer.outcome === 'not-readable') {
      recordException(posting, blank.id, blank.key, answer.reason, words);
    }
  }
  return { captured, notices };
}

/** Gives one blank unit its serial: a split, never a negative. Returns the id of the unit's stock row. */
export function capture(
  posting: Posting,
  stockId: number,
  key: StockKey,
  serialNumber: string,
  words: EventWords | undefined,
): number {
  const event = posting.event('capture', words);
  posting.take(stockId, THOUSANDTHS);
  return posting.put({ ...key, serialNumber, exceptionId: 0 }, THOUSANDTHS, event);
}

/** Records of one blank unit that its label cannot be read. */
export function recordException(
  posting: Posting,
  stockId: number,
  key: StockKey,
  reason: string,
  words: EventWords | undefined,
): void {
  const exceptionId = posting.event('exception', { ...words, reason });
  posting.take(stockId, THOUSANDTHS);
  posting.put({ ...key, exceptionId }, THOUSANDTHS);
}

function* inOrder(
  rows: readonly StockRow[],
  quantity: number,
): Generator<{ readonly row: StockRow; readonly quantity: number }> {
  let left = quantity;
  for (const row of rows) {
    if (left <= 0) return;
    const taken = Math.min(left, row.quantity);
    left -= taken;
    yield { row, quantity: taken };
  }
}

function takeInOrder(posting: Posting, { to }: TakeUnits, rows: readonly StockRow[], quantity: number): void {
  for (const { row, quantity: taken } of inOrder(rows, quantity)) {
    const target = to(row.key);
    if (target === undefined) posting.take(row.id, taken);
    else posting.move(row.id, target, taken);
  }
}

/** @throws DomainError `invalid` naming the first refused entry, and how many there are. */
export function refuseFirst(checked: readonly CheckedEntry[]): void {
  const index = checked.findIndex(({ outcome }) => outcome === 'refused');
  const first = checked[index];
  if (first?.outcome !== 'refused') return;
  const more = checked.filter(({ outcome }) => outcome === 'refused').length - 1;
  const rest = more === 0 ? '' : ` ${more} more ${more === 1 ? 'entry is' : 'entries are'} refused too.`;
  throw new DomainError('invalid', `${first.reason}${rest}`, `entries.${index}`);
}
