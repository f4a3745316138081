import type { Capture } from '../domain/capture.ts';
import type { StockKey } from '../domain/stock-key.ts';
import { blankVerdict, NOT_TRACKED, type BlankPolicy, type LocationStage } from '../domain/verdict.ts';
import type { Store } from './store.ts';

interface StoredPolicy {
  readonly tracked: 0 | 1;
  readonly capture: Capture | null;
  readonly blankReceiptAllowed: 0 | 1 | null;
  readonly warehouseProcesses: 0 | 1;
}

/**
 * Makes the question whether stock that goes from one stage to another, and is the same otherwise, keeps its verdict.
 * What governs an item is read once.
 */
export function createStageChanges(
  store: Store,
): (stock: StockKey, from: LocationStage, to: LocationStage) => boolean {
  const policies = new Map<string, BlankPolicy | undefined>();
  const policyOf = (itemNumber: string): BlankPolicy | undefined => {
    if (!policies.has(itemNumber)) policies.set(itemNumber, storedPolicy(store, itemNumber));
    return policies.get(itemNumber);
  };
  return ({ itemNumber, serialNumber, exceptionId }, from, to) => {
    // Only a blank is judged by where it stands.
    if (from === to || serialNumber !== '' || exceptionId !== 0) return true;
    const policy = policyOf(itemNumber);
    const verdictAt = (stage: LocationStage): string =>
      policy === undefined ? NOT_TRACKED : blankVerdict(policy, { stage, openPick: false });
    return verdictAt(from) === verdictAt(to);
  };
}

function storedPolicy(store: Store, itemNumber: string): BlankPolicy | undefined {
  const [stored] = store.allSql<StoredPolicy>(
    `SELECT g.serial_active AS tracked, g.capture,
       json_extract(g.settings, '$.serialNumber.blankReceiptAllowed') AS "blankReceiptAllowed",
       coalesce(w.warehouse_processes, 1) AS "warehouseProcesses"
     FROM items i LEFT JOIN tracking_dimension_groups g ON g.id = i.group_id
       LEFT JOIN storage_dimension_groups w ON w.name = i.storage_dimension_group
     WHERE i.item_number = ?`,
    [itemNumber],
  );
  if (stored === undefined || stored.tracked !== 1 || stored.capture === null) return undefined;
  return {
    capture: stored.capture,
    blankReceiptAllowed: stored.blankReceiptAllowed === 1,
    warehouseProcesses: stored.warehouseProcesses === 1,
  };
}
