import type { Backup } from '../domain/backup.ts';
import { DomainError } from '../domain/problem.ts';
import { deleteEverything, deleteWarehouseStock } from '../store/maintenance-queries.ts';
import { warehouseRows, type WarehouseRows } from '../store/on-hand-queries.ts';
import { pathOfBackup } from './backups.ts';
import type { ServiceContext } from './context.ts';
import { beginChange } from './history-recorder.ts';

/** What a clean-up did: the backup made before it, and how many on-hand rows are gone. */
export interface Cleared {
  /** Path of the backup. */
  readonly backup: string;
  readonly rows: number;
}

/** Use cases of Settings that take data away, each after a backup. */
export interface MaintenanceService {
  /** Warehouses that have on-hand. */
  warehouses(): readonly WarehouseRows[];
  /** Takes away the on-hand of one warehouse. @throws DomainError `not-found` where it has none. */
  clearWarehouse(warehouse: string): Promise<Cleared>;
  /** Takes away groups, items, orders and on-hand. */
  startOver(): Promise<Cleared>;
}

/** Makes the service. @param backUp makes a backup and says before what. */
export function createMaintenanceService(
  context: ServiceContext,
  backUp: (reason: string) => Promise<Backup>,
): MaintenanceService {
  const { store, dataFolder, alone, now, user } = context;
  const cleaner = (): { readonly at: string; readonly user: string } => ({ at: now().toISOString(), user });
  const afterBackup = (reason: string, said: string, work: () => number): Promise<Cleared> =>
    alone(async () => {
      const made = await backUp(reason);
      const backup = made.fileName;
      const rows = store.change(() => {
        const deleted = work();
        const change = beginChange(context, 'page', `Backup: ${backup}`);
        const after = { rows: deleted, backup };
        change.record({ kind: 'data-file', subject: 'data-file', name: said, before: null, after });
        return deleted;
      });
      return { backup: pathOfBackup(dataFolder, made), rows };
    });
  return {
    warehouses: () => warehouseRows(store),
    clearWarehouse: (warehouse) => {
      if (!warehouseRows(store).some((one) => one.warehouse === warehouse))
        throw new DomainError('not-found', `Warehouse ${warehouse} has no on-hand.`, 'warehouse');
      return afterBackup(
        `clearing ${warehouse || 'no warehouse'}`,
        `Cleared on-hand of warehouse ${warehouse}`,
        () => deleteWarehouseStock(store, warehouse, cleaner()),
      );
    },
    startOver: () => afterBackup('starting over', 'Started over', () => deleteEverything(store, cleaner())),
  };
}
