import { Box, Button, FormControl, InputLabel, MenuItem, Select, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { apiClient, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { ClearDialog } from './clear-dialog.tsx';
import { ClearedNote, type Cleared } from './cleared-note.tsx';

/** Takes away the on-hand of one warehouse, after a question and a backup. */
export function ClearWarehouse(): ReactElement {
  const id = useId();
  const warehouses = useQuery(trpc.maintenance.warehouses.queryOptions());
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [cleared, setCleared] = useState<{ readonly what: string; readonly result: Cleared }>();
  const selected = warehouses.data?.find(({ warehouse }) => warehouse === chosen);
  const none = warehouses.data?.length === 0;
  return (
    <>
      <Typography variant="body2" color="textSecondary">
        {none
          ? 'No warehouse has on-hand.'
          : 'Takes away all on-hand rows of one warehouse, as if they had never been imported. Groups and items stay.'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <FormControl disabled={none || warehouses.data === undefined} sx={{ width: 280 }}>
          <InputLabel id={`${id}-label`}>Warehouse</InputLabel>
          <Select
            id={`${id}-select`}
            labelId={`${id}-label`}
            label="Warehouse"
            value={selected === undefined ? '' : keyOf(selected.warehouse)}
            onChange={({ target }) => setChosen(target.value.slice(1))}
          >
            {warehouses.data?.map(({ warehouse, rows }) => (
              <MenuItem key={warehouse} value={keyOf(warehouse)}>
                {`${nameOf(warehouse)} (${rowsOf(rows)})`}
              </MenuItem>
            ))}
          </Select>
        </FormControl>
        <Button
          variant="outlined"
          color="error"
          disabled={selected === undefined}
          onClick={() => setAsking(true)}
        >
          Clear on-hand
        </Button>
      </Box>
      {selected !== undefined && (
        <ClearDialog
          open={asking}
          title={`Clear the on-hand of ${nameOf(selected.warehouse)}?`}
          text={`${rowsOf(selected.rows)} of on-hand will be taken away. A backup of the data file is made first.`}
          action="Clear on-hand"
          onClear={async () => apiClient.maintenance.clearWarehouse.mutate({ warehouse: selected.warehouse })}
          onCleared={(result) => setCleared({ what: nameOf(selected.warehouse), result })}
          onClose={() => setAsking(false)}
        />
      )}
      {cleared !== undefined && (
        <ClearedNote
          text={`${rowsOf(cleared.result.rows)} of ${cleared.what} taken away.`}
          backup={cleared.result.backup}
        />
      )}
    </>
  );
}

/** MUI takes an empty value for none; on-hand without a warehouse has one all the same. */
function keyOf(warehouse: string): string {
  return `=${warehouse}`;
}

function nameOf(warehouse: string): string {
  return warehouse === '' ? 'no warehouse' : `warehouse ${warehouse}`;
}

function rowsOf(rows: number): string {
  return rows === 1 ? '1 row' : `${formatCount(rows)} rows`;
}
