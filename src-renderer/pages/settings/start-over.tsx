import { Button, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { apiClient } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { ClearDialog } from './clear-dialog.tsx';
import { ClearedNote, type Cleared } from './cleared-note.tsx';

/** Takes away groups, items and on-hand, after a question and a backup. */
export function StartOver(): ReactElement {
  const [asking, setAsking] = useState(false);
  const [cleared, setCleared] = useState<Cleared>();
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        Takes away all tracking dimension groups, items and on-hand, for example after a try with the sample
        files.
      </Typography>
      <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
        Start over
      </Button>
      <ClearDialog
        open={asking}
        title="Start over?"
        text="All tracking dimension groups, items and on-hand will be taken away. A backup of the data file is made first."
        action="Start over"
        word="START OVER"
        onClear={async () => apiClient.maintenance.startOver.mutate()}
        onCleared={setCleared}
        onClose={() => setAsking(false)}
      />
      {cleared !== undefined && (
        <ClearedNote
          text={`Everything was taken away, ${formatCount(cleared.rows)} on-hand rows among it.`}
          backup={cleared.backup}
        />
      )}
    </>
  );
}
