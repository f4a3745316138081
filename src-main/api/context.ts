import type { DutyService } from '../services/duties.ts';
import type { ExceptionService } from '../services/exceptions.ts';
import type { BackupService } from '../services/backups.ts';
import type { NightlyBackup } from '../services/nightly-backup.ts';
import type { CloseGapService } from '../services/close-gaps.ts';
import type { ExportService } from '../services/exports.ts';
import type { GroupService } from '../services/groups.ts';
import type { HistoryService } from '../services/history.ts';
import type { ImportService } from '../services/imports.ts';
import type { ItemService } from '../services/items.ts';
import type { JobRunner } from '../services/jobs.ts';
import type { GapService } from '../services/gaps.ts';
import type { LocationStageService } from '../services/location-stages.ts';
import type { MaintenanceService } from '../services/maintenance.ts';
import type { NumberGroupService } from '../services/number-groups.ts';
import type { OnHandService } from '../services/on-hand.ts';
import type { OrderService } from '../services/orders.ts';
import type { SavedViewService } from '../services/saved-views.ts';
import type { SerialService } from '../services/serials.ts';
import type { PackService } from '../services/pack.ts';
import type { PickService } from '../services/pick.ts';
import type { ReceiveService } from '../services/receive.ts';
import type { SettingsService } from '../services/settings.ts';
import type { ShipService } from '../services/ship.ts';
import type { StockActionService } from '../services/stock-actions.ts';
import type { StockFactService } from '../services/stock-facts.ts';
import type { StorageGroupService } from '../services/storage-groups.ts';
import type { TransactionService } from '../services/transactions.ts';

/** The services that a request can reach, and what it may know about the app. */
export interface ApiContext {
  readonly groups: GroupService;
  readonly history: HistoryService;
  readonly items: ItemService;
  readonly storageGroups: StorageGroupService;
  readonly numberGroups: NumberGroupService;
  readonly gaps: GapService;
  readonly locationStages: LocationStageService;
  readonly views: SavedViewService;
  readonly duties: DutyService;
  readonly exceptions: ExceptionService;
  readonly onHand: OnHandService;
  readonly closeGaps: CloseGapService;
  readonly orders: OrderService;
  readonly serials: SerialService;
  readonly receive: ReceiveService;
  readonly pick: PickService;
  readonly pack: PackService;
  readonly ship: ShipService;
  readonly stockActions: StockActionService;
  readonly stockFacts: StockFactService;
  readonly transactions: TransactionService;
  readonly imports: ImportService;
  readonly exports: ExportService;
  readonly jobs: JobRunner;
  readonly maintenance: MaintenanceService;
  readonly backups: BackupService;
  readonly nightly: Pick<NightlyBackup, 'failure'>;
  readonly settings: SettingsService;
  readonly app: {
    readonly version: string;
    readonly dataFile: string;
    /** Goes with the data: another one once a backup was restored. */
    readonly epoch: string;
  };
  /** The epoch that the caller's page was loaded in, where it says so. */
  readonly pageEpoch?: string | undefined;
  /** Notes an unexpected error in the log. */
  readonly report: (error: unknown) => void;
}
