import { Box, Stack, TextField, Typography } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { decidePattern, patternName, type LocationPattern } from '../../../src-main/domain/location-stage.ts';

/** Says which stage a location would have, and which pattern decides. */
export function TestLocation({ patterns }: { readonly patterns: readonly LocationPattern[] }): ReactElement {
  const [warehouse, setWarehouse] = useState('');
  const [location, setLocation] = useState('');
  const place = { warehouse: cleanText(warehouse), location: cleanText(location) };
  return (
    <Box role="group" aria-label="Test a location">
      <Stack direction="row" spacing={1.5} sx={{ pt: 0.75 }}>
        {[
          { label: 'Warehouse', value: warehouse, set: setWarehouse, flex: 1 },
          { label: 'Location', value: location, set: setLocation, flex: 2 },
        ].map(({ label, value, set, flex }) => (
          <TextField
            key={label}
            label={label}
            value={value}
            onChange={({ target }) => set(target.value)}
            autoComplete="off"
            sx={{ flex }}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { spellCheck: false } }}
          />
        ))}
      </Stack>
      <Typography variant="body2" role="status" sx={{ mt: 1, minHeight: '1.5em' }}>
        {place.location === '' ? '' : answer(patterns, place)}
      </Typography>
    </Box>
  );
}

function answer(
  patterns: readonly LocationPattern[],
  { warehouse, location }: { readonly warehouse: string; readonly location: string },
): string {
  const decided = decidePattern(patterns)(warehouse, location);
  return decided === undefined
    ? 'Storage: no pattern fits.'
    : `${decided.stage}: ${patternName(decided)} decides.`;
}
