import { Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField } from '@mui/material';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { VIEW_NAME_LENGTH, viewNameSchema } from '../../src-main/domain/saved-view.ts';
import { problemOf } from '../api/client.ts';

/** Asks for the name of a view; what is refused stands below it. */
export function ViewNameDialog(props: {
  readonly title: string;
  readonly action: string;
  /** The name it has. */
  readonly name: string;
  readonly onSave: (name: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { title, action, onSave, onClose } = props;
  const id = useId();
  const [name, setName] = useState(props.name);
  const [problem, setProblem] = useState<string>();
  const [saving, setSaving] = useState(false);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (saving) return;
    const read = viewNameSchema.safeParse(name);
    if (!read.success) {
      setProblem(read.error.issues[0]?.message);
      return;
    }
    setSaving(true);
    try {
      await onSave(read.data);
      onClose();
    } catch (error) {
      setProblem(problemOf(error).sentence);
      setSaving(false);
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="xs">
      <form noValidate onSubmit={(event) => void save(event)}>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <TextField
            label="Name"
            required
            fullWidth
            autoFocus
            margin="dense"
            value={name}
            error={problem !== undefined}
            helperText={problem ?? ' '}
            onChange={({ target }) => {
              setName(target.value);
              setProblem(undefined);
            }}
            onFocus={({ target }) => target.select()}
            slotProps={{
              htmlInput: { maxLength: VIEW_NAME_LENGTH, autoComplete: 'off', spellCheck: false },
              formHelperText: { role: 'alert' },
            }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={saving}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
