import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import { Stack, Typography } from '@mui/material';
import type { ReactElement } from 'react';

/** In the place of what there is to do, while there is nothing to do. */
export function NoGaps(): ReactElement {
  return (
    <Stack
      component="section"
      aria-label="No gaps"
      spacing={0.5}
      sx={{
        alignItems: 'center',
        justifyContent: 'center',
        textAlign: 'center',
        p: 3,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <TaskAltOutlined sx={{ fontSize: 44, color: 'success.main' }} />
      <Typography variant="h2">Nothing to do</Typography>
      <Typography variant="body2" color="textSecondary">
        Nothing is Invalid, an Exception, Overdue or Due.
      </Typography>
    </Stack>
  );
}
