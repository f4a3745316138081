import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { apiClient, problemOf } from '../../api/client.ts';
import { useNotify } from '../../app/notifications.tsx';
import { markUndone, sessionReceipts } from './session-receipts.ts';

/** Takes a receipt of this window back; where that cannot be, it says why. */
export function useUndoReceipt(): (actionId: number) => Promise<void> {
  const notify = useNotify();
  const client = useQueryClient();
  return useCallback(
    async (actionId) => {
      try {
        await apiClient.stock.reverseAction.mutate({ actionId });
        markUndone(actionId);
        await client.invalidateQueries();
        const what = sessionReceipts.get().find((one) => one.actionId === actionId)?.what ?? '';
        notify({ severity: 'success', text: `Taken back: ${what}.` });
      } catch (error) {
        notify({ severity: 'error', text: problemOf(error).sentence });
      }
    },
    [notify, client],
  );
}
