/** The physical events of the stock ledger, with the words the user reads for them. */
export const inventoryEventKinds = {
  receipt: 'Receipt',
  'return-receipt': 'Return receipt',
  'transfer-receipt': 'Transfer receipt',
  move: 'Move',
  pick: 'Pick',
  'reduce-pick': 'Reduce picked quantity',
  pack: 'Pack',
  unpack: 'Unpack',
  ship: 'Ship',
  'transfer-shipment': 'Transfer shipment',
  adjustment: 'Adjustment',
  count: 'Count',
  capture: 'Serial captured',
  correction: 'Serial corrected',
  swap: 'Swap with a blank unit',
  exception: 'Exception',
  registration: 'Serials registered on the sales line',
  reversal: 'Reversal',
  'import-difference': 'Import difference',
  cleared: 'On-hand cleared',
} as const;

/** See `inventoryEventKinds`. */
export type InventoryEventKind = keyof typeof inventoryEventKinds;

/** One physical event: append-only; what it did to the stock stands in its inventory transactions. */
export interface InventoryEvent {
  readonly id: number;
  /** Events of one action of the user share it; it is the id of the first of them. */
  readonly actionId: number;
  /** ISO time in UTC. */
  readonly at: string;
  /** Name of the operating system's user. */
  readonly user: string;
  readonly kind: InventoryEventKind;
  /** The document as it was named then, e.g. `SO-1007`; empty where there was none. */
  readonly document: string;
  /** The order line it belongs to; 0 where there is none. */
  readonly orderLineId: number;
  /** Why, where the user or the file said so. */
  readonly reason: string;
  /** The event that this one takes back. */
  readonly reverses: number | null;
}

/** An event as it is listed. */
export interface ListedEvent extends InventoryEvent {
  /** The event that took this one back; null where it stands. */
  readonly reversedBy: number | null;
}

/** What an event did to one stock row. */
export interface EventLine {
  readonly stockId: number;
  /** In thousandths; below zero it left the row. */
  readonly quantity: number;
  readonly itemNumber: string;
  readonly warehouse: string;
  readonly location: string;
  readonly licensePlate: string;
  readonly batchNumber: string;
  readonly serialNumber: string;
  readonly exceptionId: number;
  readonly inTransit: 0 | 1;
}

/** An event in the list, with the first lines of what it did to the stock. */
export interface TransactionEvent extends ListedEvent {
  readonly lines: readonly EventLine[];
  /** There are further lines. */
  readonly moreLines: boolean;
}

/** Events that only their own door takes back: an import by its undo, clearing by the backup made before it. */
const ownDoor: ReadonlySet<InventoryEventKind> = new Set(['import-difference', 'cleared', 'reversal']);

/** Whether an event can be reversed as things stand; that a later one has taken its stock further is not looked at. */
export function isReversible({ kind, reversedBy }: Pick<ListedEvent, 'kind' | 'reversedBy'>): boolean {
  return reversedBy === null && !ownDoor.has(kind);
}
