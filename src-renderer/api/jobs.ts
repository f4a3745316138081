import type { inferOutput } from '@trpc/tanstack-react-query';
import { apiClient, problemOf, type ApiProblem, type trpc } from './client.ts';

const POLL_MILLISECONDS = 200;

/** A job as the API reports it, with what it left behind once it is done. */
export type ApiJob = inferOutput<typeof trpc.jobs.get>;

/**
 * Watches a job until it ends, whichever page is shown meanwhile.
 * @param onState hears how far it is.
 * @returns the ended job; one that cannot be reached any more is `failed`.
 */
export async function followJob(id: string, onState: (state: ApiJob) => void): Promise<ApiJob> {
  for (;;) {
    const state = await apiClient.jobs.get
      .query({ id })
      .catch((error: unknown) => lostJob(id, problemOf(error)));
    onState(state);
    if (state.status !== 'running') return state;
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MILLISECONDS);
    });
  }
}

/** Asks a job to stop. It undoes what it did; whether it worked is seen in its state. */
export function cancelJob(id: string): void {
  apiClient.jobs.cancel.mutate({ id }).catch(() => undefined);
}

function lostJob(id: string, { sentence, code }: ApiProblem): ApiJob {
  return { id, status: 'failed', phase: '', done: 0, total: 0, result: null, error: sentence, code };
}
