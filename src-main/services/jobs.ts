import type { Backup, DataSummary } from '../domain/backup.ts';
import type { WorklistFormat } from '../domain/gap-worklist.ts';
import type { JobState } from '../domain/job.ts';
import type { ImportOutcome, ImportPreview, OnHandScope } from '../domain/import-preview.ts';
import type { LedgerCheck } from '../domain/ledger-check.ts';
import type { WhatIf } from '../domain/what-if.ts';
import type { ExceptionExport } from '../domain/stock-exception.ts';
import type { OnHandFilter, OnHandSort } from '../domain/on-hand-query.ts';
import type { ConfigurationExport } from './export-configuration.ts';
import type { BackupOrder } from './make-backup.ts';
import type { RestoreOrder } from './prepare-restore.ts';

/** The work that a job can do. All of it runs in the job worker. */
export type JobInput =
  | { readonly kind: 'inspect-import'; readonly importId: string }
  | { readonly kind: 'check-ledger' }
  | {
      readonly kind: 'apply-import';
      readonly importId: string;
      readonly scope: OnHandScope;
      /** The revision of the confirmed what-if. */
      readonly confirmed?: number | undefined;
    }
  | {
      readonly kind: 'undo-change';
      readonly changeId: number;
      /** The revision of the confirmed what-if. */
      readonly confirmed?: number | undefined;
    }
  /** `keep`: how many nightly backups are kept, where older ones shall go once this one is there. */
  | ({ readonly kind: 'make-backup'; readonly keep?: number | undefined } & BackupOrder)
  | { readonly kind: 'inspect-backup'; readonly path: string; readonly name: string }
  /** Puts a backup in the place of the data. Nothing else runs meanwhile. */
  | ({ readonly kind: 'restore-backup' } & RestoreOrder)
  | ({ readonly kind: 'export-configuration' } & ConfigurationExport)
  | ({ readonly kind: 'export-exceptions' } & ExceptionExport)
  | {
      readonly kind: 'export-gaps';
      readonly warehouse?: string | undefined;
      readonly format: WorklistFormat;
    }
  | {
      readonly kind: 'export-on-hand';
      readonly filter: OnHandFilter;
      /** The items of the filter's list, which this process does not know. */
      readonly listed?: readonly string[] | undefined;
      readonly sort: OnHandSort;
      readonly columns: readonly string[];
    };

/** What a job leaves behind. */
export type JobResult =
  | { readonly kind: 'import-preview'; readonly preview: ImportPreview }
  | { readonly kind: 'ledger-check'; readonly check: LedgerCheck }
  | { readonly kind: 'import-outcome'; readonly outcome: ImportOutcome }
  /** `changeId` is the change that took the other one back; null where nothing was left to do. */
  | { readonly kind: 'undone'; readonly changeId: number | null }
  /** Nothing was changed: an undo that does this to the stock must be confirmed first. */
  | { readonly kind: 'undo-what-if'; readonly whatIf: WhatIf }
  | { readonly kind: 'backup'; readonly backup: Backup }
  | { readonly kind: 'backup-inspected'; readonly summary: DataSummary }
  /** `kept` is the backup of what was there before. */
  | { readonly kind: 'restored'; readonly kept: Backup }
  /** `notes`: what the user should know of the file. */
  | {
      readonly kind: 'download';
      readonly downloadId: string;
      readonly fileName: string;
      readonly notes?: readonly string[];
    };

/** Starts jobs and tells how they are doing. */
export interface JobRunner {
  /**
   * Starts a job and returns its id. One job runs at a time; further ones wait.
   * @throws DomainError `busy` while a backup is restored, and for a restore while anything else runs.
   */
  start(input: JobInput): string;
  /** Starts a job and waits for its end. @throws DomainError where it has another end than done. */
  run(input: JobInput): Promise<JobResult>;
  /** @throws DomainError `not-found` for an id that was never given out. */
  get(id: string): JobState<JobResult>;
  /** Asks a job to stop; it undoes what it did. */
  cancel(id: string): void;
}
