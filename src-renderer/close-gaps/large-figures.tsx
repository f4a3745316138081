import { Box, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

/** Large numbers in a row, each with its label. */
export function LargeFigures({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1, m: 0 }}>
      {children}
    </Box>
  );
}

/** One of them, already written out. */
export function LargeFigure(props: {
  readonly label: string;
  readonly value: string;
  readonly color?: 'error';
}): ReactElement {
  const { label, value, color } = props;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
      <Typography component="dt" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Typography
        component="dd"
        color={color ?? 'textPrimary'}
        sx={{
          m: 0,
          fontSize: '1.75rem',
          fontWeight: 600,
          lineHeight: 1.15,
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {value}
      </Typography>
    </Box>
  );
}
