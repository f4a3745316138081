import { serialKey } from '../domain/serial-number.ts';
import { orderLineById, type OrderLine } from '../store/order-queries.ts';
import { shippedSerialsOf } from '../store/receive-queries.ts';
import type { Store } from '../store/store.ts';
import type { OnlySerials } from './check-serials.ts';
import type { StockedItem } from './stocked-item.ts';

/**
 * The serials that a line of a return order may name where receiving leaves units blank: those that its sales order
 * line shipped (docs/decisions). Undefined where any serial may come back, because each unit needs one.
 */
export function returnedSerials(
  store: Store,
  { policy, itemNumber }: StockedItem,
  line: Pick<OrderLine, 'returnsLine' | 'orderNumber'> | undefined,
): OnlySerials | undefined {
  if (!policy.tracked || policy.capture === 'None') return undefined;
  const shipped = line?.returnsLine ? shippedSerialsOf(store, line.returnsLine) : [];
  const step = policy.capture.toLowerCase();
  return {
    serials: new Map(shipped.map((serial) => [serialKey(serial), serial])),
    otherwise: (serial) =>
      line === undefined || line.returnsLine === null
        ? `${itemNumber} gets its serial numbers at ${step}; without the sales order that shipped ${serial} it comes back blank.`
        : `${serial} was not shipped by the sales order that ${line.orderNumber} gives back, or is back already.`,
  };
}

/** See `returnedSerials`, by the line's id. */
export function returnedByLine(
  store: Store,
  item: StockedItem,
  orderLineId: number | undefined,
): OnlySerials | undefined {
  return returnedSerials(
    store,
    item,
    orderLineId === undefined ? undefined : orderLineById(store, orderLineId),
  );
}
