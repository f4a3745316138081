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
import type { Backup } from '../../../../src-main/domain/backup.ts';
import { apiClient, problemOf } from '../../../api/client.ts';
import { useNotify } from '../../../app/notifications.tsx';
import { formatTime } from '../../on-hand/format-time.ts';
import { reloadList } from './backup-session.ts';
import { madeWords } from './backup-words.ts';

/** Asks before a backup is deleted, which cannot be undone. */
export function DeleteBackup(props: {
  readonly backup: Backup | undefined;
  readonly onClose: () => void;
}): ReactElement | null {
  const { backup, onClose } = props;
  const notify = useNotify();
  const deleting = useMutation({
    mutationFn: (id: string) => apiClient.backups.remove.mutate({ id }),
    onSuccess: async () => {
      close();
      await reloadList();
      notify({ severity: 'success', text: 'The backup was deleted.' });
    },
  });
  const close = (): void => {
    deleting.reset();
    onClose();
  };
  if (backup === undefined) return null;
  return (
    <Dialog open onClose={close} aria-labelledby="delete-backup-title" aria-describedby="delete-backup-text">
      <DialogTitle id="delete-backup-title">Delete this backup?</DialogTitle>
      <DialogContent>
        <DialogContentText id="delete-backup-text">
          The backup of {formatTime(backup.at, new Date())} ({madeWords(backup).toLowerCase()}) is deleted for
          good. The data itself stays as it is.
        </DialogContentText>
        {deleting.error !== null && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {problemOf(deleting.error).sentence}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button
          variant="contained"
          color="error"
          loading={deleting.isPending}
          onClick={() => deleting.mutate(backup.id)}
        >
          Delete
        </Button>
      </DialogActions>
    </Dialog>
  );
}
