import type { OnHandColumn } from '../../../src-main/domain/on-hand.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { startDownload } from '../../api/download.ts';
import { cancelJob, followJob, type ApiJob } from '../../api/jobs.ts';
import { createStore } from '../../app/store.ts';
import type { OnHandView } from './on-hand-view.ts';

/** An export on its way, or how the last one ended until the user has been told. */
export interface OnHandExport {
  readonly running: boolean;
  /** Undefined until the first answer, and when nothing runs. */
  readonly job: ApiJob | undefined;
  readonly ended: { readonly severity: 'success' | 'info' | 'error'; readonly text: string } | undefined;
}

const idle: OnHandExport = { running: false, job: undefined, ended: undefined };

/** The export of on-hand. It goes on while other pages are shown. */
export const onHandExport = createStore<OnHandExport>(idle);

/** Writes the rows of a view into a file, with these columns in this order, and fetches it. */
export async function exportOnHand(
  { filter, sort }: OnHandView,
  columns: readonly OnHandColumn['key'][],
): Promise<void> {
  if (onHandExport.get().running) return;
  onHandExport.set({ ...idle, running: true });
  const ended = await run({ filter, sort }, columns).catch((error: unknown) => ({
    severity: 'error' as const,
    text: problemOf(error).sentence,
  }));
  onHandExport.set({ ...idle, ended });
}

/** Stops the export. */
export function cancelOnHandExport(): void {
  const { job } = onHandExport.get();
  if (job !== undefined) cancelJob(job.id);
}

/** Says that the user has been told how it ended. */
export function forgetEndedExport(): void {
  if (onHandExport.get().ended !== undefined) onHandExport.set(idle);
}

async function run(
  { filter, sort }: OnHandView,
  columns: readonly OnHandColumn['key'][],
): Promise<OnHandExport['ended']> {
  const { jobId } = await apiClient.exports.onHand.mutate({
    filter: { ...filter, conditions: [...filter.conditions] },
    sort: [...sort],
    columns: [...columns],
  });
  const { status, result, error } = await followJob(jobId, (job) =>
    onHandExport.set({ ...idle, running: true, job }),
  );
  if (status === 'canceled')
    return { severity: 'info', text: 'The export was cancelled. No file was written.' };
  if (result?.kind !== 'download')
    return { severity: 'error', text: error ?? 'The export failed. Try it again.' };
  startDownload(result.downloadId);
  return { severity: 'success', text: `${result.fileName} was written.` };
}
