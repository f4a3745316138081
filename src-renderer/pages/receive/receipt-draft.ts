import { THOUSANDTHS, writeQuantity } from '../../../src-main/domain/quantity.ts';
import { receiptDocuments, type ReceiptDocument } from '../../../src-main/domain/receive.ts';
import type { Source } from './receive-source.ts';

/** What the fields of a receipt say, as they are typed. */
export interface ReceiptDraft {
  readonly quantity: string;
  /** Empty: the inventory unit. */
  readonly unit: string;
  /** Of an item without an order. */
  readonly warehouse: string;
  readonly document: ReceiptDocument;
  readonly location: string;
  readonly licensePlate: string;
  readonly batchNumber: string;
  readonly inventoryStatus: string;
}

/** What is remembered from one receipt to the next. */
export interface RememberedPlace {
  readonly warehouse: string;
  readonly document: ReceiptDocument;
  readonly inventoryStatus: string;
  /** The last location of a warehouse. */
  readonly locations: Readonly<Record<string, string>>;
}

const nothing: RememberedPlace = {
  warehouse: '',
  document: 'purchase',
  inventoryStatus: '',
  locations: {},
};

/** Reads what was remembered; anything else is as if nothing was. */
export function readRemembered(text: string | null): RememberedPlace {
  try {
    const known = Object(JSON.parse(text ?? 'null')) as Partial<Record<keyof RememberedPlace, unknown>>;
    const { warehouse, document, inventoryStatus, locations } = known;
    return {
      warehouse: typeof warehouse === 'string' ? warehouse : '',
      document:
        typeof document === 'string' && document in receiptDocuments
          ? (document as ReceiptDocument)
          : 'purchase',
      inventoryStatus: typeof inventoryStatus === 'string' ? inventoryStatus : '',
      locations: Object.fromEntries(
        Object.entries(Object(locations) as Record<string, unknown>).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      ),
    };
  } catch {
    return nothing;
  }
}

/** Most warehouses whose last location is remembered. */
const KEPT_LOCATIONS = 50;

/** What to remember of a receipt that was posted. */
export function remembered(
  before: RememberedPlace,
  source: Source,
  { warehouse, document, location, inventoryStatus }: ReceiptDraft,
): RememberedPlace {
  const where = warehouseOf(source, warehouse);
  const others = Object.entries(before.locations).filter(([name]) => name !== where);
  const locations = Object.fromEntries([...others.slice(-KEPT_LOCATIONS + 1), [where, location]]);
  const isTransfer = source.kind === 'line' && source.orderKind === 'Transfer';
  return {
    ...before,
    locations,
    ...(source.kind === 'item' && { warehouse, document }),
    ...(!isTransfer && { inventoryStatus }),
  };
}

/** Where a source is received. */
export function warehouseOf(source: Source, warehouse: string): string {
  return source.kind === 'line' ? source.line.warehouse : warehouse;
}

/** The fields of a new receipt: what is left of an order line in the unit it was ordered in, or one unit of an item. */
export function newDraft(
  source: Source,
  { warehouse, document, inventoryStatus, locations }: RememberedPlace,
): ReceiptDraft {
  const where = warehouseOf(source, warehouse);
  return {
    ...openQuantity(source),
    warehouse,
    document,
    location: locations[where] ?? '',
    licensePlate: '',
    batchNumber: source.batchNumber,
    inventoryStatus,
  };
}

function openQuantity(source: Source): Pick<ReceiptDraft, 'quantity' | 'unit'> {
  if (source.kind === 'item') return { quantity: '1', unit: '' };
  const { open, quantity, unitQuantity, unit, inventoryUnit } = source.line;
  const perUnit = (quantity * THOUSANDTHS) / unitQuantity;
  // In boxes only where whole boxes are left.
  const whole = unit !== inventoryUnit && open % perUnit === 0;
  return whole
    ? { quantity: writeQuantity((open / perUnit) * THOUSANDTHS), unit }
    : { quantity: writeQuantity(open), unit: '' };
}
