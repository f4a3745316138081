import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined';
import { Button } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import type { OnHandColumn } from '../../../src-main/domain/on-hand.ts';
import { JobProgress } from '../../app/job-progress.tsx';
import { useNotify } from '../../app/notifications.tsx';
import { cancelOnHandExport, exportOnHand, forgetEndedExport, onHandExport } from './on-hand-export.ts';
import type { OnHandView } from './on-hand-view.ts';

/** What is exported. */
export interface ExportButtonProps {
  readonly view: OnHandView;
  /** The columns in the order in which they stand on screen. */
  readonly columns: readonly OnHandColumn['key'][];
}

/** The button **Export**: writes the rows that the filter shows into a file, and shows how far it is. */
export function ExportButton({ view, columns }: ExportButtonProps): ReactElement {
  const notify = useNotify();
  const { running, job, ended } = onHandExport.use();
  useEffect(() => {
    if (ended === undefined) return;
    notify(ended);
    forgetEndedExport();
  }, [ended, notify]);
  return (
    <>
      <Button
        startIcon={<FileUploadOutlined />}
        disabled={running || columns.length === 0}
        onClick={() => void exportOnHand(view, columns)}
      >
        Export
      </Button>
      {running && (
        <JobProgress name="Exporting on-hand" state={job} onCancel={cancelOnHandExport} width={380} />
      )}
    </>
  );
}
