import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { usualReasons } from '../serial-entry/usual-reasons.ts';

/** What is recorded of the units of the scope. */
export interface ExceptionDraft {
  readonly reason: string;
  /** As it is typed; empty for all. */
  readonly units: string;
}

/** Why the labels of blank units are missing or cannot be read, and of how many. */
export function ExceptionStep(props: {
  readonly draft: ExceptionDraft;
  readonly onChange: (draft: ExceptionDraft) => void;
}): ReactElement {
  const { draft, onChange } = props;
  const wrong = draft.units.trim() !== '' && unitsOf(draft) === undefined;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, maxWidth: 460 }}>
      <Typography variant="body2">
        The oldest blank units are recorded first. Each of them counts as answered; it ends when its serial
        number is entered.
      </Typography>
      <Autocomplete
        freeSolo
        options={usualReasons}
        inputValue={draft.reason}
        onInputChange={(_event, reason) => onChange({ ...draft, reason })}
        renderInput={(params) => (
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the first field of what was chosen
          <TextField {...params} label="Reason" required autoFocus />
        )}
      />
      <TextField
        label="Units"
        value={draft.units}
        onChange={({ target }) => onChange({ ...draft, units: target.value })}
        error={wrong}
        helperText={wrong ? 'Write a whole number of units.' : 'Empty: all blank units.'}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        sx={{ width: 220 }}
      />
    </Box>
  );
}

/** How many units are meant: a number, 'all', or undefined where it is none. */
export function unitsOf({ units }: ExceptionDraft): number | 'all' | undefined {
  const text = units.trim();
  if (text === '') return 'all';
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}
