import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import type { UnitsAtPlace } from '../domain/scan-needs.ts';
import { blankReceipt, type InboundSerials } from '../domain/serial-policy.ts';
import type { StockPlace } from '../store/place-queries.ts';
import { blankPlaces, freeStockAt, type BlankPlace } from '../store/place-queries.ts';
import { serialsOnHand } from '../store/serial-queries.ts';
import { inboundOf } from './bring-in.ts';
import type { ServiceContext } from './context.ts';
import { stockedItem } from './stocked-item.ts';
import { unitsAt } from './take-units.ts';

/** What an item's policy says about the actions of the On-hand page. */
export interface ItemStockPolicy {
  readonly itemNumber: string;
  readonly tracked: boolean;
  /** A blank unit may leave. */
  readonly blankIssueAllowed: boolean;
  /** A unit whose label cannot be read may come in. */
  readonly notReadableReceived: boolean;
  /** What is asked when units come in by an adjustment. */
  readonly adjustment: InboundSerials;
}

/** What stands of an item at a place, as far as nothing holds it. */
export interface Standing {
  readonly units: UnitsAtPlace;
  /** In thousandths. */
  readonly quantity: number;
}

/** What the dialogs of the On-hand page want to know before they ask anything. */
export interface StockFactService {
  policy(itemNumber: string): ItemStockPolicy;
  standing(place: StockPlace): Standing;
  /** Places with a free blank unit of an item, where a unit with a serial could change places with it. */
  blankPlaces(itemNumber: string): readonly BlankPlace[];
  /** The stock row of a serial of an item. @throws DomainError `not-found`. */
  whereIs(itemNumber: string, serial: string): { readonly stockId: number };
}

/** Places that are offered for a swap. */
const MOST_PLACES = 200;

/** Makes the service. */
export function createStockFactService({ store }: Pick<ServiceContext, 'store'>): StockFactService {
  return {
    policy: (number) => {
      const item = stockedItem(store, number);
      const { itemNumber, policy } = item;
      return {
        itemNumber,
        tracked: policy.tracked,
        blankIssueAllowed: policy.blankIssueAllowed,
        notReadableReceived: blankReceipt(policy),
        adjustment: inboundOf(store, item, 'adjustment'),
      };
    },
    standing: (place) => {
      const { itemNumber } = stockedItem(store, place.itemNumber);
      const rows = freeStockAt(store, { ...place, itemNumber });
      return { units: unitsAt(rows), quantity: rows.reduce((sum, row) => sum + row.quantity, 0) };
    },
    blankPlaces: (itemNumber) => blankPlaces(store, stockedItem(store, itemNumber).itemNumber, MOST_PLACES),
    whereIs: (number, serial) => {
      const { itemNumber } = stockedItem(store, number);
      const found = serialsOnHand(store, [serial], itemNumber).find(
        ({ key }) => nameKey(key.serialNumber) === nameKey(serial),
      );
      if (found === undefined)
        throw new DomainError('not-found', `${serial} does not stand on-hand of ${itemNumber}.`, 'serial');
      return { stockId: found.id };
    },
  };
}
