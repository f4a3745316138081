import Close from '@mui/icons-material/Close';
import { Box, Button, Chip, IconButton, TextField, Typography } from '@mui/material';
import { memo, useCallback, useId, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { serialOf, type SerialEntry } from '../../src-main/domain/serial-entry.ts';
import { formatCount } from '../app/format.ts';

/** Entries that are drawn; the counter counts all, and the search looks through all. */
const SHOWN = 100;

/** Props of `EntryList`. */
export interface EntryListProps {
  readonly entries: readonly SerialEntry[];
  /** Index of the entry that the server refused. */
  readonly marked: number | undefined;
  readonly disabled: boolean;
  readonly onRemove: (index: number) => void;
  readonly onRemoveAll: () => void;
}

/** What has been entered, the last one on top. */
export function EntryList(props: EntryListProps): ReactElement | null {
  const { entries, marked, disabled, onRemove, onRemoveAll } = props;
  const id = useId();
  const [wanted, setWanted] = useState('');
  const latest = useRef(onRemove);
  useLayoutEffect(() => {
    latest.current = onRemove;
  });
  // Keeps its identity, so that a scan draws one new row and not a hundred.
  const remove = useCallback((index: number) => latest.current(index), []);
  if (entries.length === 0) return null;
  const found = lastEntries(entries, entries.length > SHOWN ? wanted : '');
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 1.5, pr: 0.5, py: 0.5, minHeight: 38 }}>
        <Typography id={id} variant="h3" component="h2" sx={{ flex: 1 }}>
          {`Entered (${formatCount(entries.length)})`}
        </Typography>
        {entries.length > SHOWN && (
          <TextField
            value={wanted}
            placeholder="Find an entry"
            onChange={({ target }) => setWanted(target.value)}
            slotProps={{ htmlInput: { 'aria-label': 'Find an entry', spellCheck: false } }}
            sx={{ width: 180 }}
          />
        )}
        <Button color="inherit" disabled={disabled} onClick={onRemoveAll}>
          Remove all
        </Button>
      </Box>
      <Box
        component="ol"
        aria-label="Entered serial numbers, the last one first"
        sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 260, overflow: 'auto' }}
      >
        {found.map((index) => (
          <EntryRow
            key={index}
            index={index}
            entry={entries[index]}
            marked={index === marked}
            disabled={disabled}
            onRemove={remove}
          />
        ))}
      </Box>
      {entries.length > SHOWN && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', px: 1.5, py: 0.5 }}>
          {wanted === ''
            ? `The last ${SHOWN} of ${formatCount(entries.length)} are shown.`
            : `${found.length === SHOWN ? `The last ${SHOWN}` : formatCount(found.length)} with “${wanted}”.`}
        </Typography>
      )}
    </Box>
  );
}

const EntryRow = memo(function EntryRow(props: {
  readonly index: number;
  readonly entry: SerialEntry | undefined;
  readonly marked: boolean;
  readonly disabled: boolean;
  readonly onRemove: (index: number) => void;
}): ReactElement | null {
  const { index, entry, marked, disabled, onRemove } = props;
  if (entry === undefined) return null;
  const serial = serialOf(entry);
  return (
    <Box
      component="li"
      {...(marked && { 'aria-current': true })}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        pl: 1.5,
        pr: 0.5,
        minHeight: 30,
        borderTop: 1,
        borderColor: 'divider',
        ...(marked && { boxShadow: 'inset 4px 0 var(--mui-palette-error-main)' }),
      }}
    >
      <Typography
        variant="caption"
        color="textSecondary"
        sx={{ minWidth: 36, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
      >
        {index + 1}
      </Typography>
      {'notReadable' in entry ? (
        <>
          <Chip label="Not readable" color="warning" variant="outlined" />
          <Typography variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
            {entry.notReadable}
          </Typography>
        </>
      ) : (
        <Typography
          variant="body2"
          sx={{ flex: 1, fontFamily: 'ui-monospace, Consolas, monospace', overflowWrap: 'anywhere' }}
        >
          {serial}
        </Typography>
      )}
      <IconButton
        aria-label={`Remove ${serial ?? `entry ${index + 1}, not readable`}`}
        disabled={disabled}
        onClick={() => onRemove(index)}
      >
        <Close fontSize="inherit" />
      </IconButton>
    </Box>
  );
});

/** Indexes of the last entries that contain a text, the last one first. */
function lastEntries(entries: readonly SerialEntry[], wanted: string): readonly number[] {
  const found: number[] = [];
  const text = wanted.trim().toLowerCase();
  for (let index = entries.length - 1; index >= 0 && found.length < SHOWN; index -= 1) {
    const entry = entries[index];
    if (entry === undefined) continue;
    const words = 'notReadable' in entry ? `not readable ${entry.notReadable}` : entry.serial;
    if (text === '' || words.toLowerCase().includes(text)) found.push(index);
  }
  return found;
}
