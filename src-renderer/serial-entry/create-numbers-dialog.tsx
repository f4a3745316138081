import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { formatSerial, formattedSerials, serialFormatSchema } from '../../src-main/domain/serial-format.ts';
import { formatCount } from '../app/format.ts';

/** Props of `CreateNumbersDialog`. */
export interface CreateNumbersDialogProps {
  /** How many entries the list takes yet. */
  readonly room: number;
  readonly onCreate: (serials: readonly string[]) => void;
  readonly onClose: () => void;
}

const numberOf = (text: string): number => (/^\s*\d{1,15}\s*$/.test(text) ? Number(text) : Number.NaN);

/** Makes serial numbers of a format with a run of `#` for the number, and shows them before. */
export function CreateNumbersDialog({ room, onCreate, onClose }: CreateNumbersDialogProps): ReactElement {
  const id = useId();
  const [format, setFormat] = useState('');
  const [from, setFrom] = useState('1');
  const [to, setTo] = useState(String(Math.max(1, room)));
  const [tried, setTried] = useState(false);
  const checked = serialFormatSchema.safeParse({ format, from: numberOf(from), to: numberOf(to) });
  const problems = new Map(checked.error?.issues.map(({ path, message }) => [path[0], message]));
  const problemOf = (field: string): string | undefined =>
    tried || (field === 'to' && format.includes('#')) ? problems.get(field) : undefined;
  const create = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (checked.success) onCreate(formattedSerials(checked.data));
  };
  const field = (
    label: string,
    name: string,
    value: string,
    onText: (text: string) => void,
  ): ReactElement => (
    <TextField
      label={label}
      value={value}
      onChange={({ target }) => onText(target.value)}
      error={problemOf(name) !== undefined}
      helperText={problemOf(name)}
      autoComplete="off"
      // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog's first field
      autoFocus={name === 'format'}
      sx={name === 'format' ? undefined : { flex: 1 }}
      slotProps={{ htmlInput: { spellCheck: false, inputMode: name === 'format' ? 'text' : 'numeric' } }}
    />
  );
  return (
    <Dialog open onClose={onClose} disableRestoreFocus aria-labelledby={id} fullWidth maxWidth="xs">
      <form noValidate onSubmit={create}>
        <DialogTitle id={id}>Create serial numbers</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: '8px !important' }}>
          {field('Format', 'format', format, setFormat)}
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
            {field('From', 'from', from, setFrom)}
            {field('To', 'to', to, setTo)}
          </Box>
          <Typography variant="body2" color="textSecondary" role="status" sx={{ minHeight: 40 }}>
            {checked.success
              ? previewOf(checked.data.format, checked.data.from, checked.data.to)
              : 'Each # of the format is a digit of the number: ABC-###-DEF makes ABC-001-DEF, ABC-002-DEF and so on.'}
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained">
            Create
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function previewOf(format: string, from: number, to: number): string {
  const count = to - from + 1;
  const serial = (number: number): string => formatSerial(format, number);
  if (count === 1) return `1 serial number: ${serial(from)}.`;
  const middle = count > 2 ? `${serial(from + 1)}${count > 3 ? ' … ' : ', '}` : '';
  return `${formatCount(count)} serial numbers: ${serial(from)}, ${middle}${serial(to)}.`;
}
