import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import type { WorklistFormat } from '../../../src-main/domain/gap-worklist.ts';
import { apiClient } from '../../api/client.ts';
import { createFileExporter } from '../../app/file-export.ts';
import { useFileExport } from '../../app/file-export-button.tsx';
import { JobProgress } from '../../app/job-progress.tsx';
import { scopeOf } from './gaps-view.ts';

const exporter = createFileExporter();

const formats: readonly { readonly format: WorklistFormat; readonly label: string }[] = [
  { format: 'xlsx', label: 'Worklist to Excel' },
  { format: 'csv', label: 'Worklist to CSV' },
];

/** The button **Export**: writes the gaps as a list to work through, and shows how far it is. */
export function WorklistButton(props: {
  readonly warehouse: string | undefined;
  readonly disabled: boolean;
}): ReactElement {
  const { warehouse, disabled } = props;
  const { running, job } = useFileExport(exporter);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const start = (format: WorklistFormat): void => {
    setAnchor(null);
    void exporter.start(() => apiClient.exports.gaps.mutate({ format, ...scopeOf(warehouse) }));
  };
  return (
    <>
      <Button
        id={id}
        startIcon={<FileUploadOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        disabled={running || disabled}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        Export
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': id } }}
      >
        {formats.map(({ format, label }) => (
          <MenuItem key={format} onClick={() => start(format)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      {running && (
        <JobProgress name="Exporting the worklist" state={job} onCancel={exporter.cancel} width={320} />
      )}
    </>
  );
}
