import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined';
import { Button, Divider, Menu, MenuItem } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import type { TrackingDimensionGroup } from '../../../src-main/domain/tracking-dimension-group.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { startDownload } from '../../api/download.ts';
import { useNotify } from '../../app/notifications.tsx';

const formats = [
  { format: 'json', label: 'JSON' },
  { format: 'csv', label: 'CSV (Dynamics 365)' },
] as const;

/** Props of `ExportMenu`. */
export interface ExportMenuProps {
  /** The stored group that is shown, if any. */
  readonly group: TrackingDimensionGroup | undefined;
  readonly disabled: boolean;
}

/** Writes the group that is shown, or all groups, to a file. */
export function ExportMenu({ group, disabled }: ExportMenuProps): ReactElement {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const notify = useNotify();
  const { mutate } = useMutation(
    trpc.exports.configuration.mutationOptions({
      onSuccess: ({ downloadId, fileName }) => {
        startDownload(downloadId);
        notify({ severity: 'success', text: `Exported ${fileName}.` });
      },
      onError: (error) => notify({ severity: 'error', text: problemOf(error).sentence }),
    }),
  );
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        id={id}
        startIcon={<FileUploadOutlined />}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        Export
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ list: { 'aria-labelledby': id } }}
      >
        {group !== undefined &&
          formats.map(({ format, label }) => (
            <MenuItem
              key={format}
              onClick={() => {
                close();
                mutate({ format, groups: [group.id] });
              }}
            >
              {`${group.name} as ${label}`}
            </MenuItem>
          ))}
        {group !== undefined && <Divider />}
        {formats.map(({ format, label }) => (
          <MenuItem
            key={format}
            onClick={() => {
              close();
              mutate({ format });
            }}
          >
            {`All groups as ${label}`}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
