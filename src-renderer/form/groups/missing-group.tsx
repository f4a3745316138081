import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';

/** Stands where the form would, for an address whose group is not there. */
export function MissingGroup(): ReactElement {
  return (
    <Box sx={{ flex: 1, p: 3 }}>
      <Typography>This group does not exist any more. Choose another one from the list.</Typography>
    </Box>
  );
}
