import FileOpenOutlined from '@mui/icons-material/FileOpenOutlined';
import SaveOutlined from '@mui/icons-material/SaveOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactElement } from 'react';
import { trpc } from '../../../api/client.ts';
import { JobProgress } from '../../../app/job-progress.tsx';
import { formatTime } from '../../on-hand/format-time.ts';
import { BackupList } from './backup-list.tsx';
import { backupStage, bringFile, makeBackup, takeRestoredNotice } from './backup-session.ts';
import { NightlySettings } from './nightly-settings.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** Backups of the data file: made now and each night, listed, and restored. */
export function Backups(): ReactElement {
  const stage = backupStage.use();
  const input = useRef<HTMLInputElement>(null);
  const list = useQuery(trpc.backups.list.queryOptions());
  useEffect(takeRestoredNotice, []);
  const working = stage.kind === 'working';
  const notice = stage.kind === 'idle' ? stage.notice : undefined;
  const failure = list.data?.nightlyFailure ?? null;
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        A backup is a checked copy of the whole data file. You can go on working while it is made. Keep one on
        another disk too: Download fetches a copy.
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <Button
          variant="outlined"
          startIcon={<SaveOutlined />}
          disabled={working}
          onClick={() => void makeBackup()}
        >
          Back up now
        </Button>
        <Button startIcon={<FileOpenOutlined />} disabled={working} onClick={() => input.current?.click()}>
          Restore from a file
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".db"
          aria-label="Backup to restore"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) void bringFile(file);
            // The same file can be chosen again.
            target.value = '';
          }}
        />
      </Box>
      {working && stage.restoring === undefined && (
        <JobProgress name={stage.name} state={stage.progress} onCancel={stage.cancel} width={480} />
      )}
      {notice !== undefined && (
        <Alert
          severity={notice.severity}
          role={notice.severity === 'error' ? 'alert' : 'status'}
          onClose={() => backupStage.set({ kind: 'idle' })}
          sx={{ overflowWrap: 'anywhere' }}
        >
          {notice.text}
        </Alert>
      )}
      {failure !== null && (
        <Alert severity="warning" sx={{ overflowWrap: 'anywhere' }}>
          The nightly backup of {formatTime(failure.at, new Date())} failed: {failure.sentence} It is tried
          again every hour.
        </Alert>
      )}
      {list.data !== undefined && <BackupList {...list.data} disabled={working} />}
      <NightlySettings />
      <RestoreDialog />
    </>
  );
}
