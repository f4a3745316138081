import type { OnHandRow } from '../../../../src-main/domain/on-hand.ts';
import { formatQuantity } from '../../../app/format.ts';

/** What is known of a stock row that is acted on. */
export type ActedRow = Pick<
  OnHandRow,
  | 'id'
  | 'itemNumber'
  | 'productName'
  | 'warehouse'
  | 'location'
  | 'licensePlate'
  | 'serialNumber'
  | 'quantity'
  | 'blank'
  | 'notReadable'
>;

/** A stock row in words: `3 of A1 (Drill), blank, at 61 BULK-1`. */
export function rowWords(row: ActedRow): string {
  const { itemNumber, productName, serialNumber, quantity, blank, notReadable } = row;
  const what =
    serialNumber === ''
      ? notReadable === ''
        ? blank
          ? ', blank'
          : ''
        : ', not readable'
      : ` ${serialNumber}`;
  const name = productName === '' ? '' : ` (${productName})`;
  return `${formatQuantity(quantity)} of ${itemNumber}${name}${what}, at ${placeText(row)}.`;
}

/** A place in few words: `61 BULK-1 LP-7`. */
export function placeText({
  warehouse,
  location,
  licensePlate,
}: Pick<OnHandRow, 'warehouse' | 'location' | 'licensePlate'>): string {
  return [warehouse, location, licensePlate].filter((part) => part !== '').join(' ');
}
