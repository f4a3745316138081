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

/** Two edits of one group. */
export interface ConflictDialogProps {
  readonly name: string;
  /** What another window has changed: what this edit started from, what is stored now, what this window would save. */
  readonly fields: readonly {
    readonly label: string;
    readonly before: string;
    readonly theirs: string;
    readonly mine: string;
  }[];
  readonly onLoadTheirs: () => void;
  readonly onKeepMine: () => void;
  readonly onClose: () => void;
}

/** Shows what another window changed meanwhile, and lets the user choose. Nothing is overwritten without that. */
export function ConflictDialog(props: ConflictDialogProps): ReactElement {
  const { name, fields, onLoadTheirs, onKeepMine, onClose } = props;
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      aria-labelledby="conflict-title"
      aria-describedby="conflict-text"
    >
      <DialogTitle id="conflict-title">Changed in another window</DialogTitle>
      <DialogContent>
        <DialogContentText id="conflict-text" gutterBottom>
          {`${name} was changed in another window after you opened it. Nothing was saved here.`}
          {fields.length === 0 && ' Its settings are the same as before.'}
        </DialogContentText>
        {fields.length > 0 && (
          <Table aria-label="Changed meanwhile">
            <TableHead>
              <TableRow>
                {['Field', 'Before', 'Their version', 'Yours'].map((heading) => (
                  <TableCell key={heading} component="th" scope="col">
                    {heading}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {fields.map(({ label, before, theirs, mine }) => (
                <TableRow key={label}>
                  <TableCell component="th" scope="row">
                    {label}
                  </TableCell>
                  <TableCell>{before}</TableCell>
                  <TableCell>{theirs}</TableCell>
                  <TableCell sx={{ fontWeight: mine === before ? 400 : 700 }}>{mine}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
        <DialogContentText sx={{ mt: 1.5 }}>
          <strong>Load their version</strong> drops your changes. <strong>Keep mine</strong> puts the fields
          you changed on top of their version; you can look at the result before you save it.
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button onClick={onLoadTheirs}>Load their version</Button>
        <Button onClick={onKeepMine} variant="contained">
          Keep mine
        </Button>
      </DialogActions>
    </Dialog>
  );
}
