import { rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { ApiContext } from '../api/context.ts';
import type { ServiceContext } from '../services/context.ts';
import { createDutyService } from '../services/duties.ts';
import { createExceptionService } from '../services/exceptions.ts';
import { createCloseGapService } from '../services/close-gaps.ts';
import { createExportService } from '../services/exports.ts';
import { createGroupService } from '../services/groups.ts';
import { createHistoryService } from '../services/history.ts';
import { incomingFolder } from '../services/import-folder.ts';
import { createImportService } from '../services/imports.ts';
import { createItemLists } from '../services/item-lists.ts';
import { createItemService } from '../services/items.ts';
import { createGapService } from '../services/gaps.ts';
import type { JobResult } from '../services/jobs.ts';
import { createLocationStageService } from '../services/location-stages.ts';
import { createMaintenanceService } from '../services/maintenance.ts';
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
import { createTransactionService } from '../services/transactions.ts';
import { createGovernedWrites } from '../services/what-if.ts';
import { DATA_FILE, lockFolder, openStore } from '../store/open.ts';
import { appliers } from './appliers.ts';
import { createGate } from './gate.ts';
import type { WorkerResult } from './job-messages.ts';
import { createJobRunner } from './job-runner.ts';

/** What the core opens. */
export interface OpenOptions {
  readonly dataFolder: string;
  readonly jobWorkerUrl: URL;
  readonly appVersion: string;
  readonly report: (error: unknown) => void;
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
export function openCore({ dataFolder, jobWorkerUrl, appVersion, report }: OpenOptions): OpenCore {
  const unlock = lockFolder(dataFolder);
  try {
    // Whatever an earlier run left half way: it was never applied, or it can be exported again.
    for (const folder of [incomingFolder(dataFolder), outgoingFolder(dataFolder)])
      rmSync(folder, { recursive: true, force: true });
    const store = openStore(dataFolder);
    const gate = createGate();
    const services: ServiceContext = {
      store,
      dataFolder,
      alone: gate.alone,
      write: (work) => gate.alone(() => Promise.resolve(store.change(work))),
      user: userName(),
      now: () => new Date(),
    };
    const itemLists = createItemLists(store);
    const governed = createGovernedWrites(services, itemLists);
    const finish = (result: WorkerResult): JobResult => {
      if (result.kind !== 'undo-what-if') return result;
      const { kind, preview, stocked } = result;
      return { kind, whatIf: { ...preview, list: itemLists.keep(stocked) } };
    };
    const jobs = createJobRunner({
      workerUrl: jobWorkerUrl,
      dataFolder,
      user: services.user,
      gate,
      finish,
      report,
    });
    return {
      api: {
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
        maintenance: createMaintenanceService(services),
        serials: createSerialService(services),
        settings: createSettingsService(services),
        jobs,
        app: { version: appVersion, dataFile: join(dataFolder, DATA_FILE) },
        report,
      },
      close: async () => {
        await jobs.close();
        store.close();
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
