import { blankReceipt, inboundSerials, type InboundSerials } from '../domain/serial-policy.ts';
import type { NumberDocument } from '../domain/number-generation.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { SerialEntry } from '../domain/serial-entry.ts';
import type { StockKey } from '../domain/stock-key.ts';
import type { EventWords, Posting } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import { checkSerials, type OnlySerials } from './check-serials.ts';
import type { GeneratedNumber } from './generated-numbers.ts';
import { generatingGroup, type StockedItem } from './stocked-item.ts';
import { recordException, refuseFirst } from './take-units.ts';

/** Units that come into stock from outside. */
export interface BringIn {
  readonly item: StockedItem;
  /** Where they come to, blank. */
  readonly key: StockKey;
  /** In thousandths. */
  readonly quantity: number;
  readonly entries: readonly SerialEntry[];
  /** What they come in by; it decides whether the tracking number group makes the serials. */
  readonly document: NumberDocument;
  /** Serials that the number group made for them; they stand beside what was entered. */
  readonly generated: readonly GeneratedNumber[];
  /** Names the line in a refusal, e.g. ` on line 2 of PO-7`. */
  readonly where: string;
  /** Of a return under Picking or Packing: the serials that may be named although none is asked. */
  readonly returned?: OnlySerials | undefined;
  readonly words?: EventWords | undefined;
}

/** What receiving does about the serials of an item that comes in by a document. */
export function inboundOf(store: Store, item: StockedItem, document: NumberDocument): InboundSerials {
  return inboundSerials(item.policy, generatingGroup(store, item, document) !== undefined);
}

/**
 * Puts units into stock as the policy says: with their serials under None, blank under Picking and Packing. Belongs to
 * the event that the caller has begun; exceptions get events of their own.
 * @returns what the user should know, e.g. that a serial left the stock once before.
 * @throws DomainError `invalid` naming the item and the line; nothing comes in then.
 */
export function bringIn(store: Store, posting: Posting, coming: BringIn): readonly string[] {
  const { item, key, quantity, entries, document, generated, where, returned, words } = coming;
  const inbound = inboundOf(store, item, document);
  if (inbound === 'untracked') {
    if (entries.length > 0)
      refuse(`${item.itemNumber}${where} is not tracked by serial number on stock, so none is received.`);
    posting.put(key, quantity);
    return [];
  }
  if (quantity % THOUSANDTHS !== 0)
    throw new DomainError(
      'invalid',
      `${item.itemNumber}${where} is tracked by serial number, so whole units of it are received.`,
      'quantity',
    );
  const units = quantity / THOUSANDTHS;
  const all = [...entries, ...generated.map(({ serial }) => ({ serial }))];
  const quantities = [...entries.map(() => THOUSANDTHS), ...generated.map((number) => number.quantity)];
  const named = quantities.reduce((sum, one) => sum + one, 0);
  const offered = returned !== undefined && all.every((entry) => 'serial' in entry);
  if (inbound === 'left-blank' && all.length > 0 && !offered)
    refuse(
      `${item.itemNumber}${where} gets its serial numbers at ${item.policy.capture.toLowerCase()}; receiving leaves them blank.`,
    );
  if (named > quantity)
    refuse(`${all.length} serial numbers were entered for ${units} of ${item.itemNumber}${where}.`);
  const missing = (quantity - named) / THOUSANDTHS;
  if (missing > 0 && (inbound === 'required' || inbound === 'generated'))
    refuse(
      `${item.itemNumber}${where} needs ${units} serial ${units === 1 ? 'number' : 'numbers'}; ${all.length} ${all.length === 1 ? 'is' : 'are'} entered.`,
    );
  const checked = checkSerials(store, item, all, {
    here: new Set(),
    capturesNew: true,
    comesBack: document === 'return',
    only: returned,
  });
  refuseFirst(checked);
  const unreadable = checked.filter((one) => one.outcome === 'not-readable');
  if (unreadable.length > 0 && !blankReceipt(item.policy))
    refuse(
      `${item.itemNumber}${where} is not received without a readable label: Blank receipt allowed is off.`,
    );
  const notices: string[] = [];
  for (const [index, one] of checked.entries())
    if (one.outcome === 'new') {
      posting.put({ ...key, serialNumber: one.serial }, quantities[index] ?? THOUSANDTHS);
      if (one.notice !== '') notices.push(one.notice);
    }
  const blank = missing + unreadable.length;
  if (blank > 0) {
    const stockId = posting.put(key, blank * THOUSANDTHS);
    for (const { reason } of unreadable) recordException(posting, stockId, key, reason, words);
  }
  return notices;
}

function refuse(sentence: string): never {
  throw new DomainError('invalid', sentence, 'entries');
}
