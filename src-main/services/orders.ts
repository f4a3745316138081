import { refuseLineChange } from '../domain/order-change.ts';
import type { OrderPageInput, OrderRow } from '../domain/order-query.ts';
import { orderStatus, totalsOf, type LineProgress, type OrderStatus } from '../domain/order-status.ts';
import type { UnitsOfItem } from '../domain/order-units.ts';
import type { OrderInput, OrderKind, OrderSave } from '../domain/order.ts';
import { DomainError } from '../domain/problem.ts';
import {
  deleteLines,
  deleteOrder,
  insertLine,
  insertOrder,
  updateLine,
  updateOrder,
} from '../store/order-changes.ts';
import {
  allOrdersWithTotals,
  nextOrderNumber,
  orderIds,
  ordersWithTotals,
  type OrderWithTotals,
} from '../store/order-page-queries.ts';
import {
  lineProgress,
  linesOfOrder,
  orderById,
  orderByNumber,
  orderLineById,
  returnOf,
  shippedSalesLines,
  touchedLines,
  type OrderHead,
  type OrderLine,
  type SalesLine,
} from '../store/order-queries.ts';
import { likePattern } from '../store/grid-condition.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { resolveLine, sameLine, storedUnits } from './order-lines.ts';
import { cancelOrderWork, releaseOrder, type Canceled, type Released } from './release-order.ts';

/** Sales order lines that a return line is offered at most. */
const OFFERED = 50;

/** A line with what happened for it. */
export interface OrderLineState extends OrderLine {
  readonly progress: LineProgress;
  readonly status: OrderStatus;
  /** Something happened for it: its item and warehouses stay. */
  readonly touched: boolean;
}

/** An order with its lines. */
export interface Order extends OrderHead {
  readonly status: OrderStatus;
  readonly lines: readonly OrderLineState[];
}

/** Use cases of the page Orders. */
export interface OrderService {
  page(input: OrderPageInput): { readonly rows: readonly OrderRow[]; readonly total: number };
  /** @throws DomainError `not-found`. */
  get(id: number): Order;
  /** The number that is proposed for a new order. */
  nextNumber(kind: OrderKind): string;
  /** The units that an item can be ordered in; null where there is no such item. */
  units(itemNumber: string): UnitsOfItem | null;
  /** Shipped sales order lines of an item, for a return; `search` is a part of the order number. */
  salesLines(itemNumber: string, search: string): readonly SalesLine[];
  /**
   * Stores an order, new or changed.
   * @throws DomainError `name-taken`, `not-found`, `changed-meanwhile`, `invalid` (an item or unit that is not known, a
   * quantity that is not whole), `in-use` (what happened for a line would not be true any more).
   */
  save(input: OrderSave): Promise<Order>;
  /** Deletes an order for which nothing happened. @throws DomainError `in-use`, `changed-meanwhile`, `not-found`. */
  remove(id: number, version: number): Promise<void>;
  /** Hands a sales or transfer order to the warehouse, as far as its stock stands free. @throws as `releaseOrder`. */
  release(id: number): Promise<Released>;
  /** Takes the open work of an order back. @throws as `cancelOrderWork`. */
  cancelWork(id: number): Promise<Canceled>;
}

/** Makes the service. */
export function createOrderService(context: ServiceContext): OrderService {
  const { store, write, now } = context;
  return {
    page: createOrderPage(store),
    get: (id) => orderState(store, id),
    nextNumber: (kind) => nextOrderNumber(store, kind),
    units: (itemNumber) => storedUnits(store)(itemNumber) ?? null,
    salesLines: (itemNumber, search) => shippedSalesLines(store, itemNumber, likePattern(search), OFFERED),
    save: (input) => write(() => orderState(store, save(store, input, now().toISOString()))),
    remove: (id, version) => write(() => remove(store, id, version)),
    release: (id) => write(() => releaseOrder(store, requireOrder(store, id))),
    cancelWork: (id) => write(() => cancelOrderWork(store, requireOrder(store, id))),
  };
}

type OrderPage = (input: OrderPageInput) => { readonly rows: readonly OrderRow[]; readonly total: number };

/** Stretches of the list. The status is derived, so that the orders of one status are kept until the data changes. */
function createOrderPage(store: Store): OrderPage {
  let kept: { readonly key: string; readonly rows: readonly OrderRow[] } | undefined;
  const withStatus = ({ search, kind, status }: OrderPageInput): readonly OrderRow[] => {
    const key = JSON.stringify([store.revision(), search, kind, status]);
    if (kept?.key !== key) {
      const rows = allOrdersWithTotals(store, { search, kind }).map(rowOf);
      kept = { key, rows: rows.filter((row) => row.status === status) };
    }
    return kept.rows;
  };
  return (input) => {
    const { offset, limit } = input;
    if (input.status === undefined) {
      const { ids, total } = orderIds(store, input, offset, limit);
      return { rows: ordersWithTotals(store, ids).map(rowOf), total };
    }
    const rows = withStatus(input);
    return { rows: rows.slice(offset, offset + limit), total: rows.length };
  };
}

function rowOf({ id, kind, number, name, lines, ...totals }: OrderWithTotals): OrderRow {
  return { id, kind, number, name, lines, status: orderStatus(kind, totals) };
}

/** @throws DomainError `not-found`. */
function requireOrder(store: Store, id: number): OrderHead {
  const order = orderById(store, id);
  if (order === undefined) throw new DomainError('not-found', 'This order does not exist any more.', 'id');
  return order;
}

function orderState(store: Store, id: number): Order {
  const head = requireOrder(store, id);
  const lines = linesOfOrder(store, id);
  const ids = lines.map((line) => line.id);
  const progress = lineProgress(store, ids);
  const touched = touchedLines(store, ids);
  return {
    ...head,
    status: orderStatus(head.kind, totalsOf([...progress.values()])),
    lines: lines.flatMap((line) => {
      const done = progress.get(line.id);
      if (done === undefined) return [];
      const status = orderStatus(head.kind, totalsOf([done]));
      return [{ ...line, progress: done, status, touched: touched.has(line.id) }];
    }),
  };
}

function current(store: Store, id: number, version: number | undefined): Order {
  const order = orderState(store, id);
  if (order.version !== version)
    throw new DomainError(
      'changed-meanwhile',
      `${order.number} was changed in another window. Nothing was saved.`,
    );
  return order;
}

function save(store: Store, { id, version, order }: OrderSave, at: string): number {
  const known = id === undefined ? undefined : current(store, id, version);
  if (known !== undefined && known.kind !== order.kind)
    throw new DomainError('invalid', `${known.number} is and stays a ${known.kind} order.`, 'kind');
  const taken = orderByNumber(store, order.kind, order.number);
  if (taken !== undefined && taken.id !== id)
    throw new DomainError('name-taken', `There is already a ${order.kind} order ${taken.number}.`, 'number');
  if (known === undefined) {
    const made = insertOrder(store, order, at);
    storeLines(store, made, order, []);
    return made;
  }
  const lines = storeLines(store, known.id, order, known.lines);
  if (lines || known.number !== order.number || known.name !== order.name)
    updateOrder(store, known.id, order);
  return known.id;
}

/** Stores the lines of an order and says whether anything changed. */
function storeLines(
  store: Store,
  orderId: number,
  { kind, number, lines }: OrderInput,
  known: readonly OrderLineState[],
): boolean {
  const find = storedUnits(store);
  const left = new Map(known.map((line) => [line.id, line]));
  let next = known.reduce((highest, { lineNumber }) => Math.max(highest, lineNumber), 0);
  let changed = false;
  const fresh: (() => void)[] = [];
  for (const [index, { id, ...input }] of lines.entries()) {
    const refuse = (code: 'invalid' | 'in-use', field: string, reason: string): never => {
      throw new DomainError(code, reason, `lines.${index}.${field}`);
    };
    const resolved = resolveLine(find, input);
    if ('reason' in resolved) return refuse('invalid', resolved.field, resolved.reason);
    const { line } = resolved;
    const problem =
      line.returnsLine === null ? undefined : returnProblem(store, line.returnsLine, line.itemNumber);
    if (problem !== undefined) refuse('invalid', 'returnsLine', problem);
    if (id === undefined) {
      next += 1;
      const lineNumber = next;
      fresh.push(() => insertLine(store, orderId, lineNumber, line));
      continue;
    }
    const before = left.get(id);
    if (before === undefined)
      throw new DomainError(
        'changed-meanwhile',
        `A line of ${number} is not there any more. Nothing was saved.`,
      );
    left.delete(id);
    if (sameLine(before, line)) continue;
    const refusal = refuseLineChange(kind, before, line, before);
    if (refusal !== undefined) refuse('in-use', refusal.field, refusal.reason);
    updateLine(store, id, line);
    changed = true;
  }
  for (const insert of fresh) insert();
  const gone = [...left.values()];
  refuseRemoval(store, number, gone);
  deleteLines(store, [...left.keys()]);
  return changed || fresh.length > 0 || gone.length > 0;
}

function returnProblem(store: Store, salesLine: number, itemNumber: string): string | undefined {
  const line = orderLineById(store, salesLine);
  if (line?.orderKind !== 'Sales') return 'This sales order line does not exist any more.';
  return line.itemNumber === itemNumber
    ? undefined
    : `Line ${line.lineNumber} of ${line.orderNumber} sold ${line.itemNumber}, not ${itemNumber}.`;
}

/** @throws DomainError `in-use` where something happened for a line, or a return gives it back. */
function refuseRemoval(store: Store, number: string, lines: readonly OrderLineState[]): void {
  const used = lines.find(({ touched }) => touched);
  if (used !== undefined)
    throw new DomainError(
      'in-use',
      used.progress.openWork > 0
        ? `Line ${used.lineNumber} of ${number} is released to the warehouse. Cancel its work first.`
        : `Something happened for line ${used.lineNumber} of ${number} already, so it stays. Transactions shows it.`,
    );
  const back = returnOf(
    store,
    lines.map(({ id }) => id),
  );
  if (back === undefined) return;
  const line = lines.find(({ id }) => id === back.line);
  throw new DomainError(
    'in-use',
    `${back.number} gives line ${line?.lineNumber ?? ''} of ${number} back, so it stays.`,
  );
}

function remove(store: Store, id: number, version: number): void {
  const order = current(store, id, version);
  refuseRemoval(store, order.number, order.lines);
  deleteOrder(store, id);
}
