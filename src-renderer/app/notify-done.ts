import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent } from 'react';
import { apiClient, problemOf } from '../api/client.ts';
import { useConfirmedChange } from './confirmed-change.ts';
import { dialogIsOpen, takesText } from './keyboard/key-target.ts';
import { useNotify } from './notifications.tsx';
import { createUndoStack } from './undo-stack.ts';
import { useHasUnsavedChanges } from './unsaved-changes.tsx';

/** Says that something was done, and offers to undo it. @param changeId null where nothing was changed. */
export type NotifyDone = (text: string, changeId: number | null) => void;

const changes = createUndoStack();

const UNSAVED =
  'This page has changes that are not saved. Save or discard them before you undo a saved change.';

/** Takes a change back. Where that reaches stock, it asks first; where it cannot be, it says why. */
function useUndo(): (changeId: number) => Promise<void> {
  const notify = useNotify();
  const makeChange = useConfirmedChange();
  const client = useQueryClient();
  return useCallback(
    async (changeId) => {
      try {
        const done = await makeChange({
          title: 'Undo this change?',
          preview: () => apiClient.history.whatIfUndo.query({ changeId }),
          make: (confirmed) => apiClient.history.undo.mutate({ changeId, confirmed }),
        });
        if (done === undefined) return;
        changes.forget(changeId);
        await client.invalidateQueries();
        notify({ severity: 'success', text: 'The change was undone.' });
      } catch (error) {
        const { code, sentence } = problemOf(error);
        // What was changed since is never again as this change left it; the one before it may be.
        if (code === 'changed-meanwhile' || code === 'not-found') changes.forget(changeId);
        notify({ severity: 'error', text: sentence });
      }
    },
    [notify, makeChange, client],
  );
}

/** How to say that a change was made, with the button **Undo**. */
export function useNotifyDone(): NotifyDone {
  const notify = useNotify();
  const undo = useUndo();
  return useCallback(
    (text, changeId) => {
      if (changeId === null) return notify({ severity: 'success', text });
      changes.push(changeId);
      return notify({
        severity: 'success',
        text,
        action: { label: 'Undo', onClick: () => void undo(changeId) },
      });
    },
    [notify, undo],
  );
}

/** Lets Ctrl+Z undo the last change of this window, except where it undoes typing. */
export function useUndoKey(): void {
  const notify = useNotify();
  const undo = useUndo();
  const hasUnsavedChanges = useHasUnsavedChanges();
  const undoLast = useEffectEvent(() => {
    const last = changes.last();
    if (hasUnsavedChanges()) notify({ severity: 'info', text: UNSAVED });
    else if (last === undefined)
      notify({ severity: 'info', text: 'There is no change of this window to undo.' });
    else void undo(last);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented } = event;
      if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || altKey || shiftKey) return;
      if (defaultPrevented || takesText(target) || dialogIsOpen()) return;
      event.preventDefault();
      undoLast();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
