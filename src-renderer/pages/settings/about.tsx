import { Box, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { trpc } from '../../api/client.ts';

/** Which version this is and where its data is. */
export function About(): ReactElement {
  const { data } = useQuery(trpc.app.queryOptions());
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        columnGap: 2,
        rowGap: 0.5,
        m: 0,
        typography: 'body2',
      }}
    >
      <Typography component="dt" variant="body2" color="textSecondary">
        Version
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        {data?.version}
      </Box>
      <Typography component="dt" variant="body2" color="textSecondary">
        Data file
      </Typography>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {data?.dataFile}
      </Box>
    </Box>
  );
}
