import { problemOf } from '../api/client.ts';
import { startDownload } from '../api/download.ts';
import { cancelJob, followJob, type ApiJob } from '../api/jobs.ts';
import { createStore } from './store.ts';

/** An export on its way, or how the last one ended until the user has been told. */
export interface FileExport {
  readonly running: boolean;
  /** Undefined until the first answer, and when nothing runs. */
  readonly job: ApiJob | undefined;
  readonly ended: { readonly severity: 'success' | 'info' | 'error'; readonly text: string } | undefined;
  /** What the user should know of the file that was written last; stays until the next export. */
  readonly notes: readonly string[];
}

/** Writes files, one at a time, and fetches them. It goes on while other pages are shown. */
export interface FileExporter {
  /** The export, for a component. */
  use(): FileExport;
  /** Starts an export. @param ask starts its job. */
  start(ask: () => Promise<{ readonly jobId: string }>): Promise<void>;
  cancel(): void;
  /** Says that the user has been told how it ended. */
  forgetEnded(): void;
}

const idle: FileExport = { running: false, job: undefined, ended: undefined, notes: [] };

type Ended = Pick<FileExport, 'ended' | 'notes'>;

/** Makes an exporter. */
export function createFileExporter(): FileExporter {
  const state = createStore<FileExport>(idle);
  const run = async (ask: () => Promise<{ readonly jobId: string }>): Promise<Ended> => {
    const { jobId } = await ask();
    const { status, result, error } = await followJob(jobId, (job) =>
      state.set({ ...idle, running: true, job }),
    );
    if (status === 'canceled')
      return said({ severity: 'info', text: 'The export was cancelled. No file was written.' });
    if (result?.kind !== 'download')
      return said({ severity: 'error', text: error ?? 'The export failed. Try it again.' });
    startDownload(result.downloadId);
    return said({ severity: 'success', text: `${result.fileName} was written.` }, result.notes);
  };
  return {
    use: state.use,
    start: async (ask) => {
      if (state.get().running) return;
      state.set({ ...idle, running: true });
      const ended = await run(ask).catch((error: unknown) =>
        said({ severity: 'error', text: problemOf(error).sentence }),
      );
      state.set({ ...idle, ...ended });
    },
    cancel: () => {
      const { job } = state.get();
      if (job !== undefined) cancelJob(job.id);
    },
    forgetEnded: () => {
      if (state.get().ended !== undefined) state.set({ ...idle, notes: state.get().notes });
    },
  };
}

const said = (ended: FileExport['ended'], notes: readonly string[] = []): Ended => ({ ended, notes });
