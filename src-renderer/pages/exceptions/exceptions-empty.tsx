import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import SearchOff from '@mui/icons-material/SearchOff';
import { Button, Stack, Typography } from '@mui/material';
import type { ReactElement } from 'react';

/** What stands in the grid while there is no exception to show. */
export function ExceptionsEmpty(props: {
  readonly filtered: boolean;
  readonly onClear: () => void;
}): ReactElement {
  const { filtered, onClear } = props;
  return (
    <Stack
      spacing={1.5}
      sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', p: 4, textAlign: 'center' }}
    >
      {filtered ? (
        <SearchOff sx={{ fontSize: 44, color: 'text.secondary' }} />
      ) : (
        <CheckCircleOutlined sx={{ fontSize: 44, color: 'text.secondary' }} />
      )}
      <Typography variant="h2">{filtered ? 'Nothing matches' : 'No exceptions'}</Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 460 }}>
        {filtered
          ? 'No exception meets all filters.'
          : 'No unit in stock is recorded as not readable or missing. Where a label cannot be read, Receive, Pick and Pack take “Not readable” with a reason instead of the serial number; the unit then stands here until somebody records its serial number.'}
      </Typography>
      {filtered && (
        <Button variant="contained" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </Stack>
  );
}
