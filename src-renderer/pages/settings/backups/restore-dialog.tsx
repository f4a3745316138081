import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
} from '@mui/material';
import type { ReactElement } from 'react';
import { JobProgress } from '../../../app/job-progress.tsx';
import { backupStage, decline, restore, type Asked } from './backup-session.ts';
import { comparedLines } from './backup-words.ts';

/** Asks before a backup takes the place of the data, says what is replaced by what, and shows how far it is. */
export function RestoreDialog(): ReactElement | null {
  const stage = backupStage.use();
  if (stage.kind === 'asking') return <Question asked={stage.asked} />;
  if (stage.kind !== 'working' || stage.restoring === undefined) return null;
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="restoring-title">
      <DialogTitle id="restoring-title">Restoring a backup</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>
          Changes wait meanwhile. When it is done, all windows show the restored data.
        </DialogContentText>
        <JobProgress name="Restoring" state={stage.progress} onCancel={stage.cancel} />
      </DialogContent>
    </Dialog>
  );
}

function Question({ asked }: { readonly asked: Asked }): ReactElement {
  const lines = comparedLines(asked.question, new Date());
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={() => decline(asked)}
      aria-labelledby="restore-title"
      aria-describedby="restore-text"
    >
      <DialogTitle id="restore-title">Restore this backup?</DialogTitle>
      <DialogContent>
        <DialogContentText id="restore-text" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
          {asked.name} takes the place of all data. What is there now is kept as a backup of its own, so that
          you can come back to it. What is not saved in other windows is lost.
        </DialogContentText>
        <Table size="small" aria-label="What is replaced">
          <TableHead>
            <TableRow>
              <TableCell>What</TableCell>
              <TableCell align="right">Now</TableCell>
              <TableCell align="right">In the backup</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {lines.map(({ label, backup, now }) => (
              <TableRow key={label}>
                <TableCell component="th" scope="row">
                  {label}
                </TableCell>
                <TableCell align="right">{now}</TableCell>
                <TableCell align="right" sx={{ fontWeight: backup === now ? undefined : 600 }}>
                  {backup}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={() => decline(asked)}>
          Cancel
        </Button>
        <Button variant="contained" color="error" onClick={() => void restore(asked)}>
          Restore
        </Button>
      </DialogActions>
    </Dialog>
  );
}
