import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { problemOf } from '../../api/client.ts';

/** Props of `DeleteDialog`. */
export interface DeleteDialogProps {
  readonly name: string;
  /** Deletes it and says what to undo, or throws what the API says. */
  readonly remove: () => Promise<{ readonly changeId: number | null }>;
  readonly onDeleted: (changeId: number | null) => void;
  readonly onClose: () => void;
}

/** Asks before a group is deleted, and says why where it cannot be. */
export function DeleteDialog({ name, remove, onDeleted, onClose }: DeleteDialogProps): ReactElement {
  const { mutate, error, isPending } = useMutation({
    mutationFn: remove,
    onSuccess: ({ changeId }) => onDeleted(changeId),
  });
  const refused = error !== null;
  return (
    <Dialog open onClose={onClose} aria-labelledby="delete-title" aria-describedby="delete-text">
      <DialogTitle id="delete-title">{`Delete ${name}?`}</DialogTitle>
      <DialogContent>
        {refused ? (
          <Alert severity="error" id="delete-text">
            {problemOf(error).sentence}
          </Alert>
        ) : (
          <DialogContentText id="delete-text">
            The group and its settings are deleted. The history keeps every version of it.
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{refused ? 'Close' : 'Cancel'}</Button>
        {!refused && (
          <Button variant="contained" color="error" loading={isPending} onClick={() => mutate()}>
            Delete
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
