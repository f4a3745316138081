import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import {
  Box,
  Button,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { Backup } from '../../../../src-main/domain/backup.ts';
import { problemOf, trpc } from '../../../api/client.ts';
import { startDownload } from '../../../api/download.ts';
import { useNotify } from '../../../app/notifications.tsx';
import { visuallyHidden } from '../../../app/visually-hidden.ts';
import { formatTime } from '../../on-hand/format-time.ts';
import { askToRestore } from './backup-session.ts';
import { formatBytes, madeWords } from './backup-words.ts';
import { DeleteBackup } from './delete-backup.tsx';

/** The backups, the newest first, each with what can be done with it. */
export function BackupList(props: {
  readonly folder: string;
  readonly backups: readonly Backup[];
  /** While something is at work on backups. */
  readonly disabled: boolean;
}): ReactElement {
  const { folder, backups, disabled } = props;
  const [deleting, setDeleting] = useState<Backup>();
  if (backups.length === 0)
    return <Typography variant="body2">There are no backups yet. They will be in {folder}</Typography>;
  return (
    <>
      <Box sx={{ alignSelf: 'stretch', maxHeight: 340, overflow: 'auto' }}>
        <Table size="small" stickyHeader aria-label="Backups">
          <TableHead>
            <TableRow>
              <TableCell>Made</TableCell>
              <TableCell>Why</TableCell>
              <TableCell align="right">Size</TableCell>
              <TableCell>App version</TableCell>
              <TableCell>
                <Box component="span" sx={visuallyHidden}>
                  Actions
                </Box>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {backups.map((backup) => (
              <BackupRow
                key={backup.id}
                backup={backup}
                disabled={disabled}
                onDelete={() => setDeleting(backup)}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
      <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        In {folder}
      </Typography>
      <DeleteBackup backup={deleting} onClose={() => setDeleting(undefined)} />
    </>
  );
}

function BackupRow(props: {
  readonly backup: Backup;
  readonly disabled: boolean;
  readonly onDelete: () => void;
}): ReactElement {
  const { backup, disabled, onDelete } = props;
  const notify = useNotify();
  const made = formatTime(backup.at, new Date());
  const which = `the backup of ${made}, ${madeWords(backup).toLowerCase()}`;
  const download = useMutation(
    trpc.backups.download.mutationOptions({
      onSuccess: ({ downloadId }) => startDownload(downloadId),
      onError: (error) => notify({ severity: 'error', text: problemOf(error).sentence }),
    }),
  );
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {made}
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere' }}>{madeWords(backup)}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {formatBytes(backup.bytes)}
      </TableCell>
      <TableCell>{backup.appVersion}</TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap', py: 0 }}>
        <Button
          size="small"
          disabled={disabled}
          aria-label={`Restore ${which}`}
          onClick={() =>
            void askToRestore(backup, `The backup of ${made} (${madeWords(backup).toLowerCase()})`)
          }
        >
          Restore
        </Button>
        <Tooltip title="Download a copy">
          <IconButton
            size="small"
            aria-label={`Download ${which}`}
            onClick={() => download.mutate({ id: backup.id })}
          >
            <DownloadOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
        <Tooltip title="Delete">
          <IconButton size="small" aria-label={`Delete ${which}`} onClick={onDelete}>
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      </TableCell>
    </TableRow>
  );
}
