import { inventoryEventKinds, type InventoryEventKind } from '../../../src-main/domain/inventory-event.ts';

/** Which events are shown. Empty texts leave nothing out. */
export interface TransactionsFilter {
  readonly item: string;
  readonly serial: string;
  readonly kind: InventoryEventKind | '';
  /** Id of an order whose events alone are shown; empty for all. */
  readonly order: string;
}

/** Shows every event. */
export const everyTransaction: TransactionsFilter = { item: '', serial: '', kind: '', order: '' };

/** The filter that an address asks for. What makes no sense there is left out. */
export function readTransactionsFilter(params: URLSearchParams): TransactionsFilter {
  const kind = params.get('kind') ?? '';
  const order = params.get('order') ?? '';
  return {
    item: params.get('item') ?? '',
    serial: params.get('serial') ?? '',
    kind: kind in inventoryEventKinds ? (kind as InventoryEventKind) : '',
    order: /^[1-9]\d{0,14}$/.test(order) ? order : '',
  };
}

/** Writes the filter into an address, as short as it can be. */
export function writeTransactionsFilter(filter: TransactionsFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
}

/** The address of everything that happened to an item, or to one serial of it. */
export function transactionsAddress(item: string, serial: string): string {
  return `/transactions?${writeTransactionsFilter({ ...everyTransaction, item, serial }).toString()}`;
}

/** What the API is asked. */
export function transactionsQuery({ item, serial, kind, order }: TransactionsFilter): {
  readonly itemNumber?: string;
  readonly serial?: string;
  readonly kind?: InventoryEventKind;
  readonly orderId?: number;
} {
  return {
    ...(item !== '' && { itemNumber: item }),
    ...(serial !== '' && { serial }),
    ...(kind !== '' && { kind }),
    ...(order !== '' && { orderId: Number(order) }),
  };
}
