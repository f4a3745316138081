import { Box, Button, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { formatCount } from '../../app/format.ts';
import { formatTime } from './format-time.ts';

/** The file a warehouse's on-hand was last imported from. */
export interface Source {
  readonly warehouse: string;
  readonly fileName: string;
  /** ISO time in UTC. */
  readonly importedAt: string;
  /** Serial numbers captured in the warehouse since. */
  readonly capturedSince: number;
}

const SHOWN = 6;

/** Says for each warehouse how old its on-hand is and where it came from. */
export function SourcesStrip({ sources }: { readonly sources: readonly Source[] }): ReactElement | null {
  const [all, setAll] = useState(false);
  if (sources.length === 0) return null;
  const now = new Date();
  const shown = all ? sources : sources.slice(0, SHOWN);
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'center',
        px: 2.5,
        py: 0.5,
        borderTop: 1,
        borderColor: 'divider',
        maxHeight: 120,
        overflowY: 'auto',
      }}
    >
      <Box
        component="ul"
        aria-label="Imports by warehouse"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, listStyle: 'none', m: 0, p: 0, minWidth: 0 }}
      >
        {shown.map(({ warehouse, fileName, importedAt, capturedSince }) => (
          <Typography key={warehouse} component="li" variant="caption" color="textSecondary">
            <b>{warehouse === '' ? 'No warehouse' : `Warehouse ${warehouse}`}</b>{' '}
            {`imported ${formatTime(importedAt, now)}, ${fileName}`}
            {capturedSince > 0 && `, ${formatCount(capturedSince)} captured since`}
          </Typography>
        ))}
      </Box>
      {sources.length > SHOWN && (
        <Button aria-expanded={all} onClick={() => setAll(!all)} sx={{ py: 0, flex: 'none' }}>
          {all ? 'Show fewer' : `Show all ${sources.length}`}
        </Button>
      )}
    </Box>
  );
}
