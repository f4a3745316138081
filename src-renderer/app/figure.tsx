import { Box, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

/** Numbers in a row, each with its label. */
export function Figures({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 0.5, m: 0 }}>
      {children}
    </Box>
  );
}

/** One labelled number, already written out; empty while it is not known. */
export function Figure(props: {
  readonly label: string;
  readonly value: string;
  /** Draws the eye to a number that wants attention. */
  readonly color?: 'error' | 'warning';
}): ReactElement {
  const { label, value, color } = props;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
      <Typography component="dt" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        color={color ?? 'textPrimary'}
        sx={{ m: 0, fontWeight: 700, fontVariantNumeric: 'tabular-nums', minWidth: '3ch' }}
      >
        {value}
      </Typography>
    </Box>
  );
}
