import { Alert, Box, Button, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import type { PackStation } from '../../../src-main/domain/pack.ts';
import { apiClient, problemOf, type ApiProblem } from '../../api/client.ts';
import { enterGoesOn, focusField } from '../../form/enter-goes-on.ts';
import { readPlaces, withPlace } from '../../form/remembered-places.ts';
import { StepField } from '../../form/step-field.tsx';
import { usePreference } from '../../grid/preference.ts';

/** Begins a container: its number, or none for the next of the desk's own, and the packing location. */
export function NewContainer(props: {
  readonly station: PackStation;
  /** Warehouse that the next units stand in. */
  readonly warehouse: string;
  readonly onOpened: (containerId: number) => void;
  /** Undefined where there is nothing to go back to. */
  readonly onCancel: (() => void) | undefined;
}): ReactElement {
  const { station, onOpened, onCancel } = props;
  const id = useId();
  const warehouses = [...new Set(station.lines.map((line) => line.warehouse))];
  const [kept, keep] = usePreference('pack.locations');
  const [number, setNumber] = useState('');
  const [warehouse, setWarehouse] = useState(props.warehouse);
  const [location, setLocation] = useState(readPlaces(kept)[props.warehouse] ?? '');
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => focusField(fields, 'number'), []);
  useEffect(() => {
    if (problem !== undefined) focusField(fields, problem.path);
  }, [problem]);
  const at = (path: string): string | undefined => (problem?.path === path ? problem.sentence : undefined);
  const open = async (): Promise<void> => {
    if (busy) return;
    if (cleanText(location) === '')
      return setProblem({ code: 'invalid', path: 'location', sentence: 'Write the packing location.' });
    setBusy(true);
    try {
      const made = await apiClient.pack.open.mutate({
        orderId: station.order.id,
        number,
        warehouse,
        location,
      });
      keep(withPlace(readPlaces(kept), warehouse, made.location));
      await client.invalidateQueries();
      onOpened(made.id);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 2 }}
    >
      <Typography id={id} variant="h2" sx={{ pb: 1.5 }}>
        New container
      </Typography>
      <Stack
        ref={fields}
        direction="row"
        spacing={1.5}
        sx={{ alignItems: 'flex-start', '& > *': { flex: 1 } }}
        onKeyDown={(event) => enterGoesOn(event, () => void open())}
      >
        <StepField
          label="Container number"
          name="number"
          value={number}
          onText={(text) => {
            setNumber(text);
            setProblem(undefined);
          }}
          problem={at('number')}
          help="Scan it, or leave it empty for the next number."
        />
        {warehouses.length > 1 && (
          <TextField
            select
            id={`${id}-warehouse`}
            label="Warehouse"
            value={warehouse}
            onChange={({ target }) => {
              setWarehouse(target.value);
              setLocation(readPlaces(kept)[target.value] ?? '');
            }}
            slotProps={{ inputLabel: { shrink: true } }}
          >
            {warehouses.map((name) => (
              <MenuItem key={name} value={name}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        )}
        <StepField
          label="Packing location"
          name="location"
          value={location}
          onText={(text) => {
            setLocation(text);
            setProblem(undefined);
          }}
          problem={at('location')}
          help={warehouse === '' ? ' ' : `in warehouse ${warehouse}`}
        />
      </Stack>
      {problem !== undefined && !['number', 'location'].includes(problem.path) && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {problem.sentence}
        </Alert>
      )}
      <Stack direction="row" spacing={1} sx={{ pt: 1 }}>
        <Button variant="contained" loading={busy} onClick={() => void open()}>
          Open container
        </Button>
        {onCancel !== undefined && (
          <Button color="inherit" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Stack>
    </Box>
  );
}
