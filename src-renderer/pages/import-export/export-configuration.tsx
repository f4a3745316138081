import {
  Alert,
  Button,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormLabel,
  InputLabel,
  MenuItem,
  Select,
  Stack,
  Typography,
} from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import {
  configurationFormatLabels,
  configurationFormats,
  configurationListInfo,
  firstLists,
  listsOfFormat,
  packageForms,
  type ConfigurationFormat,
  type ConfigurationListKey,
  type PackageForm,
} from '../../../src-main/domain/configuration-content.ts';
import { apiClient } from '../../api/client.ts';
import { useFileExport } from '../../app/file-export-button.tsx';
import { configurationExporter } from '../../app/configuration-exporter.ts';
import { JobProgress } from '../../app/job-progress.tsx';
import { Section } from '../../form/section.tsx';

const notes: Readonly<Record<ConfigurationFormat, string>> = {
  json: 'For this app and for version control: importing it gives the same setup back.',
  csv: 'For the entities of Dynamics 365, one file each; several come in a zip file.',
  xlsx: 'To read, change and send back: a sheet a list, with choices and what a rule holds in grey.',
  package: 'For Data management of Dynamics 365: Import, source data format Package.',
};

/** The section Export configuration: lists of the setup as one file, in a format of choice. */
export function ExportConfiguration(): ReactElement {
  const id = useId();
  const [format, setFormat] = useState<ConfigurationFormat>('json');
  const [form, setForm] = useState<PackageForm>('EXCEL');
  const [chosen, setChosen] = useState<readonly ConfigurationListKey[]>(firstLists('json'));
  const { running, job, notes: told } = useFileExport(configurationExporter);
  const lists = listsOfFormat(format);
  const choose = (next: ConfigurationFormat): void => {
    setFormat(next);
    setChosen(firstLists(next));
  };
  return (
    <Section title="Export configuration" remember="export-configuration">
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        Writes what is chosen here into one file; lists without an entry are left out. On-hand is exported on
        its own page, as filtered there.
      </Typography>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        <FormControl sx={{ width: 280 }}>
          <InputLabel id={`${id}-label`}>Format</InputLabel>
          <Select<ConfigurationFormat>
            id={`${id}-format`}
            labelId={`${id}-label`}
            label="Format"
            value={format}
            aria-describedby={`${id}-note`}
            onChange={({ target }) => choose(target.value)}
          >
            {configurationFormats.map((one) => (
              <MenuItem key={one} value={one}>
                {configurationFormatLabels[one]}
              </MenuItem>
            ))}
          </Select>
        </FormControl>
        {format === 'package' && (
          <FormControl sx={{ width: 160 }}>
            <InputLabel id={`${id}-form-label`}>Source data format</InputLabel>
            <Select<PackageForm>
              id={`${id}-form`}
              labelId={`${id}-form-label`}
              label="Source data format"
              value={form}
              onChange={({ target }) => setForm(target.value)}
            >
              {packageForms.map((one) => (
                <MenuItem key={one} value={one}>
                  {one}
                </MenuItem>
              ))}
            </Select>
          </FormControl>
        )}
        <Typography id={`${id}-note`} variant="body2" color="textSecondary">
          {notes[format]}
        </Typography>
      </Stack>
      <FormControl component="fieldset" sx={{ mt: 1.5, display: 'block' }}>
        <FormLabel component="legend" sx={{ fontSize: '0.8125rem' }}>
          Lists
        </FormLabel>
        <FormGroup row>
          {lists.map((key) => (
            <FormControlLabel
              key={key}
              label={configurationListInfo[key].label}
              control={
                <Checkbox
                  checked={chosen.includes(key)}
                  onChange={(_, checked) =>
                    setChosen(lists.filter((one) => (one === key ? checked : chosen.includes(one))))
                  }
                />
              }
            />
          ))}
        </FormGroup>
      </FormControl>
      <Stack direction="row" spacing={1.5} sx={{ mt: 1, alignItems: 'center' }}>
        <Button
          variant="outlined"
          disabled={running || chosen.length === 0}
          onClick={() =>
            void configurationExporter.start(() =>
              apiClient.exports.configuration.mutate({ format, lists: [...chosen], form }),
            )
          }
        >
          Export
        </Button>
        {running && (
          <JobProgress name="Export" state={job} onCancel={configurationExporter.cancel} width={380} />
        )}
      </Stack>
      {told.map((note) => (
        <Alert key={note} severity="info" sx={{ mt: 1.5 }}>
          {note}
        </Alert>
      ))}
    </Section>
  );
}
