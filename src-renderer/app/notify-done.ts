import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent } from 'react';
import { apiClient, problemOf, type ApiProblem } from '../api/client.ts';
import { useConfirmedChange } from './confirmed-change.ts';
import { dialogIsOpen, takesText } from './keyboard/key-target.ts';
import { useNotify } from './notifications.tsx';
import { runningUndo, undoLarge, type UndoEnd } from './undo-job.ts';
import { createUndoStack, type Undoable } from './undo-stack.ts';
import { useHasUnsavedChanges } from './unsaved-changes.tsx';
import { useWhatIf } from './what-if-dialog.tsx';

/** Says that something was done, and offers to undo it. @param changeId null where nothing was changed. */
export type NotifyDone = (text: string, changeId: number | null) => void;

/** Says that something was done to the stock, with what the user should know, and offers to undo it. */
export type NotifyActed = (
  text: string,
  acted: { readonly actionId: number | null; readonly notices: readonly string[] },
) => void;

const stack = createUndoStack();

const UNSAVED =
  'This page has changes that are not saved. Save or discard them before you undo a saved change.';

const RUNNING = 'Something is being undone. Wait for its end, or cancel it.';

/** Keeps a change of this window that no message offers to undo, so that Ctrl+Z finds it. */
export function keepForUndo(changeId: number): void {
  stack.push({ kind: 'change', id: changeId });
}

/**
 * Takes something back, and says whether it did. Where that reaches stock, it asks first; where it cannot be, it says
 * why.
 */
export function useUndo(): (done: Undoable) => Promise<boolean> {
  const notify = useNotify();
  const undoChange = useUndoChange();
  const client = useQueryClient();
  return useCallback(
    async (done) => {
      const { kind, id } = done;
      if (runningUndo.get() !== undefined) {
        notify({ severity: 'info', text: RUNNING });
        return false;
      }
      const takeBack = async (): Promise<UndoEnd> => {
        if (kind === 'change') return undoChange(id);
        await apiClient.stock.reverseAction.mutate({ actionId: id });
        return { kind: 'undone' };
      };
      const refuse = ({ code, sentence }: ApiProblem): void => {
        // What was changed since is never again as this change left it; the one before it may be.
        if (code === 'changed-meanwhile' || code === 'not-found') stack.forget(done);
        notify({ severity: 'error', text: sentence });
      };
      try {
        const end = await takeBack();
        if (end.kind === 'refused') refuse(end.problem);
        if (end.kind === 'canceled')
          notify({ severity: 'info', text: 'The undo was cancelled. Nothing was changed.' });
        if (end.kind !== 'undone') return false;
        stack.forget(done);
        await client.invalidateQueries();
        notify({
          severity: 'success',
          text: kind === 'action' ? 'It was taken back.' : 'The change was undone.',
        });
        return true;
      } catch (error) {
        refuse(problemOf(error));
        return false;
      }
    },
    [notify, undoChange, client],
  );
}

/** How to take a change back: at once, or, where it is large, as work of its own. */
function useUndoChange(): (changeId: number) => Promise<UndoEnd> {
  const makeChange = useConfirmedChange();
  const askWhatIf = useWhatIf();
  return useCallback(
    async (changeId) => {
      const title = 'Undo this change?';
      if (await apiClient.history.isLarge.query({ changeId })) return undoLarge(changeId, title, askWhatIf);
      const undone = await makeChange({
        title,
        preview: () => apiClient.history.whatIfUndo.query({ changeId }),
        make: (confirmed) => apiClient.history.undo.mutate({ changeId, confirmed }),
      });
      return { kind: undone === undefined ? 'declined' : 'undone' };
    },
    [makeChange, askWhatIf],
  );
}

/** How to say that a change was made, with the button **Undo**. */
export function useNotifyDone(): NotifyDone {
  const notify = useNotify();
  const undo = useUndo();
  return useCallback(
    (text, changeId) => {
      if (changeId === null) return notify({ severity: 'success', text });
      const done = { kind: 'change', id: changeId } as const;
      stack.push(done);
      return notify({ severity: 'success', text, action: { label: 'Undo', onClick: () => void undo(done) } });
    },
    [notify, undo],
  );
}

/** How to say that the stock was acted on, with the button **Undo**, which reverses the action in the ledger. */
export function useNotifyActed(): NotifyActed {
  const notify = useNotify();
  const undo = useUndo();
  return useCallback(
    (text, { actionId, notices }) => {
      const severity = notices.length === 0 ? 'success' : 'info';
      const said = [text, ...notices].join(' ');
      if (actionId === null) return notify({ severity, text: said });
      const done = { kind: 'action', id: actionId } as const;
      stack.push(done);
      return notify({ severity, text: said, action: { label: 'Undo', onClick: () => void undo(done) } });
    },
    [notify, undo],
  );
}

/** Lets Ctrl+Z undo what this window did last, except where it undoes typing. */
export function useUndoKey(): void {
  const notify = useNotify();
  const undo = useUndo();
  const hasUnsavedChanges = useHasUnsavedChanges();
  const undoLast = useEffectEvent(() => {
    const last = stack.last();
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
