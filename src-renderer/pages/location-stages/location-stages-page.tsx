import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { problemOf, trpc } from '../../api/client.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { StagesEditor } from './stages-editor.tsx';

/** Which locations are storage, where picked stock is staged, where it is packed, and where it is loaded. */
export function LocationStagesPage(): ReactElement {
  const { data, error } = useQuery(trpc.locationStages.list.queryOptions());
  if (data !== undefined) return <StagesEditor stored={data} packingGroups={data.packingGroups} />;
  return (
    <PageFrame title="Location stages">
      {error !== null && <Alert severity="error">{problemOf(error).sentence}</Alert>}
    </PageFrame>
  );
}
