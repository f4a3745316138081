import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import { useBlocker } from 'react-router';

/** Saves what would be lost. Resolves to false where it could not be saved; the page then says why. */
export type SaveBeforeLeaving = () => Promise<boolean>;

interface Unsaved {
  readonly save: SaveBeforeLeaving | undefined;
}

const UnsavedContext = createContext<RefObject<Unsaved | undefined>>({ current: undefined });

/**
 * Asks before the page's changes are lost: by a link, by Back, or by closing the window.
 * @param save offered as a third choice where the page can do it.
 */
export function useUnsavedChanges(dirty: boolean, save?: SaveBeforeLeaving): void {
  const unsaved = useContext(UnsavedContext);
  const canSave = save !== undefined;
  const latestSave = useEffectEvent(async () => (await save?.()) === true);
  useEffect(() => {
    unsaved.current = dirty ? { save: canSave ? () => latestSave() : undefined } : undefined;
    return () => {
      unsaved.current = undefined;
    };
  }, [unsaved, dirty, canSave]);
}

/** A function to call right before a navigation that loses nothing: after a save, after a deletion. */
export function useLeaveFreely(): () => void {
  const unsaved = useContext(UnsavedContext);
  return () => {
    unsaved.current = undefined;
  };
}

/** A function that says whether the page has changes that are not saved. */
export function useHasUnsavedChanges(): () => boolean {
  const unsaved = useContext(UnsavedContext);
  return () => unsaved.current !== undefined;
}

/** Watches every way out of the page below it, and asks where something is unsaved. One, inside the router. */
export function UnsavedChangesGuard({ children }: { readonly children: ReactNode }): ReactElement {
  const unsaved = useRef<Unsaved | undefined>(undefined);
  const [saving, setSaving] = useState(false);
  const blocker = useBlocker(() => unsaved.current !== undefined);
  useEffect(() => {
    const objectToUnload = (event: BeforeUnloadEvent): void => {
      if (unsaved.current !== undefined) event.preventDefault();
    };
    window.addEventListener('beforeunload', objectToUnload);
    return () => window.removeEventListener('beforeunload', objectToUnload);
  }, []);
  const save = unsaved.current?.save;
  const stay = (): void => blocker.reset?.();
  const leave = (): void => {
    unsaved.current = undefined;
    blocker.proceed?.();
  };
  const saveAndLeave = async (): Promise<void> => {
    setSaving(true);
    const saved = await save?.();
    setSaving(false);
    if (saved === true) leave();
    else stay();
  };
  return (
    <UnsavedContext value={unsaved}>
      {children}
      <Dialog
        open={blocker.state === 'blocked'}
        onClose={stay}
        aria-labelledby="unsaved-title"
        aria-describedby="unsaved-text"
      >
        <DialogTitle id="unsaved-title">Leave without saving?</DialogTitle>
        <DialogContent>
          <DialogContentText id="unsaved-text">
            This page has changes that are not saved. If you discard them, they are lost.
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={stay}>Stay</Button>
          <Button onClick={leave} color="error">
            Discard
          </Button>
          {blocker.state === 'blocked' && save !== undefined && (
            <Button variant="contained" loading={saving} onClick={() => void saveAndLeave()}>
              Save
            </Button>
          )}
        </DialogActions>
      </Dialog>
    </UnsavedContext>
  );
}
