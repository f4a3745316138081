import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { JobCanceledError, type JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { applyImport } from '../services/apply-import.ts';
import { checkLedger } from '../services/check-ledger.ts';
import { exportConfiguration } from '../services/export-configuration.ts';
import { exportExceptions } from '../services/export-exceptions.ts';
import { exportGaps } from '../services/export-gaps.ts';
import { exportOnHand } from '../services/export-on-hand.ts';
import { openImportFolder, removeImportFolder } from '../services/import-folder.ts';
import { inspectImport } from '../services/inspect-import.ts';
import type { JobInput } from '../services/jobs.ts';
import { unpackImport } from '../services/unpack-import.ts';
import { makeBackup, pruneBackups } from '../services/make-backup.ts';
import { inspectDataFile, prepareRestore } from '../services/prepare-restore.ts';
import { undoLarge } from '../services/undo-large.ts';
import { dataFiles, openSecondStore } from '../store/open.ts';
import { appliers } from './appliers.ts';
import type { JobNews, JobOrder, WorkerResult } from './job-messages.ts';

/** Milliseconds between two messages about progress. */
const NEWS_MS = 100;

const { dataFolder, user } = z.object({ dataFolder: z.string(), user: z.string() }).parse(workerData);
const store = openSecondStore(dataFolder);

const say = (news: JobNews): void => parentPort?.postMessage(news);

function controlOf({ id, canceled }: JobOrder): JobControl {
  let phase = '';
  let total = 0;
  let said = 0;
  const tell = (done: number): void => {
    said = performance.now();
    say({ id, kind: 'progress', phase, done, total });
  };
  return {
    phase: (name, size) => {
      phase = name;
      total = size;
      tell(0);
    },
    progress: (done) => {
      if (Atomics.load(canceled, 0) === 1) throw new JobCanceledError('The user cancelled.');
      if (performance.now() - said > NEWS_MS) tell(done);
    },
  };
}

/** Takes away what was uploaded, once it is in the data. Where that fails, it goes at the next start. */
function forgetUpload(id: string): void {
  try {
    removeImportFolder(dataFolder, id);
  } catch {
    // The work is done all the same.
  }
}

async function work(input: JobInput, control: JobControl): Promise<WorkerResult> {
  switch (input.kind) {
    case 'inspect-import': {
      const { importId } = input;
      const parts = await unpackImport(openImportFolder(dataFolder, importId), control);
      return {
        kind: 'import-preview',
        preview: inspectImport(store, dataFolder, importId, control, parts),
      };
    }
    case 'apply-import': {
      const outcome = applyImport(store, dataFolder, { ...input, user, now: new Date() }, control);
      forgetUpload(input.importId);
      return { kind: 'import-outcome', outcome };
    }
    case 'undo-change':
      return undoLarge(store, appliers, { ...input, user, now: new Date() }, control);
    case 'check-ledger':
      return { kind: 'ledger-check', check: checkLedger(store, control) };
    case 'make-backup': {
      const backup = await makeBackup(store, dataFiles, dataFolder, input, control);
      if (input.keep !== undefined) pruneBackups(dataFolder, input.keep);
      return { kind: 'backup', backup };
    }
    case 'inspect-backup':
      return { kind: 'backup-inspected', summary: inspectDataFile(dataFiles, input, control) };
    case 'restore-backup': {
      const restorer = { user, now: new Date() };
      const kept = await prepareRestore(store, dataFiles, dataFolder, input, restorer, control);
      if (input.uploadId !== undefined) forgetUpload(input.uploadId);
      // What the log holds goes into the data file here, where it keeps no page waiting.
      store.pragma('wal_checkpoint(TRUNCATE)');
      store.close();
      return { kind: 'restore-ready', kept };
    }
    case 'export-configuration':
      return { kind: 'download', ...(await exportConfiguration(store, dataFolder, input, control)) };
    case 'export-exceptions':
      return { kind: 'download', ...exportExceptions(store, dataFolder, input, new Date(), control) };
    case 'export-gaps':
      return { kind: 'download', ...(await exportGaps(store, dataFolder, input, new Date(), control)) };
    case 'export-on-hand':
      return { kind: 'download', ...exportOnHand(store, dataFolder, input, control) };
  }
}

async function carryOut(order: JobOrder): Promise<void> {
  const { id } = order;
  try {
    say({ id, kind: 'done', result: await work(order.input, controlOf(order)) });
  } catch (error) {
    if (error instanceof JobCanceledError) say({ id, kind: 'canceled' });
    else if (error instanceof DomainError)
      say({ id, kind: 'failed', sentence: error.message, code: error.code, detail: '' });
    else
      say({
        id,
        kind: 'failed',
        sentence: 'Something unexpected happened. Nothing was changed; the log has the details.',
        code: 'unexpected',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
}

// One after the other: they share the connection, and one that awaits must not have another in its transaction.
let last = Promise.resolve();
parentPort?.on('message', (order: JobOrder) => {
  last = last.then(() => carryOut(order));
});
