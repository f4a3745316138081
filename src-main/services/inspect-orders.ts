import type { OrderField } from '../domain/order-columns.ts';
import { refuseLineChange } from '../domain/order-change.ts';
import { MAX_ORDER_LINES, orderInputSchema, type OrderInput, type OrderKind } from '../domain/order.ts';
import { nameKey } from '../domain/name-key.ts';
import type { UnitsOfItem } from '../domain/order-units.ts';
import { readQuantity } from '../domain/quantity.ts';
import { itemByNumber } from '../store/item-queries.ts';
import {
  lineProgress,
  linesOfOrder,
  orderByNumber,
  touchedLines,
  type OrderHead,
  type OrderLine,
} from '../store/order-queries.ts';
import type { Store } from '../store/store.ts';
import type { ImportPlan } from './import-plan.ts';
import { columnName, readRow, type OpenedFile, type ReadCounts, type RowReader } from './inspection.ts';
import { resolveLine, sameLine, type FindUnits } from './order-lines.ts';
import { orderKey, type PlannedOrder, type PlannedOrders } from './planned-orders.ts';

const LINE_NUMBER = /^(\d{1,9})(?:\.0+)?$/;

/** Why a row is left out. */
interface Refusal {
  readonly field: OrderField | '';
  readonly reason: string;
}

/** An order while a file is read. */
interface OrderState {
  readonly stored: OrderHead | undefined;
  readonly storedLines: ReadonlyMap<number, OrderLine>;
  /** Good rows of the file by the number of the line that they are. */
  readonly rows: Map<number, number>;
  /** Rows of the order so far: the line number, where the file has none. */
  counted: number;
  name: string;
}

/** The fields of the file, as the input calls them. */
const fieldOf: Readonly<Record<string, OrderField>> = { number: 'number', name: 'name' };

/**
 * Reads a file of order lines into the plan: a row is a line. A line that the file does not have stays as it is stored.
 * @param earlier what the files before this one plan.
 */
export function inspectOrders(
  store: Store,
  file: OpenedFile,
  kind: OrderKind,
  plan: ImportPlan,
  planned: PlannedOrders,
  earlier: PlannedOrders,
): ReadCounts {
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0 };
  const orders = new Map<string, OrderState>();
  const find = plannedUnits(store, plan);
  for (const batch of file.batches)
    for (const record of batch) {
      counts.rows += 1;
      const { line: row } = record;
      const refuse = ({ field, reason }: Refusal, value = ''): void =>
        file.report({ row, column: columnName(file.header, field), value, outcome: 'Refused', reason });
      const read = readRow(file.header, record);
      if (typeof read === 'string') {
        refuse({ field: '', reason: read });
        continue;
      }
      const number = read('number') ?? '';
      const key = orderKey(kind, number);
      const order = orders.get(key) ?? openOrder(store, kind, number);
      orders.set(key, order);
      order.counted += 1;
      const outcome = inspectRow(store, kind, read, order, find, earlier.get(key));
      if ('reason' in outcome) {
        refuse(outcome, outcome.field === '' ? '' : (read(outcome.field) ?? ''));
        continue;
      }
      const { lineNumber, line, before, name } = outcome;
      const same = before !== undefined && sameLine(before, line);
      const renamed = name !== order.name;
      order.name = name;
      order.rows.set(lineNumber, row);
      counts[before === undefined ? 'new' : same && !renamed ? 'unchanged' : 'changed'] += 1;
      if (same && !renamed) continue;
      const there: PlannedOrder = planned.get(key) ?? { kind, number, name, lines: new Map() };
      planned.set(key, { ...there, name });
      if (!same) there.lines.set(lineNumber, { id: before?.id ?? null, line });
    }
  return counts;
}

function openOrder(store: Store, kind: OrderKind, number: string): OrderState {
  const stored = number === '' ? undefined : orderByNumber(store, kind, number);
  const lines = stored === undefined ? [] : linesOfOrder(store, stored.id);
  return {
    stored,
    storedLines: new Map(lines.map((line) => [line.lineNumber, line])),
    rows: new Map(),
    counted: 0,
    name: stored?.name ?? '',
  };
}

type Inspected =
  | Refusal
  | {
      readonly lineNumber: number;
      readonly line: Parameters<typeof sameLine>[0];
      readonly before: OrderLine | undefined;
      readonly name: string;
    };

function inspectRow(
  store: Store,
  kind: OrderKind,
  read: RowReader,
  order: OrderState,
  find: FindUnits,
  earlier: PlannedOrder | undefined,
): Inspected {
  const written = read('lineNumber') ?? '';
  const lineNumber = written === '' ? order.counted : Number(LINE_NUMBER.exec(written)?.[1] ?? 0);
  if (lineNumber === 0) return { field: 'lineNumber', reason: 'A line number is a whole number above zero.' };
  const twice = order.rows.get(lineNumber);
  if (twice !== undefined) return { field: 'lineNumber', reason: `Row ${twice} has this line already.` };
  if (earlier?.lines.has(lineNumber) === true)
    return { field: 'lineNumber', reason: 'Another file of this import has this line already.' };
  const quantity = readOrdered(read('quantity') ?? '');
  if ('reason' in quantity) return quantity;
  const before = order.storedLines.get(lineNumber);
  const input = orderInputSchema.safeParse({
    kind,
    number: read('number') ?? '',
    name: read('name') ?? '',
    lines: [
      {
        itemNumber: read('itemNumber') ?? '',
        quantity: quantity.value,
        unit: read('unit') ?? '',
        site: read('site') ?? before?.site ?? '',
        warehouse: read('warehouse') ?? '',
        toSite: read('toSite') ?? before?.toSite ?? '',
        toWarehouse: read('toWarehouse') ?? '',
        returnsLine: before?.returnsLine ?? null,
      },
    ],
  } satisfies OrderInput);
  if (!input.success) {
    const [issue] = input.error.issues;
    const last = String(issue?.path.at(-1) ?? '');
    return { field: fieldOf[last] ?? (last as OrderField), reason: issue?.message ?? '' };
  }
  const [wanted] = input.data.lines;
  if (wanted === undefined) return { field: '', reason: 'The row has no line.' };
  const resolved = resolveLine(find, wanted);
  if ('reason' in resolved) return { field: resolved.field as OrderField, reason: resolved.reason };
  const { line } = resolved;
  if (before === undefined && order.storedLines.size + order.rows.size >= MAX_ORDER_LINES)
    return { field: 'number', reason: `An order has at most ${MAX_ORDER_LINES} lines.` };
  if (before !== undefined && !sameLine(before, line)) {
    const refusal = refusalOf(store, kind, before, line);
    if (refusal !== undefined) return refusal;
  }
  const name = input.data.name === '' ? order.name : input.data.name;
  return { lineNumber, line, before, name };
}

function refusalOf(
  store: Store,
  kind: OrderKind,
  before: OrderLine,
  line: Parameters<typeof sameLine>[0],
): Refusal | undefined {
  const progress = lineProgress(store, [before.id]).get(before.id);
  if (progress === undefined) return undefined;
  const touched = touchedLines(store, [before.id]).has(before.id);
  const refusal = refuseLineChange(kind, before, line, { progress, touched });
  return refusal && { field: refusal.field as OrderField, reason: refusal.reason };
}

function readOrdered(text: string): { readonly value: number } | Refusal {
  const said = text.startsWith('-') ? undefined : readQuantity(text);
  if (said !== undefined && 'problem' in said) return { field: 'quantity', reason: said.problem };
  if (said === undefined || said.value === 0)
    return { field: 'quantity', reason: 'An ordered quantity is above zero.' };
  return said;
}

/** The units of the items as there will be when the import is applied. It remembers them for one file. */
function plannedUnits(store: Store, plan: ImportPlan): FindUnits {
  const known = new Map<string, UnitsOfItem | undefined>();
  const look = (key: string): UnitsOfItem | undefined => {
    const item = plan.items.get(key) ?? plan.storedItems.get(key);
    if (item === undefined) return undefined;
    const { itemNumber, inventoryUnit } = item;
    const serials = plan.settingsOf(item.group)?.serialNumber;
    return {
      itemNumber,
      inventoryUnit,
      units: plan.storedItems.has(key) ? (itemByNumber(store, itemNumber)?.units ?? []) : [],
      wholeUnits: serials !== undefined && (serials.active || serials.activeInSalesProcess),
    };
  };
  return (itemNumber) => {
    const key = nameKey(itemNumber);
    if (!known.has(key)) known.set(key, look(key));
    return known.get(key);
  };
}
