import VolumeOff from '@mui/icons-material/VolumeOff';
import VolumeUp from '@mui/icons-material/VolumeUp';
import { Box, Button, FormControlLabel, IconButton, Switch, Tooltip, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';

/** The dialogs of the field. */
export type EntryDialog = 'paste' | 'not-readable' | 'create';

/** Props of `EntryTools`. */
export interface EntryToolsProps {
  readonly disabled: boolean;
  /** Nothing more can be entered. */
  readonly full: boolean;
  readonly notReadable: boolean | string;
  readonly createNumbers: boolean;
  readonly lists: boolean;
  readonly muted: boolean;
  readonly onLists: (read: boolean) => void;
  readonly onMuted: (muted: boolean) => void;
  readonly onOpen: (dialog: EntryDialog) => void;
}

/** The ways to enter serials besides the box, and how the box behaves. */
export function EntryTools(props: EntryToolsProps): ReactElement {
  const { disabled, full, notReadable, createNumbers, lists, muted, onLists, onMuted, onOpen } = props;
  const id = useId();
  const withheld = typeof notReadable === 'string';
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" disabled={disabled} onClick={() => onOpen('paste')}>
          Paste a list
        </Button>
        {createNumbers && (
          <Button variant="outlined" disabled={disabled || full} onClick={() => onOpen('create')}>
            Create serial numbers
          </Button>
        )}
        {notReadable !== false && (
          <Button
            variant="outlined"
            disabled={disabled || full || withheld}
            onClick={() => onOpen('not-readable')}
            {...(withheld && { 'aria-describedby': `${id}-withheld` })}
          >
            Not readable
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        <Tooltip
          describeChild
          title="On: commas separate serial numbers, and AB100-AB110 is eleven of them. Off: what is scanned is one serial number."
        >
          <FormControlLabel
            control={
              <Switch
                size="small"
                checked={lists}
                disabled={disabled}
                onChange={(_event, read) => onLists(read)}
              />
            }
            label="Lists and ranges"
            sx={{ mr: 0, '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }}
          />
        </Tooltip>
        <Tooltip describeChild title={muted ? 'Sounds are off' : 'Sounds are on'}>
          <IconButton aria-label="Sounds" aria-pressed={!muted} onClick={() => onMuted(!muted)}>
            {muted ? <VolumeOff fontSize="small" /> : <VolumeUp fontSize="small" />}
          </IconButton>
        </Tooltip>
      </Box>
      {withheld && (
        <Typography id={`${id}-withheld`} variant="caption" color="textSecondary">
          {notReadable}
        </Typography>
      )}
    </Box>
  );
}
