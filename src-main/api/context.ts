import type { ExportService } from '../services/exports.ts';
import type { GroupService } from '../services/groups.ts';
import type { HistoryService } from '../services/history.ts';
import type { ImportService } from '../services/imports.ts';
import type { ItemService } from '../services/items.ts';
import type { JobRunner } from '../services/jobs.ts';
import type { MaintenanceService } from '../services/maintenance.ts';
import type { NumberGroupService } from '../services/number-groups.ts';
import type { OnHandService } from '../services/on-hand.ts';
import type { SettingsService } from '../services/settings.ts';
import type { StorageGroupService } from '../services/storage-groups.ts';

/** The services that a request can reach, and what it may know about the app. */
export interface ApiContext {
  readonly groups: GroupService;
  readonly history: HistoryService;
  readonly items: ItemService;
  readonly storageGroups: StorageGroupService;
  readonly numberGroups: NumberGroupService;
  readonly onHand: OnHandService;
  readonly imports: ImportService;
  readonly exports: ExportService;
  readonly jobs: JobRunner;
  readonly maintenance: MaintenanceService;
  readonly settings: SettingsService;
  readonly app: { readonly version: string; readonly dataFile: string };
  /** Notes an unexpected error in the log. */
  readonly report: (error: unknown) => void;
}
