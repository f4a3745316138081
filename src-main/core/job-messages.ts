import type { Backup } from '../domain/backup.ts';
import type { JobState } from '../domain/job.ts';
import type { JobInput, JobResult } from '../services/jobs.ts';
import type { LargeUndone } from '../services/undo-large.ts';

/** What the core sends its job worker: work, and a flag in shared memory that is seen even in the midst of a loop. */
export interface JobOrder {
  readonly id: string;
  readonly input: JobInput;
  /** One number: 1 once the user has cancelled. */
  readonly canceled: Int32Array<SharedArrayBuffer>;
}

/** What a job leaves behind, before the core adds what only it knows. */
export type WorkerResult =
  | Exclude<JobResult, { readonly kind: 'undo-what-if' | 'restored' }>
  | LargeUndone
  /** All is ready to put the backup in the place of the data, which the worker has let go of. */
  | { readonly kind: 'restore-ready'; readonly kept: Backup };

/** What the job worker sends back. */
export type JobNews =
  | {
      readonly id: string;
      readonly kind: 'progress';
      readonly phase: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly id: string; readonly kind: 'done'; readonly result: WorkerResult }
  | { readonly id: string; readonly kind: 'canceled' }
  /** `sentence` is for the user; `detail` for the log, empty where the error is one the user can meet. */
  | {
      readonly id: string;
      readonly kind: 'failed';
      readonly sentence: string;
      readonly code: JobState['code'];
      readonly detail: string;
    };
