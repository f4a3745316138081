import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';

/** A place for a list of serial numbers, to paste or to write. */
export function PasteListDialog(props: {
  readonly onTake: (text: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { onTake, onClose } = props;
  const id = useId();
  const [text, setText] = useState('');
  return (
    <Dialog open onClose={onClose} disableRestoreFocus aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>Paste a list</DialogTitle>
      <DialogContent sx={{ pt: '8px !important' }}>
        <TextField
          label="Serial numbers"
          value={text}
          onChange={({ target }) => setText(target.value)}
          multiline
          minRows={8}
          maxRows={16}
          fullWidth
          // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog's first field
          autoFocus
          helperText="One a line, or separated by commas, semicolons or tabs. Ranges: 1-5, AB100-AB110, 100~+20, 001 × 5."
          slotProps={{ htmlInput: { spellCheck: false } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" disabled={text.trim() === ''} onClick={() => onTake(text)}>
          Take the list
        </Button>
      </DialogActions>
    </Dialog>
  );
}
