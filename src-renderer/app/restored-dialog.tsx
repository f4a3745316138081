import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import { dataRestored, hearRestored } from '../api/epoch.ts';
import { useHasUnsavedChanges, useLeaveFreely } from './unsaved-changes.tsx';

/**
 * Loads a window anew once a backup was restored in another one. Where something is unsaved it asks first: it cannot be
 * saved any more, but it can be noted.
 */
export function RestoredDialog(): ReactElement {
  const restored = dataRestored.use();
  const hasUnsaved = useHasUnsavedChanges();
  const leaveFreely = useLeaveFreely();
  useEffect(hearRestored, []);
  useEffect(() => {
    if (restored && !hasUnsaved()) window.location.reload();
  }, [restored, hasUnsaved]);
  const load = (): void => {
    leaveFreely();
    window.location.reload();
  };
  return (
    <Dialog
      open={restored && hasUnsaved()}
      aria-labelledby="restored-title"
      aria-describedby="restored-text"
      onClose={() => dataRestored.set(false)}
    >
      <DialogTitle id="restored-title">A backup was restored</DialogTitle>
      <DialogContent>
        <DialogContentText id="restored-text">
          This window shows the data from before. What is not saved in it belongs to that data and cannot be
          saved any more. Note what you still need, then load the restored data.
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={() => dataRestored.set(false)}>Not yet</Button>
        <Button variant="contained" onClick={load}>
          Load the restored data
        </Button>
      </DialogActions>
    </Dialog>
  );
}
