import FileUploadOutlined from '@mui/icons-material/FileUploadOutlined';
import { Button, Divider, Menu, MenuItem } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import {
  configurationFormatLabels,
  configurationFormats,
  type ConfigurationFormat,
} from '../../../src-main/domain/configuration-content.ts';
import type { TrackingDimensionGroup } from '../../../src-main/domain/tracking-dimension-group.ts';
import { apiClient } from '../../api/client.ts';
import { configurationExporter } from '../../app/configuration-exporter.ts';
import { useFileExport } from '../../app/file-export-button.tsx';

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
  const { running } = useFileExport(configurationExporter);
  const write = (format: ConfigurationFormat, groups?: number[]): void =>
    void configurationExporter.start(() =>
      apiClient.exports.configuration.mutate({ format, lists: ['groups'], ...(groups && { groups }) }),
    );
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        id={id}
        startIcon={<FileUploadOutlined />}
        disabled={disabled || running}
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
          configurationFormats.map((format) => (
            <MenuItem
              key={format}
              onClick={() => {
                close();
                write(format, [group.id]);
              }}
            >
              {`${group.name} as ${configurationFormatLabels[format]}`}
            </MenuItem>
          ))}
        {group !== undefined && <Divider />}
        {configurationFormats.map((format) => (
          <MenuItem
            key={format}
            onClick={() => {
              close();
              write(format);
            }}
          >
            {`All groups as ${configurationFormatLabels[format]}`}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
