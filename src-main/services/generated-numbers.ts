import type { NumberDocument } from '../domain/number-generation.ts';
import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import { MAX_ENTRIES, serialOf, type SerialEntry } from '../domain/serial-entry.ts';
import { numberGroupById } from '../store/number-group-queries.ts';
import { checkSerials } from './check-serials.ts';
import type { ServiceContext } from './context.ts';
import { reserveNumbers } from './reserve-numbers.ts';
import { generatingGroup, stockedItem } from './stocked-item.ts';
import { refuseFirst } from './take-units.ts';

/** A serial number that a tracking number group made, and the quantity it stands for in thousandths. */
export interface GeneratedNumber {
  readonly serial: string;
  readonly quantity: number;
}

/** Units that come in and may get generated numbers. */
export interface NumbersFor {
  readonly itemNumber: string;
  /** In thousandths. */
  readonly quantity: number;
  /** What the user entered; these units need no number. */
  readonly entries: readonly SerialEntry[];
  readonly document: NumberDocument;
  /** Number of the order and of the line's lot, for a group that builds them in. */
  readonly reference?: string;
  readonly lotId?: string;
}

/**
 * Takes the numbers that an item's tracking number group makes for units that come in, in a transaction of its own: a
 * number that is taken and then not used is lost, never given twice. None where the group does not generate.
 */
export async function numbersFor(
  { store, alone, now }: Pick<ServiceContext, 'store' | 'alone' | 'now'>,
  { itemNumber, quantity, entries, document, reference = '', lotId = '' }: NumbersFor,
): Promise<readonly GeneratedNumber[]> {
  const item = stockedItem(store, itemNumber);
  const { tracked, capture } = item.policy;
  const group = generatingGroup(store, item, document);
  const left = quantity - entries.length * THOUSANDTHS;
  if (group === undefined || !tracked || capture !== 'None' || left <= 0 || left % THOUSANDTHS !== 0)
    return [];
  // Per qty 0: one number for all of it. A number stands for whole units, however Per qty is written.
  const perQuantity = numberGroupById(store, group.id)?.perQuantity ?? THOUSANDTHS;
  const perNumber =
    perQuantity === 0 ? left : Math.max(THOUSANDTHS, perQuantity - (perQuantity % THOUSANDTHS));
  const count = Math.ceil(left / perNumber);
  if (count > MAX_ENTRIES)
    throw new DomainError(
      'invalid',
      `${group.code} makes at most ${MAX_ENTRIES} serial numbers at once. Take a smaller quantity.`,
      'quantity',
    );
  // What is refused in the end must not cost numbers.
  refuseFirst(checkSerials(store, item, entries, { here: new Set(), capturesNew: true }));
  return alone(async () => {
    const serials = reserveNumbers(store, group.id, {
      count,
      besides: entries.flatMap((entry) => serialOf(entry) ?? []),
      itemNumber: item.itemNumber,
      dimension: 'serial',
      date: now().toISOString().slice(0, 10),
      reference,
      lotId,
    });
    return serials.map((serial, index) => ({
      serial,
      quantity: Math.min(perNumber, left - index * perNumber),
    }));
  });
}
