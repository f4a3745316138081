import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import type { ReactElement } from 'react';

/** Props of `DeletedDialog`. */
export interface DeletedDialogProps {
  readonly name: string;
  readonly onSaveAsNew: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

/** Says that the group being edited is gone, and offers to save the edit as a new one. */
export function DeletedDialog({ name, onSaveAsNew, onDiscard, onClose }: DeletedDialogProps): ReactElement {
  return (
    <Dialog open onClose={onClose} aria-labelledby="deleted-title" aria-describedby="deleted-text">
      <DialogTitle id="deleted-title">Deleted in another window</DialogTitle>
      <DialogContent>
        <DialogContentText id="deleted-text">
          {`${name} was deleted in another window, so there is nothing to save your changes to. You can save what you see as a new group.`}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button onClick={onDiscard} color="error">
          Discard
        </Button>
        <Button onClick={onSaveAsNew} variant="contained">
          Save as new
        </Button>
      </DialogActions>
    </Dialog>
  );
}
