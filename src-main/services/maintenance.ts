import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../domain/problem.ts';
import { deleteEverything, deleteWarehouseStock } from '../store/maintenance-queries.ts';
import { warehouseRows, type WarehouseRows } from '../store/on-hand-queries.ts';
import type { ServiceContext } from './context.ts';
import { beginChange } from './history-recorder.ts';

/** What a clean-up did: the backup made before it, and how many on-hand rows are gone. */
export interface Cleared {
  /** Name of the backup file beside the data file. */
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

/** Letters of a warehouse's name that go into the name of a file. */
const NAME_LENGTH = 40;

/** Makes the service. */
export function createMaintenanceService(context: ServiceContext): MaintenanceService {
  const { store, dataFolder, alone, now, user } = context;
  const cleaner = (): { readonly at: string; readonly user: string } => ({ at: now().toISOString(), user });
  const afterBackup = (reason: string, said: string, work: () => number): Promise<Cleared> =>
    alone(async () => {
      const stamp = now().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '-');
      const backup = freeName(dataFolder, `backup ${stamp} before ${reason}`);
      await store.backup(join(dataFolder, backup));
      const rows = store.change(() => {
        const deleted = work();
        const change = beginChange(context, 'page', `Backup: ${backup}`);
        const after = { rows: deleted, backup };
        change.record({ kind: 'data-file', subject: 'data-file', name: said, before: null, after });
        return deleted;
      });
      return { backup, rows };
    });
  return {
    warehouses: () => warehouseRows(store),
    clearWarehouse: (warehouse) => {
      if (!warehouseRows(store).some((one) => one.warehouse === warehouse))
        throw new DomainError('not-found', `Warehouse ${warehouse} has no on-hand.`, 'warehouse');
      const named = [...warehouse.replace(/[^\p{L}\p{N}_-]/gu, '_')].slice(0, NAME_LENGTH).join('');
      return afterBackup(`clearing ${named}`, `Cleared on-hand of warehouse ${warehouse}`, () =>
        deleteWarehouseStock(store, warehouse, cleaner()),
      );
    },
    startOver: () => afterBackup('starting over', 'Started over', () => deleteEverything(store, cleaner())),
  };
}

/** A file name that no file has yet: a backup never takes the place of an earlier one. */
function freeName(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? `${name}.db` : `${name} (${number}).db`;
    if (!existsSync(join(folder, file))) return file;
  }
}
