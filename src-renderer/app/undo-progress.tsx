import { Paper, Snackbar } from '@mui/material';
import type { ReactElement } from 'react';
import { JobProgress } from './job-progress.tsx';
import { runningUndo } from './undo-job.ts';

/** Progress of a large undo, over whichever page is shown. */
export function UndoProgress(): ReactElement | null {
  const running = runningUndo.use();
  if (running === undefined) return null;
  return (
    // Above the place of a notification.
    <Snackbar open anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }} sx={{ bottom: { xs: 88 } }}>
      <Paper variant="outlined" sx={{ px: 2, py: 1, boxShadow: 6 }}>
        <JobProgress
          name="Undoing the change"
          state={running.progress}
          onCancel={running.cancel}
          width={440}
        />
      </Paper>
    </Snackbar>
  );
}
