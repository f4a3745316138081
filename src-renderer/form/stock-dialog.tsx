import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { problemOf, type ApiProblem } from '../api/client.ts';
import { useNotifyActed } from '../app/notify-done.ts';

/** What an action on the stock answers. */
export interface Acted {
  readonly actionId: number | null;
  readonly notices: readonly string[];
}

/** Props of `StockDialog`. */
export interface StockDialogProps {
  readonly title: string;
  /** What is acted on, in words. */
  readonly about: string;
  /** The button that does it; nothing happens before. */
  readonly action: string;
  readonly disabled?: boolean;
  readonly act: () => Promise<Acted>;
  /** What is said when it is done. */
  readonly done: string;
  readonly onClose: () => void;
  /** Hears what the server refused, for a field of its own to show it. */
  readonly onProblem?: (problem: ApiProblem | undefined) => void;
  readonly children: ReactNode;
}

/** The dialog of an action on the stock: what it needs, what was refused, and its one button. Enter does it. */
export function StockDialog(props: StockDialogProps): ReactElement {
  const { title, about, action, disabled = false, act, done, onClose, onProblem, children } = props;
  const id = useId();
  const client = useQueryClient();
  const notifyActed = useNotifyActed();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const say = (next: ApiProblem | undefined): void => {
    setProblem(next);
    onProblem?.(next);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // React lets the submit of a dialog above this one bubble here.
    if (event.target !== event.currentTarget || disabled || working) return;
    setWorking(true);
    say(undefined);
    try {
      const acted = await act();
      await client.invalidateQueries();
      notifyActed(done, acted);
      onClose();
    } catch (error) {
      say(problemOf(error));
      setWorking(false);
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 0.5 }}>
            <Typography variant="body2" color="textSecondary">
              {about}
            </Typography>
            {problem !== undefined && <Alert severity="error">{problem.sentence}</Alert>}
            {children}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={disabled || working}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
