import type { SerialPolicy } from './serial-policy.ts';

/** What is picked or packed for an order line and has no serial. Units, not thousandths. */
export interface HeldUnits {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly itemNumber: string;
  /** Blank units that stand in no container. */
  readonly loose: number;
  /** Blank units in a container. */
  readonly packed: number;
  /** Units whose label cannot be read. */
  readonly exceptions: number;
}

/** An order that a change would stop: units of it would lack a serial that no later step asks for. */
export interface StoppedOrder {
  readonly orderNumber: string;
  readonly lineNumber: number;
  readonly itemNumber: string;
  readonly units: number;
}

/** Units of a line that cannot leave, because no later step asks for the serial that they lack. */
function stuckUnits(policy: SerialPolicy, { loose, packed, exceptions }: HeldUnits): number {
  if (!policy.tracked) return 0;
  const blankMayLeave = policy.capture === 'None' && policy.blankIssueAllowed;
  const asksAtPack = policy.capture === 'Packing';
  return (
    (blankMayLeave || asksAtPack ? 0 : loose) +
    (blankMayLeave ? 0 : packed) +
    (policy.blankIssueAllowed ? 0 : exceptions)
  );
}

/** The orders that a change of policies would stop and that would go on without it. */
export function stoppedOrders(
  held: readonly HeldUnits[],
  before: (itemNumber: string) => SerialPolicy,
  after: (itemNumber: string) => SerialPolicy,
): readonly StoppedOrder[] {
  return held.flatMap((line) => {
    const { orderNumber, lineNumber, itemNumber } = line;
    const units = stuckUnits(after(itemNumber), line) - stuckUnits(before(itemNumber), line);
    return units > 0 ? [{ orderNumber, lineNumber, itemNumber, units }] : [];
  });
}
