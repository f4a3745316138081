import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { historyKinds, type HistoryEvent } from '../../../src-main/domain/history.ts';
import { fieldChanges } from '../../../src-main/domain/version-differences.ts';
import { Figure, Figures } from '../../app/figure.tsx';
import { useUndo } from '../../app/notify-done.ts';
import { formatTime } from '../on-hand/format-time.ts';
import { canRestore, doorLabels } from './event-words.ts';
import { useRestore } from './use-restore.ts';

/** Props of `EventDialog`. */
export interface EventDialogProps {
  readonly event: HistoryEvent;
  readonly onClose: () => void;
}

const sides = [
  { side: 'before', label: 'Restore the version before' },
  { side: 'after', label: 'Restore this version' },
] as const;

/** One event: what it changed, field by field, and the way back to either side of it. */
export function EventDialog({ event, onClose }: EventDialogProps): ReactElement {
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const restore = useRestore(setProblem);
  const undo = useUndo();
  const [working, setWorking] = useState(false);
  const restoreSide = async (side: 'before' | 'after'): Promise<void> => {
    setWorking(true);
    setProblem(undefined);
    const done = await restore(event, side);
    setWorking(false);
    if (done) onClose();
  };
  // What it has to say is said over the page.
  const undoImport = (): void => {
    onClose();
    void undo({ kind: 'change', id: event.changeId });
  };
  const kind = historyKinds[event.kind];
  const figures = [
    { label: 'When', value: formatTime(event.at, new Date()) },
    { label: 'User', value: event.user },
    { label: 'Door', value: doorLabels[event.door] },
    { label: 'Event', value: String(event.id) },
  ];
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{kind === event.name ? kind : `${kind} ${event.name}`}</DialogTitle>
      {/* Reachable by keyboard, because it scrolls. */}
      <DialogContent tabIndex={0}>
        {problem !== undefined && (
          <Alert severity="error" sx={{ mb: 1 }}>
            {problem}
          </Alert>
        )}
        <Figures>
          {figures.map(({ label, value }) => (
            <Figure key={label} label={label} value={value} />
          ))}
        </Figures>
        {event.note !== '' && <Typography variant="body2">{event.note}</Typography>}
        <ChangedFields event={event} />
        <Box
          component="p"
          sx={{ m: 0, mt: 1.5, fontSize: '0.75rem', color: 'text.secondary', wordBreak: 'break-all' }}
        >
          {`Hash ${event.hash}`}
        </Box>
      </DialogContent>
      <DialogActions>
        {event.kind === 'on-hand' && event.after !== null && (
          <Button disabled={working} onClick={undoImport}>
            Undo the import
          </Button>
        )}
        {sides
          .filter(({ side }) => canRestore(event, side))
          .map(({ side, label }) => (
            <Button key={side} disabled={working} onClick={() => void restoreSide(side)}>
              {label}
            </Button>
          ))}
        <Button autoFocus variant="contained" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function ChangedFields({ event }: { readonly event: HistoryEvent }): ReactElement {
  return (
    <Table size="small" aria-label="What changed" sx={{ mt: 1.5 }}>
      <TableHead>
        <TableRow>
          {['Field', 'Before', 'After'].map((heading) => (
            <TableCell key={heading} component="th" scope="col">
              {heading}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {fieldChanges(event).map(({ label, before, after }) => (
          <TableRow key={label}>
            <TableCell component="th" scope="row">
              {label}
            </TableCell>
            <TableCell>{before}</TableCell>
            <TableCell sx={{ fontWeight: 700 }}>{after}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
