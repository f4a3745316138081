import { rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { ApiContext } from '../api/context.ts';
import type { ServiceContext } from '../services/context.ts';
import { createDutyService } from '../services/duties.ts';
import { createExceptionService } from '../services/exceptions.ts';
import type { Backup } from '../domain/backup.ts';
import { DomainError, RESTORED } from '../domain/problem.ts';
import { removeHalfWritten } from '../services/backup-files.ts';
import { createBackupService } from '../services/backups.ts';
import { createCloseGapService } from '../services/close-gaps.ts';
import { createExportService } from '../services/exports.ts';
import { createGroupService } from '../services/groups.ts';
import { createHistoryService } from '../services/history.ts';
import { incomingFolder } from '../services/import-folder.ts';
import { createImportService } from '../services/imports.ts';
import { createItemLists, type ItemLists } from '../services/item-lists.ts';
import { createItemService } from '../services/items.ts';
import { createGapService } from '../services/gaps.ts';
import { createLocationStageService } from '../services/location-stages.ts';
import { createMaintenanceService } from '../services/maintenance.ts';
import { createNightlyBackup } from '../services/nightly-backup.ts';
import { createNumberGroupService } from '../services/number-groups.ts';
import { createOnHandService } from '../services/on-hand.ts';
import { createOrderService } from '../services/orders.ts';
import { outgoingFolder } from '../services/outgoing.ts';
import { createSavedViewService } from '../services/saved-views.ts';
import { createSerialService } from '../services/serials.ts';
import { afterReversals } from '../services/after-reversal.ts';
import { createPackService } from '../services/pack.ts';
import { createPickService } from '../services/pick.ts';
import { createReceiveService } from '../services/receive.ts';
import { createSettingsService } from '../services/settings.ts';
import { createShipService } from '../services/ship.ts';
import { createStockActionService } from '../services/stock-actions.ts';
import { createStockFactService } from '../services/stock-facts.ts';
import { createStorageGroupService } from '../services/storage-groups.ts';
import { swapDataFile } from '../services/swap-data-file.ts';
import { createTransactionService } from '../services/transactions.ts';
import { createGovernedWrites } from '../services/what-if.ts';
import { DATA_FILE, dataFiles, lockFolder, openStore } from '../store/open.ts';
import { epochOf } from '../store/setting-queries.ts';
import { appliers } from './appliers.ts';
import { createGate, type Gate } from './gate.ts';
import { createJobRunner } from './job-runner.ts';

/** What the core opens. */
export interface OpenOptions {
  readonly dataFolder: string;
  readonly jobWorkerUrl: URL;
  readonly appVersion: string;
  readonly report: (error: unknown) => void;
  /** The present, for tests to set. */
  readonly now?: () => Date;
  /** Calls a function now and then until the answer is called; without it there are no nightly backups. */
  readonly schedule?: (work: () => void) => () => void;
}

/** What belongs to one data file, and goes with it when a backup takes its place. */
interface OpenData {
  readonly services: ServiceContext;
  readonly itemLists: ItemLists;
  readonly api: ApiContext;
  close(): void;
}

/** An open data folder: the services on it, and its end. */
export interface OpenCore {
  readonly api: ApiContext;
  close(): Promise<void>;
}

/**
 * Locks and opens a data folder and builds the services on it.
 * @throws DomainError `busy` where another process has it open, Error where the data file cannot be read.
 */
export function openCore(options: OpenOptions): OpenCore {
  const { dataFolder, jobWorkerUrl, appVersion, report, schedule, now = () => new Date() } = options;
  const dataFile = join(dataFolder, DATA_FILE);
  const unlock = lockFolder(dataFolder);
  try {
    // Whatever an earlier run left half way: it was never applied, or it can be exported again.
    for (const folder of [incomingFolder(dataFolder), outgoingFolder(dataFolder)])
      rmSync(folder, { recursive: true, force: true });
    removeHalfWritten(dataFolder);
    const gate = createGate();
    const jobs = createJobRunner({
      workerUrl: jobWorkerUrl,
      dataFolder,
      user: userName(),
      gate,
      finish: (result) => {
        if (result.kind === 'undo-what-if') {
          const { kind, preview, stocked } = result;
          return { kind, whatIf: { ...preview, list: data.itemLists.keep(stocked) } };
        }
        if (result.kind !== 'restore-ready') return result;
        restore();
        return { kind: 'restored', kept: result.kept };
      },
      report,
    });
    const backUp = async (reason: string): Promise<Backup> => {
      const at = now().toISOString();
      const made = await jobs.run({ kind: 'make-backup', made: 'before', reason, appVersion, at });
      if (made.kind !== 'backup') throw new Error(`A backup ended as ${made.kind}.`);
      return made.backup;
    };
    const nightly = createNightlyBackup(() => data.services, dataFiles, jobs, appVersion, report);

    const open = (): OpenData => {
      const store = openStore(dataFolder);
      let live = true;
      const alone: Gate['alone'] = (work) =>
        gate.alone(() => {
          // What waited for a restore to end was meant for the data before it.
          if (!live) throw new DomainError('restored', RESTORED);
          return work();
        });
      const services: ServiceContext = {
        store,
        dataFolder,
        alone,
        write: (work) => alone(() => Promise.resolve(store.change(work))),
        user: userName(),
        now,
      };
      const itemLists = createItemLists(store);
      const governed = createGovernedWrites(services, itemLists);
      const epoch = epochOf(store);
      const close = (): void => {
        live = false;
        store.close();
      };
      const api: ApiContext = {
        groups: createGroupService(services, governed),
        history: createHistoryService(services, governed, appliers),
        items: createItemService(services, governed),
        storageGroups: createStorageGroupService(services, governed),
        numberGroups: createNumberGroupService(services),
        gaps: createGapService(services),
        locationStages: createLocationStageService(services, governed),
        views: createSavedViewService(services, itemLists),
        duties: createDutyService(services),
        exceptions: createExceptionService(services),
        onHand: createOnHandService(services, itemLists),
        closeGaps: createCloseGapService(services, itemLists),
        orders: createOrderService(services),
        receive: createReceiveService(services),
        pick: createPickService(services),
        pack: createPackService(services),
        ship: createShipService(services),
        stockActions: createStockActionService(services),
        stockFacts: createStockFactService(services),
        transactions: createTransactionService(services, afterReversals(services)),
        imports: createImportService(services, itemLists),
        exports: createExportService(services),
        maintenance: createMaintenanceService(services, backUp),
        backups: createBackupService(services, dataFiles, appVersion),
        nightly,
        serials: createSerialService(services),
        settings: createSettingsService(services),
        jobs,
        app: { version: appVersion, dataFile, epoch },
        report,
      };
      return { services, itemLists, api, close };
    };

    let data = open();
    // One object for as long as the core lives: a restore changes what is in it.
    const api = { ...data.api };
    const restore = (): void => {
      const { store } = data.services;
      // Without a log beside it, the file is all there is of the data.
      const single = store.pragma('journal_mode = DELETE') === 'delete';
      data.close();
      try {
        if (!single) throw new Error('The data file is in use by another program.');
        swapDataFile(dataFolder, dataFile);
      } finally {
        removeHalfWritten(dataFolder);
        data = open();
        Object.assign(api, data.api);
      }
    };
    const stopClock = schedule?.(() => void nightly.check().catch(report));
    return {
      api,
      close: async () => {
        stopClock?.();
        await jobs.close();
        data.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The operating system's user; some systems have none for the process. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}
