import { cleanText } from '../domain/blank.ts';
import { takeNumbers, type NumberSource } from '../domain/build-number.ts';
import { fitsSerialNumberControl } from '../domain/number-generation.ts';
import { sequenceEnds } from '../domain/number-preview.ts';
import { DomainError } from '../domain/problem.ts';
import { serialKey } from '../domain/serial-number.ts';
import {
  advanceCounter,
  isUnderControl,
  numberGroupById,
  numbersOnHand,
} from '../store/number-group-queries.ts';
import { ownTransaction } from '../store/own-transaction.ts';
import { serialsOnHand, serialsThatLeft } from '../store/serial-queries.ts';
import type { Store } from '../store/store.ts';
import { readAppSettings } from '../store/setting-queries.ts';

/** Numbers that are wanted for a line of a document. */
export interface NumberRequest extends NumberSource {
  readonly count: number;
  readonly itemNumber: string;
  /** What the numbers are for; one that is in use there already is passed over. */
  readonly dimension: 'serial' | 'batch';
  /** Numbers that are not on-hand yet and come in beside these: they are passed over too. */
  readonly besides?: readonly string[];
}

/**
 * Takes numbers out of a group's counter for good: the counter has moved on, on disk, before anyone sees them, so a
 * crash can lose numbers but never give one out twice. Not inside another transaction, which could take that back.
 * @throws DomainError `not-found`; `invalid` where the number sequence ends, a number would be too long, or Per qty does
 * not fit the item's Serial number control. Nothing is taken then.
 */
export function reserveNumbers(store: Store, groupId: number, request: NumberRequest): readonly string[] {
  const { count, itemNumber, dimension } = request;
  const inUse =
    dimension === 'serial'
      ? serialsInUse(store, request)
      : (numbers: readonly string[]) => numbersOnHand(store, itemNumber, 'batch_number', numbers);
  return ownTransaction(store, () => {
    const group = numberGroupById(store, groupId);
    if (group === undefined)
      throw new DomainError('not-found', 'This tracking number group does not exist any more.');
    if (dimension === 'serial' && !fitsSerialNumberControl(group) && isUnderControl(store, itemNumber))
      throw new DomainError(
        'invalid',
        `Serial number control is on for ${itemNumber}, so every unit has a number of its own. Set Per qty of ${group.code} to 1.`,
      );
    const { numbers, next } = takeNumbers(group, group.next, request, count, inUse);
    if (numbers.length < count)
      throw new DomainError(
        'invalid',
        group.parts.number
          ? `${count} numbers of ${group.code} are needed. ${sequenceEnds(group, numbers.length)}`
          : `${group.code} cannot tell ${count} numbers of one document apart. Tick Number sequence No. in this group.`,
      );
    advanceCounter(store, groupId, next);
    return numbers;
  });
}

/** Of some serials, the keys of those that the setting for uniqueness would refuse, or that come in beside them. */
function serialsInUse(
  store: Store,
  { itemNumber, besides = [] }: NumberRequest,
): (serials: readonly string[]) => ReadonlySet<string> {
  const { serialUniqueness } = readAppSettings(store);
  const item = serialUniqueness === 'across-items' ? undefined : itemNumber;
  const coming = besides.map((serial) => serialKey(cleanText(serial)));
  return (serials) =>
    new Set([
      ...coming,
      ...serialsOnHand(store, serials, item).map(({ key }) => serialKey(key.serialNumber)),
      ...(serialUniqueness === 'item-for-ever'
        ? serialsThatLeft(store, serials, itemNumber).map(({ serialNumber }) => serialKey(serialNumber))
        : []),
    ]);
}
