import { Box, Button, LinearProgress, Typography } from '@mui/material';
import type { ReactElement } from 'react';

/** How far long work is. */
export interface Progress {
  /** What it is doing now, in words. */
  readonly phase: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

/** What a progress bar shows. */
export interface JobProgressProps {
  /** Accessible name of the bar. */
  readonly name: string;
  /** Undefined until the first answer. */
  readonly state: Progress | undefined;
  readonly onCancel: () => void;
  /** In pixels; otherwise as wide as what is around it. */
  readonly width?: number;
}

/** Progress of long work, with **Cancel**. */
export function JobProgress({ name, state, onCancel, width }: JobProgressProps): ReactElement {
  const { phase = '', done = 0, total = 0 } = state ?? {};
  const percent = total === 0 ? undefined : Math.min(100, Math.round((done / total) * 100));
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, width }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="caption" component="p" noWrap role="status">
          {phase === '' ? name : phase}
        </Typography>
        <LinearProgress
          aria-label={name}
          {...(percent === undefined ? {} : { variant: 'determinate' as const, value: percent })}
        />
      </Box>
      <Typography
        variant="caption"
        sx={{ width: '4ch', textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
      >
        {percent === undefined ? '' : `${percent} %`}
      </Typography>
      <Button onClick={onCancel}>Cancel</Button>
    </Box>
  );
}
