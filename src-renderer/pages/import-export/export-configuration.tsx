import { Button, FormControl, InputLabel, MenuItem, Select, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { problemOf, trpc } from '../../api/client.ts';
import { startDownload } from '../../api/download.ts';
import { useNotify } from '../../app/notifications.tsx';
import { Section } from '../../form/section.tsx';

const formats = [
  {
    value: 'json',
    label: 'JSON',
    note: 'For this app and for version control: importing it gives the same groups and location stages back.',
  },
  {
    value: 'csv',
    label: 'CSV (Dynamics 365)',
    note: 'For the data entity Tracking dimension groups of Dynamics 365.',
  },
] as const;

type Format = (typeof formats)[number]['value'];

/** The section Export configuration: all tracking dimension groups as one file. */
export function ExportConfiguration(): ReactElement {
  const notify = useNotify();
  const id = useId();
  const [format, setFormat] = useState<Format>('json');
  const exporting = useMutation(
    trpc.exports.configuration.mutationOptions({
      onSuccess: ({ downloadId, fileName }) => {
        startDownload(downloadId);
        notify({ severity: 'success', text: `${fileName} was written.` });
      },
      onError: (error) => notify({ severity: 'error', text: problemOf(error).sentence }),
    }),
  );
  return (
    <Section title="Export configuration" remember="export-configuration">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        Writes all tracking dimension groups into one file, as JSON the location stages too. On-hand is
        exported on its own page, as filtered there.
      </Typography>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        <FormControl sx={{ width: 240 }}>
          <InputLabel id={`${id}-label`}>Format</InputLabel>
          <Select<Format>
            id={`${id}-format`}
            labelId={`${id}-label`}
            label="Format"
            value={format}
            aria-describedby={`${id}-note`}
            onChange={({ target }) => setFormat(target.value)}
          >
            {formats.map(({ value, label }) => (
              <MenuItem key={value} value={value}>
                {label}
              </MenuItem>
            ))}
          </Select>
        </FormControl>
        <Button variant="outlined" loading={exporting.isPending} onClick={() => exporting.mutate({ format })}>
          Export
        </Button>
        <Typography id={`${id}-note`} variant="body2" color="textSecondary">
          {formats.find(({ value }) => value === format)?.note}
        </Typography>
      </Stack>
    </Section>
  );
}
