import type { ContainerLine, Lacking } from '../domain/pack.ts';
import { THOUSANDTHS } from '../domain/quantity.ts';
import { registeredUnits } from '../store/document-serial-queries.ts';
import { lineProgress } from '../store/order-queries.ts';
import { packedLines, type StoredContainer, type StoredContainerLine } from '../store/pack-queries.ts';
import type { Store } from '../store/store.ts';
import { stockedItem, type StockedItem } from './stocked-item.ts';

/** Under Active in sales process with Packing the serials are registered when the container closes (docs/decisions). */
export function registersAtPack({ policy }: StockedItem, kind: StoredContainer['orderKind']): boolean {
  return policy.salesProcess && policy.capture === 'Packing' && kind === 'Sales';
}

/** Whole units that left on an order line, or will leave, and that no registered serial stands for yet. */
export function unregisteredUnits(store: Store, orderLineId: number, leaving: number): number {
  const shipped = lineProgress(store, [orderLineId]).get(orderLineId)?.shipped ?? 0;
  const ahead = registeredUnits(store, orderLineId) - Math.floor(shipped / THOUSANDTHS);
  return Math.max(0, Math.floor(leaving / THOUSANDTHS) - Math.max(0, ahead));
}

/** The lines of a container, with what they lack of what their policies want: it cannot be closed before. */
export function linesOf(
  store: Store,
  { id, orderKind }: StoredContainer,
): {
  readonly lines: readonly ContainerLine[];
  readonly rowCount: number;
  readonly lacking: readonly Lacking[];
} {
  const stored = packedLines(store, id);
  const lacking: Lacking[] = [];
  const lines = stored.map(({ rows: _rows, ...line }) => {
    const item = stockedItem(store, line.itemNumber);
    const toRegister = registersAtPack(item, orderKind) ? unitsToRegister(store, line) : 0;
    lacking.push(...lackingOf(item, line, toRegister));
    return { ...line, toRegister };
  });
  return { lines, rowCount: stored.reduce((sum, { rows }) => sum + rows, 0), lacking };
}

/** Units of a container's line that lack their serial on the sales line; never more than the line ships. */
function unitsToRegister(
  store: Store,
  { orderLineId, quantity, registered }: Omit<StoredContainerLine, 'rows'>,
): number {
  const held = lineProgress(store, [orderLineId]).get(orderLineId);
  const ofLine = unregisteredUnits(store, orderLineId, (held?.picked ?? 0) + (held?.packed ?? 0));
  return Math.max(0, Math.min(Math.floor(quantity / THOUSANDTHS) - registered, ofLine));
}

function lackingOf(
  { policy, itemNumber }: StockedItem,
  { orderLineId, blank, exceptions }: Omit<StoredContainerLine, 'rows'>,
  toRegister: number,
): readonly Lacking[] {
  const lack = (units: number, what: string): readonly Lacking[] =>
    units === 0
      ? []
      : [
          {
            orderLineId,
            itemNumber,
            units,
            sentence: `${units} ${units === 1 ? 'unit' : 'units'} of ${itemNumber} ${units === 1 ? 'lacks' : 'lack'} ${what}.`,
          },
        ];
  const blankMayLeave = policy.capture === 'None' && policy.blankIssueAllowed;
  return [
    ...lack(toRegister, 'a serial number on the sales line'),
    ...lack(policy.tracked && !blankMayLeave ? blank / THOUSANDTHS : 0, 'a serial number'),
    ...lack(
      policy.tracked && !policy.blankIssueAllowed ? exceptions / THOUSANDTHS : 0,
      'a label that can be read, and Blank issue allowed is off',
    ),
  ];
}
