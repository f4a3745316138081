import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined';
import { Button } from '@mui/material';
import { useEffect, type ReactElement } from 'react';
import type { FileExport, FileExporter } from './file-export.ts';
import { JobProgress } from './job-progress.tsx';
import { useNotify } from './notifications.tsx';

/** The button **Export**: writes what a page shows into a file, and shows how far it is. */
export function FileExportButton(props: {
  readonly exporter: FileExporter;
  /** Accessible name of the progress. */
  readonly name: string;
  readonly disabled: boolean;
  /** Starts the job that writes the file. */
  readonly ask: () => Promise<{ readonly jobId: string }>;
}): ReactElement {
  const { exporter, name, disabled, ask } = props;
  const { running, job } = useFileExport(exporter);
  return (
    <>
      <Button
        startIcon={<FileUploadOutlined />}
        disabled={running || disabled}
        onClick={() => void exporter.start(ask)}
      >
        Export
      </Button>
      {running && <JobProgress name={name} state={job} onCancel={exporter.cancel} width={380} />}
    </>
  );
}

/** The export, for the page that shows it: how it ended is told once. */
export function useFileExport(exporter: FileExporter): Omit<FileExport, 'ended'> {
  const notify = useNotify();
  const { running, job, ended, notes } = exporter.use();
  useEffect(() => {
    if (ended === undefined) return;
    notify(ended);
    exporter.forgetEnded();
  }, [ended, exporter, notify]);
  return { running, job, notes };
}
