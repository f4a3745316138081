import { Box, Button, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { PageFrame } from './page-frame.tsx';

/** Shown for an address that no page has. */
export function NotFoundPage(): ReactElement {
  return (
    <PageFrame title="Page not found">
      <Box sx={{ p: 2.5 }}>
        <Typography gutterBottom>There is no page at this address.</Typography>
        <Button component={Link} to="/on-hand" variant="contained">
          Go to On-hand
        </Button>
      </Box>
    </PageFrame>
  );
}
