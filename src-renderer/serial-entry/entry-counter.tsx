import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Box, LinearProgress, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { formatCount } from '../app/format.ts';

/** How many are entered of how many that are needed. */
export function EntryCounter(props: { readonly entered: number; readonly needed: number }): ReactElement {
  const { entered, needed } = props;
  const complete = entered >= needed;
  const counts = `${formatCount(entered)} / ${formatCount(needed)}`;
  return (
    <Box sx={{ minWidth: 110 }}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          color: complete ? 'success.main' : undefined,
        }}
      >
        <Typography
          sx={{ fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}
        >
          {counts}
        </Typography>
        {complete && <CheckCircleOutlined fontSize="small" titleAccess="Nothing is missing" />}
      </Box>
      <LinearProgress
        variant="determinate"
        color={complete ? 'success' : 'primary'}
        value={needed === 0 ? 100 : Math.min(100, (entered / needed) * 100)}
        aria-label="Captured / needed"
        aria-valuetext={counts}
        sx={{ height: 5, borderRadius: 1, '& .MuiLinearProgress-bar': { transition: 'none' } }}
      />
    </Box>
  );
}
