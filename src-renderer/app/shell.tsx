import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactElement } from 'react';
import { Outlet } from 'react-router';
import { problemOf, trpc } from '../api/client.ts';
import { keepEpoch } from '../api/epoch.ts';
import { useDeskCommands } from './desk-commands.ts';
import { DropZone } from './drop-zone.tsx';
import { Overlays } from './keyboard/overlays.tsx';
import { Navigation } from './navigation.tsx';
import { useUndoKey } from './notify-done.ts';
import { unrolledInPrint, useLightPrint } from './print.ts';
import { RestoredDialog } from './restored-dialog.tsx';
import { UndoProgress } from './undo-progress.tsx';
import { UnsavedChangesGuard } from './unsaved-changes.tsx';
import { WhatIfProvider } from './what-if-dialog.tsx';

/** Everything around the page: navigation, unsaved-changes guard, drop zone, menu commands. */
export function Shell(): ReactElement {
  const { error, tryAgain } = useFirstCall();
  useDeskCommands();
  useLightPrint();
  return (
    <UnsavedChangesGuard>
      <WhatIfProvider>
        <Box sx={{ display: 'flex', height: '100%', ...unrolledInPrint }}>
          <UndoKey />
          <Navigation />
          <Box component="main" sx={{ flex: 1, minWidth: 0, height: '100%', ...unrolledInPrint }}>
            {error === null ? (
              <Outlet />
            ) : (
              <Alert severity="error" sx={{ m: 2 }} action={<Button onClick={tryAgain}>Try again</Button>}>
                {problemOf(error).sentence}
              </Alert>
            )}
          </Box>
        </Box>
      </WhatIfProvider>
      <Overlays />
      <DropZone />
      <UndoProgress />
      <RestoredDialog />
    </UnsavedChangesGuard>
  );
}

/** Makes the first call. Once it has answered, the document says `data-ready`; start-up and tests wait for it. */
function useFirstCall(): { readonly error: unknown; readonly tryAgain: () => void } {
  const { data, error, refetch } = useQuery({ ...trpc.app.queryOptions(), staleTime: 'static' });
  useEffect(() => {
    if (data === undefined) return;
    keepEpoch(data.epoch);
    document.documentElement.dataset['ready'] = '';
  }, [data]);
  return { error, tryAgain: () => void refetch() };
}

/** Listens for Ctrl+Z; below the dialog that an undo may have to ask with. */
function UndoKey(): null {
  useUndoKey();
  return null;
}
