import type { Disappearing, OnHandPreview, OnHandScope } from '../domain/import-preview.ts';
import type { ImportProblem } from '../domain/import-preview.ts';
import { writeQuantity } from '../domain/quantity.ts';
import { invalidReasons } from '../domain/invalid-reasons.ts';
import { keepSuspects, suspectRows } from '../store/staged-serials.ts';
import {
  capturedHere,
  matchOnHand,
  mergeEqualRows,
  noteVanishing,
  takeOutBesideRefused,
  vanishingStock,
  type VanishingRow,
} from '../store/staged-on-hand.ts';
import type { Store } from '../store/store.ts';
import { settleTiedStock } from '../store/tied-stock.ts';
import type { OnHandCollection } from './stage-on-hand.ts';

/** Rows that are named one by one among those that would disappear. */
const EXAMPLES = 10;

/** What the last step of inspecting on-hand needs besides the staged rows. */
export interface OnHandInspection {
  readonly store: Store;
  readonly collected: OnHandCollection;
  readonly report: (file: number, problem: ImportProblem) => void;
}

/** Looks at all staged rows together: adds up equal ones, reports the Invalid ones, compares with the present stock. */
export function inspectStagedOnHand(inspection: OnHandInspection): Omit<OnHandPreview, 'zero'> {
  const { store, collected } = inspection;
  const warehouses = [...collected.warehouses.keys()].sort();
  const { rows: merged, into } = mergeEqualRows(store, collected.rowHashes.repeated());
  for (const { file, line, refusedLine } of takeOutBesideRefused(store))
    inspection.report(file, {
      row: line,
      column: '',
      value: '',
      outcome: 'Refused',
      reason: `Row ${refusedLine} names the same stock and is refused, so this stock stays as it was.`,
    });
  reportInvalid(inspection, into, warehouses);
  const [present] = store.allSql<{ found: number }>('SELECT EXISTS (SELECT 1 FROM main.on_hand) AS found');
  if (present?.found === 1) {
    matchOnHand(store);
    settleTiedStock(store, warehouses);
    noteVanishing(store, warehouses, [...collected.items]);
  }
  return {
    warehouses,
    merged,
    capturedHere: capturedHere(store),
    disappearing: { warehouses: disappearing(store, 'warehouses'), items: disappearing(store, 'items') },
  };
}

function reportInvalid(
  inspection: OnHandInspection,
  merged: readonly number[],
  warehouses: readonly string[],
): void {
  const { store, collected } = inspection;
  const suspects = suspectRows(store, {
    ids: collected.suspects,
    alike: collected.serialHashes.repeated(),
    merged,
    warehouses,
  });
  keepSuspects(store, suspects);
  for (const { file, line, itemNumber, serialNumber, quantity, duplicate } of suspects) {
    const item = collected.findItem(itemNumber);
    for (const reason of invalidReasons(
      { serialNumber, quantity, duplicate: duplicate === 1 },
      item?.settings,
      collected.serialLength,
      item?.serialMask ?? '',
    ))
      inspection.report(file, {
        row: line,
        column: '',
        value: serialNumber === '' ? writeQuantity(quantity) : serialNumber,
        outcome: 'Invalid',
        reason: `${itemNumber}: ${reason}`,
      });
  }
}

function disappearing(store: Store, scope: OnHandScope): Disappearing {
  const { rows, quantity, first } = vanishingStock(store, scope, EXAMPLES);
  return { rows, quantity, examples: first.map(vanishingWords) };
}

/** A row that would disappear, in words: what, where, how much, and what is known of it here only. */
function vanishingWords(row: VanishingRow): string {
  const { itemNumber, warehouse, location, serialNumber, quantity, order, container } = row;
  const place = [warehouse, location].filter((text) => text !== '').join(' ');
  return [
    `${itemNumber} in ${place}`,
    serialNumber === '' ? 'no serial number' : `serial ${serialNumber}`,
    writeQuantity(quantity),
    ...(row.capturedHere === 1 ? ['captured here'] : []),
    ...(row.notReadable === 1 ? ['recorded as not readable'] : []),
    ...(order === '' ? [] : [`picked for ${order}`]),
    ...(container === '' ? [] : [`packed into ${container}`]),
    ...(row.inTransit === 1 ? ['in transit'] : []),
  ].join(', ');
}
