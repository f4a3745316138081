import { useQueryClient } from '@tanstack/react-query';
import type { HistoryEvent } from '../../../src-main/domain/history.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { useConfirmedChange } from '../../app/confirmed-change.ts';
import { useNotifyDone } from '../../app/notify-done.ts';
import { formatTime } from '../on-hand/format-time.ts';

/** Puts a thing back to the version on one side of an event. Resolves to whether that was done. */
export type Restore = (event: HistoryEvent, side: 'before' | 'after') => Promise<boolean>;

/**
 * How to restore a version. Where that reaches stock, it asks first.
 * @param onProblem hears why it was refused.
 */
export function useRestore(onProblem: (sentence: string) => void): Restore {
  const notifyDone = useNotifyDone();
  const makeChange = useConfirmedChange();
  const client = useQueryClient();
  const restore: Restore = async (event, side) => {
    const target = { eventId: event.id, side };
    const version = `the version ${side === 'before' ? 'before' : 'of'} ${formatTime(event.at, new Date())}`;
    const done = await makeChange({
      title: `Restore ${event.name} to ${version}?`,
      preview: () => apiClient.history.whatIfRestore.query(target),
      make: (confirmed) => apiClient.history.restore.mutate({ ...target, confirmed }),
    });
    if (done === undefined) return false;
    await client.invalidateQueries();
    const { changeId } = done;
    notifyDone(
      changeId === null
        ? `${event.name} is already as in ${version}.`
        : `Restored ${event.name} to ${version}.`,
      changeId,
    );
    return true;
  };
  return async (event, side) => {
    try {
      return await restore(event, side);
    } catch (error) {
      onProblem(problemOf(error).sentence);
      return false;
    }
  };
}
