import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { problemOf, queryClient } from '../../api/client.ts';
import type { Cleared } from './cleared-note.tsx';

/** A question before data is taken away. */
export interface ClearDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly text: string;
  /** Label of the button that does it. */
  readonly action: string;
  /** What the user must type first. */
  readonly word?: string;
  readonly onClear: () => Promise<Cleared>;
  readonly onCleared: (cleared: Cleared) => void;
  readonly onClose: () => void;
}

/** Asks before data is taken away, and says in place what went wrong. */
export function ClearDialog(props: ClearDialogProps): ReactElement {
  const { open, title, text, action, word, onClear, onCleared, onClose } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const clearing = useMutation({
    mutationFn: onClear,
    onSuccess: async (cleared) => {
      close();
      onCleared(cleared);
      await queryClient.invalidateQueries();
    },
  });
  const close = (): void => {
    setTyped('');
    clearing.reset();
    onClose();
  };
  const allowed = word === undefined || typed.trim().toUpperCase() === word;
  return (
    <Dialog
      open={open}
      onClose={clearing.isPending ? undefined : close}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (allowed && !clearing.isPending) clearing.mutate();
        }}
      >
        <DialogTitle id={`${id}-title`}>{title}</DialogTitle>
        <DialogContent>
          <DialogContentText id={`${id}-text`}>{text}</DialogContentText>
          {word !== undefined && (
            <TextField
              autoFocus
              fullWidth
              label={`Type ${word} to confirm`}
              value={typed}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
              sx={{ mt: 2 }}
            />
          )}
          {clearing.error !== null && (
            <Alert severity="error" sx={{ mt: 2 }}>
              {problemOf(clearing.error).sentence}
            </Alert>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabled={clearing.isPending}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="error"
            disabled={!allowed}
            loading={clearing.isPending}
          >
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
