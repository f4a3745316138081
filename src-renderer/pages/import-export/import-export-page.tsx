import FileOpenOutlined from '@mui/icons-material/FileOpenOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { IMPORT_FILE_TYPES } from '../../app/desk-commands.ts';
import { takeFiles, useIncomingFiles } from '../../app/incoming-files.ts';
import { JobProgress } from '../../app/job-progress.tsx';
import { PageFrame } from '../../app/page-frame.tsx';
import { ExportConfiguration } from './export-configuration.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportPreviewView } from './import-preview-view.tsx';
import {
  applyImport,
  discardPreview,
  importStage,
  startImport,
  waitsForConfirmation,
} from './import-session.ts';
import { ReadableFiles } from './readable-files.tsx';

/** Files in, with a preview before anything changes, and configurations out. */
export function ImportExportPage(): ReactElement {
  const stage = importStage.use();
  const incoming = useIncomingFiles();
  const input = useRef<HTMLInputElement>(null);
  const working = stage.kind === 'working';
  const waits = waitsForConfirmation(stage);
  const waitsId = useId();
  useEffect(() => {
    if (incoming.length > 0 && !working) void startImport(takeFiles());
  }, [incoming, working]);

  return (
    <PageFrame
      title="Import and export"
      actions={
        <>
          <Button
            startIcon={<FileOpenOutlined />}
            variant={stage.kind === 'idle' ? 'contained' : 'text'}
            disabled={working}
            onClick={() => input.current?.click()}
          >
            Choose files
          </Button>
          {stage.kind === 'preview' && (
            <>
              <Button
                variant="contained"
                disabled={!stage.preview.applicable || waits}
                aria-describedby={waits ? waitsId : undefined}
                onClick={() => void applyImport()}
              >
                Apply
              </Button>
              <Button onClick={discardPreview}>Cancel</Button>
              {waits && (
                <Typography id={waitsId} variant="body2" color="textSecondary">
                  Apply waits until you have confirmed below what it does to the stock.
                </Typography>
              )}
            </>
          )}
        </>
      }
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={IMPORT_FILE_TYPES}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same files can be chosen again.
          target.value = '';
          void startImport(files);
        }}
      />
      {working && (
        <Box sx={{ px: 2.5, py: 2, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
          <JobProgress name="Import" state={stage.progress} onCancel={stage.cancel} />
        </Box>
      )}
      {stage.kind === 'idle' && stage.problem !== undefined && (
        <Alert severity="error" sx={{ mx: 2.5, mt: 2 }}>
          {stage.problem}
        </Alert>
      )}
      {stage.kind === 'preview' && <ImportPreviewView {...stage} />}
      {stage.kind === 'done' && <ImportDone {...stage} />}
      {stage.kind === 'idle' && (
        <Typography sx={{ px: 2.5, py: 2 }} color="textSecondary">
          Choose files, or drop them anywhere on this window. You see what would change, and every problem,
          before anything does.
        </Typography>
      )}
      {stage.kind !== 'preview' && (
        <Box sx={{ bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider' }}>
          <ExportConfiguration />
          <ReadableFiles />
        </Box>
      )}
    </PageFrame>
  );
}
