import { Box, Dialog, TextField, Typography } from '@mui/material';
import { useEffect, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { PaletteEntry } from './palette-entries.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

/** The dialog **Command palette**: type a part of a name, choose with the arrows, go there with Enter. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const entries = usePaletteEntries(typed);
  const navigate = useNavigate();
  const id = useId();
  const active = Math.min(chosen, entries.length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const go = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    void navigate(entry.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = targetOf(event.key, active, entries.length);
    if (event.key === 'Enter') go(entries[active]);
    else if (target !== undefined) setChosen(target);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="sm"
      fullWidth
      slotProps={{ paper: { 'aria-label': 'Command palette' } }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      <TextField
        autoFocus
        value={typed}
        placeholder="Page, group or item"
        onChange={({ target }) => {
          setTyped(target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        sx={{ m: 1.5, mb: 1 }}
        slotProps={{
          htmlInput: {
            role: 'combobox',
            'aria-label': 'Go to',
            'aria-expanded': entries.length > 0,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': active < 0 ? undefined : `${id}-${active}`,
            maxLength: 200,
            autoComplete: 'off',
            spellCheck: false,
          },
        }}
      />
      <Box
        id={`${id}-list`}
        role="listbox"
        aria-label="Pages, groups and items"
        sx={{ height: 320, overflowY: 'auto', px: 1, pb: 1 }}
      >
        {entries.map((entry, index) => (
          <Option
            key={`${entry.kind} ${entry.to}`}
            id={`${id}-${index}`}
            entry={entry}
            active={index === active}
            onChoose={() => go(entry)}
          />
        ))}
      </Box>
      <Typography role="status" variant="caption" color="textSecondary" sx={{ px: 2, pb: 1 }}>
        {entries.length === 0
          ? 'Nothing has such a name.'
          : typed.trim() === ''
            ? 'Type a part of a name; items are searched for too.'
            : `${entries.length} found`}
      </Typography>
    </Dialog>
  );
}

/** Where a key leads in the list; undefined for keys that are not the list's. */
function targetOf(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active - 1 + count) % count;
    case 'PageDown':
      return Math.min(active + 8, count - 1);
    case 'PageUp':
      return Math.max(active - 8, 0);
    default:
      return undefined;
  }
}

function Option(props: {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly active: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  const { id, entry, active, onChoose } = props;
  return (
    <Box
      id={id}
      role="option"
      aria-selected={active}
      // The box keeps the focus: it is where the keys are heard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      sx={optionStyle}
    >
      <strong>{entry.name}</strong>
      <span>{entry.detail}</span>
      <small>{entry.kind}</small>
    </Box>
  );
}

const optionStyle = {
  display: 'flex',
  alignItems: 'baseline',
  gap: 1,
  px: 1.25,
  py: 0.625,
  borderRadius: 1,
  fontSize: '0.8125rem',
  cursor: 'default',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-selected="true"]': {
    bgcolor: 'action.selected',
    boxShadow: 'inset 3px 0 0 var(--mui-palette-primary-main)',
  },
  '& strong': { fontWeight: 600, whiteSpace: 'nowrap' },
  '& span': {
    flex: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: 'text.secondary',
  },
  '& small': { fontSize: '0.75rem', color: 'text.secondary', whiteSpace: 'nowrap' },
} as const;
