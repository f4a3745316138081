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
  /** What is deleted with it, and what stays. */
  readonly text?: string;
  /** Deletes it and says what to undo, or throws what the API says. */
  readonly remove: () => Promise<{ readonly changeId: number | null }>;
  readonly onDeleted: (changeId: number | null) => void;
  readonly onClose: () => void;
}

const GROUP_TEXT = 'The group and its settings are deleted. The history keeps every version of it.';

/** Asks before a group or an item is deleted, and says why where it cannot be. */
export function DeleteDialog(props: DeleteDialogProps): ReactElement {
  const { name, text = GROUP_TEXT, remove, onDeleted, onClose } = props;
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
          <DialogContentText id="delete-text">{text}</DialogContentText>
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
