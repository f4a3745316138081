/** A shipment of an order line, and the event that took it back; by the ids of their events. */
export interface LineShipment {
  readonly orderLineId: number;
  /** The action it belongs to. */
  readonly actionId: number;
  /** Null where it still stands. */
  readonly reversedBy: number | null;
}

/**
 * Whether what an action registered on an order line has been shipped: a shipment takes along all that stands on the line,
 * and gives it back when it is reversed.
 * @param shipments those of the line, in their order.
 */
export function hasShipped(shipments: readonly LineShipment[], actionId: number): boolean {
  let since = actionId;
  for (const { actionId: shipment, reversedBy } of shipments) {
    if (shipment < since) continue;
    if (reversedBy === null) return true;
    since = reversedBy;
  }
  return false;
}
