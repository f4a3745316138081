import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { ReactElement } from 'react';
import { trpc } from '../../api/client.ts';

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
  const { data } = useQuery(trpc.app.queryOptions());
  const folder = data?.dataFile.replace(/[^/\\]*$/, '') ?? '';
  return (
    <Alert severity="success" role="status" sx={{ overflowWrap: 'anywhere' }}>
      {text} The backup is {`${folder}${backup}`}
    </Alert>
  );
}
