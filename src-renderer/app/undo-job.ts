import { apiClient, type ApiProblem } from '../api/client.ts';
import { cancelJob, followJob, type ApiJob } from '../api/jobs.ts';
import { listAddress } from './confirmed-change.ts';
import type { Progress } from './job-progress.tsx';
import { createStore } from './store.ts';
import type { AskWhatIf } from './what-if-dialog.tsx';

/** An undo that runs as work of its own. */
export interface RunningUndo {
  readonly progress: Progress | undefined;
  readonly cancel: () => void;
}

/** The undo under way, whichever page is shown; undefined while there is none. */
export const runningUndo = createStore<RunningUndo | undefined>(undefined);

/** How such an undo ended. `declined`: the user saw what it would do to the stock, and thought better of it. */
export type UndoEnd =
  | { readonly kind: 'undone' | 'canceled' | 'declined' }
  | { readonly kind: 'refused'; readonly problem: ApiProblem };

/** Takes a large change back. Nothing of it stays where it ends otherwise than `undone`. */
export async function undoLarge(changeId: number, title: string, ask: AskWhatIf): Promise<UndoEnd> {
  let confirmed: number | undefined;
  for (;;) {
    const { status, result, error, code } = await run(changeId, confirmed);
    if (result?.kind === 'undo-what-if') {
      const { whatIf } = result;
      if (!(await ask(whatIf, title, listAddress(whatIf.list), confirmed !== undefined)))
        return { kind: 'declined' };
      confirmed = whatIf.revision;
    } else if (status === 'failed')
      return {
        kind: 'refused',
        problem: { code: code ?? 'unexpected', sentence: error ?? 'Nothing was changed.', path: '' },
      };
    else return { kind: status === 'canceled' ? 'canceled' : 'undone' };
  }
}

async function run(changeId: number, confirmed: number | undefined): Promise<ApiJob> {
  const ignore = (): void => undefined;
  runningUndo.set({ progress: undefined, cancel: ignore });
  try {
    const { jobId } = await apiClient.history.undoLarge.mutate({ changeId, confirmed });
    return await followJob(jobId, (progress) =>
      runningUndo.set({ progress, cancel: () => cancelJob(jobId) }),
    );
  } finally {
    runningUndo.set(undefined);
  }
}
