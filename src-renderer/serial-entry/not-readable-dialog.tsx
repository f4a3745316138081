import {
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
} from '@mui/material';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { reasonSchema, type SerialEntry } from '../../src-main/domain/serial-entry.ts';
import { usualReasons } from './usual-reasons.ts';

/** Props of `NotReadableDialog`. */
export interface NotReadableDialogProps {
  /** How many entries the list takes yet. */
  readonly room: number;
  readonly onRecord: (entries: readonly SerialEntry[]) => void;
  readonly onClose: () => void;
}

/** Records of units that their label is missing or cannot be read, with a reason. */
export function NotReadableDialog({ room, onRecord, onClose }: NotReadableDialogProps): ReactElement {
  const id = useId();
  const [reason, setReason] = useState('');
  const [units, setUnits] = useState('1');
  const [tried, setTried] = useState(false);
  const checked = reasonSchema.safeParse(reason);
  const count = /^\d{1,6}$/.test(units) ? Number(units) : 0;
  const unitsProblem =
    count < 1
      ? 'Write a whole number of units.'
      : count > room
        ? `Only ${room} can be entered yet.`
        : undefined;
  const record = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!checked.success || unitsProblem !== undefined) return;
    onRecord(Array.from({ length: count }, () => ({ notReadable: checked.data })));
  };
  return (
    <Dialog open onClose={onClose} disableRestoreFocus aria-labelledby={id} fullWidth maxWidth="xs">
      <form noValidate onSubmit={record}>
        <DialogTitle id={id}>Not readable</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: '8px !important' }}>
          <Autocomplete
            freeSolo
            options={usualReasons}
            inputValue={reason}
            onInputChange={(_event, text) => setReason(text)}
            renderInput={(params) => (
              <TextField
                {...params}
                label="Reason"
                // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog's first field
                autoFocus
                error={tried && !checked.success}
                helperText={tried ? checked.error?.issues[0]?.message : undefined}
              />
            )}
          />
          <TextField
            label="Units"
            value={units}
            onChange={({ target }) => setUnits(target.value)}
            error={tried && unitsProblem !== undefined}
            helperText={tried ? unitsProblem : undefined}
            slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            sx={{ width: 140 }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained">
            Record
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
