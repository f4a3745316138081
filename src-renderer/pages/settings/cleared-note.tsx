import { Alert } from '@mui/material';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { ReactElement } from 'react';
import type { trpc } from '../../api/client.ts';

/** What a clean-up did, as the API says it. */
export type Cleared = inferOutput<typeof trpc.maintenance.startOver>;

/** Says what was taken away and where the backup is. It stays, so that the place can be noted. */
export function ClearedNote({
  text,
  backup,
}: {
  readonly text: string;
  readonly backup: string;
}): ReactElement {
  return (
    <Alert severity="success" role="status" sx={{ overflowWrap: 'anywhere' }}>
      {text} The backup is {backup}
    </Alert>
  );
}
