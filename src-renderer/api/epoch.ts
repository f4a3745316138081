import { EPOCH_HEADER } from '../../src-main/domain/backup.ts';
import { createStore } from '../app/store.ts';

/** Where windows of the app tell each other that a backup was restored. */
const CHANNEL = 'serial-capture-desk-restored';

/** Whether a backup was restored since this window loaded its data. */
export const dataRestored = createStore(false);

let epoch: string | undefined;

/** Remembers which data this window was loaded from. Later answers change nothing: the window stays of its data. */
export function keepEpoch(first: string): void {
  epoch ??= first;
}

/** Says with every call which data this window was loaded from, so that nothing of it gets into other data. */
export function epochHeaders(): Record<string, string> {
  return epoch === undefined ? {} : { [EPOCH_HEADER]: epoch };
}

/** Notices that the core refuses this window because other data is in place. */
export async function noticeRestore(answer: Response): Promise<void> {
  if (answer.status !== 409) return;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  const problem: unknown = Object(Object(Object(body).error).data).problem;
  if (Object(problem).code === 'restored') dataRestored.set(true);
}

/** Tells the other windows that a backup was restored. */
export function tellRestored(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('restored');
  channel.close();
}

/** Listens for the other windows. Returns how to stop. */
export function hearRestored(): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => dataRestored.set(true));
  return () => channel.close();
}
