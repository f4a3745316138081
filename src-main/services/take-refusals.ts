import { DomainError } from '../domain/problem.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import type { SerialEntry } from '../domain/serial-entry.ts';
import type { StockedItem } from './stocked-item.ts';

/** @throws DomainError `invalid` where serials were entered for an item that has none on stock. */
export function refuseSerials({ itemNumber }: StockedItem, entries: readonly SerialEntry[]): void {
  if (entries.length === 0) return;
  throw new DomainError(
    'invalid',
    `${itemNumber} is not tracked by serial number on stock, so none can be entered for it here.`,
    'entries.0',
  );
}

/** @throws DomainError `invalid`: blank units stay. */
export function refuseBlank({ itemNumber }: StockedItem, units: number): never {
  throw new DomainError(
    'invalid',
    `${units} of the units of ${itemNumber} here have no serial number, and Blank issue allowed is off. Record their serials now.`,
    'entries',
  );
}

/** @throws DomainError `invalid`: too many entries. */
export function refuseCount(entered: number, wanted: number): never {
  throw new DomainError(
    'invalid',
    `${entered} serial numbers were entered for ${wanted} ${wanted === 1 ? 'unit' : 'units'}.`,
    'entries',
  );
}

/** @throws DomainError `invalid`: a unit whose label cannot be read goes where a blank one may. */
export function refuseUnreadable({ itemNumber }: StockedItem): never {
  throw new DomainError(
    'invalid',
    `A unit of ${itemNumber} whose label cannot be read stays: Blank issue allowed is off. Record its serial number first.`,
    'entries',
  );
}

/**
 * @param along entries of units that stand here with their serial and go along unasked.
 * @throws DomainError `invalid`: too few entries.
 */
export function refuseMissing(
  { itemNumber }: StockedItem,
  entered: number,
  needed: number,
  along = 0,
): never {
  const rest =
    along === 0
      ? ''
      : ` ${along} more ${along === 1 ? 'stands' : 'stand'} here with it already and ${along === 1 ? 'goes' : 'go'} along.`;
  throw new DomainError(
    'invalid',
    `${itemNumber} needs ${needed} serial ${needed === 1 ? 'number' : 'numbers'}; ${entered} ${entered === 1 ? 'is' : 'are'} entered.${rest}`,
    'entries',
  );
}

/** @throws DomainError `invalid` where a part of what stands somewhere would cut a tracked unit. */
export function refuseParts(
  { itemNumber, policy }: Pick<StockedItem, 'itemNumber' | 'policy'>,
  quantity: number,
  standing: number,
): void {
  if (!policy.tracked || quantity === standing || quantity % THOUSANDTHS === 0) return;
  throw new DomainError(
    'invalid',
    `${itemNumber} is tracked by serial number, so whole units of it are taken.`,
    'quantity',
  );
}
