import type { LeavingLine, ShipmentState } from '../domain/pack.ts';
import { THOUSANDTHS, writeQuantity } from '../domain/quantity.ts';
import type { OrderHead } from '../store/order-queries.ts';
import { containersOf, heldLines, openContainers, type HeldLine } from '../store/pack-queries.ts';
import type { Store } from '../store/store.ts';
import { linesOf, unregisteredUnits } from './closing-container.ts';
import { stockedItem, type StockedItem } from './stocked-item.ts';

/** What would leave of an order now, and what it still lacks: Confirm shipment refuses exactly that. */
export function shipmentState(store: Store, order: Pick<OrderHead, 'id' | 'kind' | 'number'>): ShipmentState {
  const open = openContainers(store, order.id);
  const missing = open.length === 0 ? [] : [`Close ${open.join(', ')} first.`];
  const held = heldLines(store, order.id);
  const lines = held.map((line) => {
    const item = stockedItem(store, line.itemNumber);
    missing.push(...missingOf(order, line, item));
    const { loose: _loose, blank: _blank, exceptions: _exceptions, ...leaving } = line;
    return { ...leaving, atSlip: atSlip(store, order, line, item) };
  });
  for (const container of containersOf(store, order.id))
    if (container.shippedAt === '' && container.closedAt !== '')
      for (const line of linesOf(store, container).lines)
        if (line.toRegister > 0)
          missing.push(
            `${line.toRegister} of ${line.itemNumber} in ${container.number} lack a serial number on the sales line. Reopen it and register them.`,
          );
  return { lines, missing };
}

/** What each unit of a line lacks of what its policy wants before it leaves (docs/decisions). */
function missingOf(
  { number }: Pick<OrderHead, 'number'>,
  { lineNumber, loose, blank, exceptions }: HeldLine,
  { itemNumber, policy }: StockedItem,
): readonly string[] {
  const where = `of ${itemNumber} on line ${lineNumber} of ${number}`;
  const packs = (policy.tracked || policy.salesProcess) && policy.capture === 'Packing';
  const missing: string[] = [];
  if (packs && loose > 0)
    missing.push(
      `${writeQuantity(loose)} ${where} are picked but not packed. Pack them, or reduce the picked quantity.`,
    );
  if (!policy.tracked) return missing;
  // What is not packed yet gets its serial when it is.
  const lacksSerial = blank > 0 && !(packs && loose > 0);
  if (lacksSerial && (policy.capture !== 'None' || !policy.blankIssueAllowed))
    missing.push(`${writeQuantity(blank)} ${where} have no serial number. Record their serials first.`);
  if (exceptions > 0 && !policy.blankIssueAllowed)
    missing.push(
      `${writeQuantity(exceptions)} ${where} have a label that cannot be read, and Blank issue allowed is off.`,
    );
  return missing;
}

/** Under Active in sales process with None the serials are registered with the packing slip; never more than leave. */
function atSlip(
  store: Store,
  { kind }: Pick<OrderHead, 'kind'>,
  { orderLineId, quantity }: HeldLine,
  { policy }: StockedItem,
): LeavingLine['atSlip'] {
  if (kind !== 'Sales' || !policy.salesProcess || policy.capture !== 'None') return null;
  const maximum = unregisteredUnits(store, orderLineId, quantity);
  return {
    needed: policy.blankIssueAllowed ? 0 : maximum,
    maximum: Math.min(maximum, Math.floor(quantity / THOUSANDTHS)),
    notReadable: policy.blankIssueAllowed,
  };
}
