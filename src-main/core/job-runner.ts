import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { JobState } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import type { JobInput, JobResult, JobRunner } from '../services/jobs.ts';
import type { Gate } from './gate.ts';
import type { JobNews, JobOrder, WorkerResult } from './job-messages.ts';

/** Jobs that are remembered after their end. */
const REMEMBERED = 50;

/** Most heap the job worker may use, in MiB; reading a large file makes much garbage that it would otherwise let lie. */
const MAX_HEAP_MB = 384;

/** Room for the youngest objects, in MiB: what a block of rows needs, so that it never grows old. */
const YOUNG_HEAP_MB = 32;

/** The jobs that change the data: nobody else writes meanwhile. */
const writing: ReadonlySet<JobInput['kind']> = new Set<JobInput['kind']>([
  'apply-import',
  'undo-change',
  'restore-backup',
]);

interface Job {
  readonly kind: JobInput['kind'];
  state: JobState<JobResult>;
  readonly canceled: Int32Array<SharedArrayBuffer>;
  readonly settle: () => void;
  readonly ended: Promise<void>;
  /** The worker that got it; undefined while it waits for its turn. */
  worker: Worker | undefined;
}

/** What the runner needs. */
export interface JobRunnerOptions {
  readonly workerUrl: URL;
  readonly dataFolder: string;
  /** Name of the operating system's user, for the history. */
  readonly user: string;
  readonly gate: Gate;
  /**
   * Adds to what a job left behind what only this process knows, or does what only it can: for a restore, whose worker
   * has ended by then. A job is done when this is.
   */
  readonly finish: (result: WorkerResult) => JobResult;
  /** Notes an unexpected end in the log. */
  readonly report: (error: unknown) => void;
}

/** A job runner that can be ended. */
export interface ClosableJobRunner extends JobRunner {
  /** Cancels what runs and stops the worker. */
  close(): Promise<void>;
}

/** Makes the runner. Its worker starts with the first job; when it dies, its jobs fail at once and the next job starts another. */
export function createJobRunner({
  workerUrl,
  dataFolder,
  user,
  gate,
  finish,
  report,
}: JobRunnerOptions): ClosableJobRunner {
  const jobs = new Map<string, Job>();
  let closed = false;
  let worker: Worker | undefined;

  const end = (id: string, change: Partial<JobState<JobResult>>): void => {
    const job = jobs.get(id);
    if (job?.state.status !== 'running') return;
    job.state = { ...job.state, ...change };
    job.settle();
    const ended = [...jobs].filter(([, { state }]) => state.status !== 'running');
    for (const [old] of ended.slice(0, -REMEMBERED)) jobs.delete(old);
  };

  const fail = (id: string, sentence: string, code: JobState['code'] = 'unexpected'): void =>
    end(id, { status: 'failed', error: sentence, code });

  const finished = async (id: string, result: WorkerResult): Promise<void> => {
    try {
      if (result.kind === 'restore-ready') await stopWorker();
      if (!closed) end(id, { status: 'done', result: finish(result) });
    } catch (error) {
      if (error instanceof DomainError) return fail(id, error.message, error.code);
      report(error);
      fail(id, 'Something unexpected happened. The log has the details.');
    }
  };

  /** Ends the worker while it has nothing to do; the next job starts another. */
  const stopWorker = async (): Promise<void> => {
    const idle = worker;
    worker = undefined;
    await idle?.terminate();
  };

  const hear = (news: JobNews): void => {
    const job = jobs.get(news.id);
    if (job === undefined) return;
    if (news.kind === 'progress') {
      const { phase, done, total } = news;
      job.state = { ...job.state, phase, done, total };
    } else if (news.kind === 'done') void finished(news.id, news.result);
    else if (news.kind === 'canceled') end(news.id, { status: 'canceled' });
    else {
      if (news.detail !== '') report(new Error(news.detail));
      fail(news.id, news.sentence, news.code);
    }
  };

  const running = (): Worker => {
    if (worker !== undefined) return worker;
    const started = new Worker(workerUrl, {
      workerData: { dataFolder, user },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    });
    const die = (error: unknown): void => {
      // An error is followed by the exit, when the next job may have its own worker already.
      if (worker !== started) return;
      worker = undefined;
      for (const [id, job] of jobs)
        if (job.worker === started)
          fail(id, 'The work stopped unexpectedly. Nothing was changed; please try again.');
      report(error);
    };
    started.on('message', hear);
    started.once('error', die);
    started.once('exit', (code) => {
      if (!closed) die(new Error(`The job worker ended with exit code ${code}.`));
    });
    worker = started;
    return started;
  };

  /** A restore ends the worker and every connection: nothing may run beside it. */
  const requireQuiet = (kind: JobInput['kind']): void => {
    const atWork = [...jobs.values()].filter(({ state }) => state.status === 'running');
    if (atWork.some((job) => job.kind === 'restore-backup'))
      throw new DomainError('busy', 'A backup is being restored. Wait until that is done, then try again.');
    if (kind === 'restore-backup' && atWork.length > 0)
      throw new DomainError(
        'busy',
        'The app is still at work on something else, such as an import, an export or a backup. Wait for its end or cancel it, then restore the backup.',
      );
  };

  const runner: ClosableJobRunner = {
    start: (input) => {
      requireQuiet(input.kind);
      const id = randomUUID();
      const canceled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      const ended = Promise.withResolvers<void>();
      const job: Job = {
        state: {
          id,
          status: 'running',
          phase: 'Waiting',
          done: 0,
          total: 0,
          result: null,
          error: null,
          code: null,
        },
        canceled,
        kind: input.kind,
        settle: ended.resolve,
        ended: ended.promise,
        worker: undefined,
      };
      jobs.set(id, job);
      const work = async (): Promise<void> => {
        const order: JobOrder = { id, input, canceled };
        if (Atomics.load(canceled, 0) === 1) end(id, { status: 'canceled' });
        else {
          job.worker = running();
          job.worker.postMessage(order);
        }
        await ended.promise;
      };
      void (writing.has(input.kind) ? gate.alone(work) : work());
      return id;
    },
    run: async (input) => {
      const id = runner.start(input);
      await jobs.get(id)?.ended;
      const { result, error, code } = runner.get(id);
      if (result !== null) return result;
      const known = code === null || code === 'unexpected' ? 'storage' : code;
      throw new DomainError(known, error ?? 'The work was cancelled. Nothing was changed.');
    },
    get: (id) => {
      const job = jobs.get(id);
      if (job === undefined) throw new DomainError('not-found', 'This work is no longer known.');
      return job.state;
    },
    cancel: (id) => {
      const job = jobs.get(id);
      if (job !== undefined) Atomics.store(job.canceled, 0, 1);
    },
    close: async () => {
      closed = true;
      for (const job of jobs.values()) Atomics.store(job.canceled, 0, 1);
      await worker?.terminate();
    },
  };
  return runner;
}
