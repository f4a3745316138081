import Close from '@mui/icons-material/Close';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { shortened } from '../../src-main/domain/shortened.ts';
import { formatCount } from '../app/format.ts';
import { NotTakenActions, type NotTakenHandlers } from './not-taken-actions.tsx';
import type { NotTaken } from './settle-check.ts';

/** Problems that are drawn; the counter counts all. */
const SHOWN = 100;

/** Props of `NotTakenList`. */
export interface NotTakenListProps extends NotTakenHandlers {
  readonly refused: readonly NotTaken[];
  readonly disabled: boolean;
  readonly onDismiss: (refused: NotTaken) => void;
  readonly onDismissAll: () => void;
}

/** All pieces of a list that were not taken, each with its reason, until the user has dealt with them. */
export function NotTakenList(props: NotTakenListProps): ReactElement | null {
  const { refused, disabled, onDismiss, onDismissAll, ...handlers } = props;
  const id = useId();
  if (refused.length === 0) return null;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'error.main', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 1.5, pr: 0.5, py: 0.5 }}>
        <Typography id={id} variant="h3" component="h2" color="error" sx={{ flex: 1 }}>
          {`Not taken (${formatCount(refused.length)})`}
        </Typography>
        <Button color="inherit" onClick={onDismissAll}>
          Dismiss all
        </Button>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 220, overflow: 'auto' }}>
        {refused.slice(0, SHOWN).map((one, index) => (
          <Box
            // A piece may stand in a list twice.
            key={`${index} ${one.text}`}
            component="li"
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              pl: 1.5,
              pr: 0.5,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Typography variant="body2" sx={{ flex: 1, py: 0.5, overflowWrap: 'anywhere' }}>
              {one.reason}
            </Typography>
            <NotTakenActions {...handlers} refused={one} disabled={disabled} />
            <IconButton aria-label={`Dismiss ${shortened(one.text)}`} onClick={() => onDismiss(one)}>
              <Close fontSize="inherit" />
            </IconButton>
          </Box>
        ))}
      </Box>
      {refused.length > SHOWN && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', px: 1.5, py: 0.5 }}>
          {`The first ${SHOWN} of ${formatCount(refused.length)} are shown.`}
        </Typography>
      )}
    </Box>
  );
}
