import { Box, Button, Checkbox, FormControlLabel, Paper, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { ImportPreview } from '../../../src-main/domain/import-preview.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { listAddress } from '../../app/confirmed-change.ts';
import { formatCount } from '../../app/format.ts';
import { useNotify } from '../../app/notifications.tsx';
import { WhatIfFigures } from '../../app/what-if-figures.tsx';
import { chooseSeen } from './import-session.ts';

/** What the configuration in an import would do to the stock, and the confirmation without which Apply waits. */
export function ImportWhatIf(props: {
  readonly importId: string;
  readonly whatIf: NonNullable<ImportPreview['whatIf']>;
  readonly seen: boolean;
}): ReactElement {
  const { importId, whatIf, seen } = props;
  const { rows } = whatIf;
  const id = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ p: 2 }}>
      <Typography id={id} variant="h2" gutterBottom>
        What this import would do to the stock
      </Typography>
      <Typography gutterBottom>
        This is what the groups, items and location stages of the files do to the stock that is here now,
        before any of their on-hand.
      </Typography>
      <WhatIfFigures preview={whatIf} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, mt: 1 }}>
        <FormControlLabel
          control={<Checkbox checked={seen} onChange={(_event, checked) => chooseSeen(checked)} />}
          label={
            rows === 1
              ? 'I have seen what this does to 1 row of stock'
              : `I have seen what this does to ${formatCount(rows)} rows of stock`
          }
        />
        <ShowAllRows importId={importId} />
      </Box>
    </Paper>
  );
}

function ShowAllRows({ importId }: { readonly importId: string }): ReactElement {
  const navigate = useNavigate();
  const notify = useNotify();
  const listing = useMutation(
    trpc.imports.listReached.mutationOptions({
      onSuccess: ({ list }) => void navigate(listAddress(list) ?? '/on-hand'),
      onError: (error) => notify({ severity: 'error', text: problemOf(error).sentence }),
    }),
  );
  return (
    <Button loading={listing.isPending} onClick={() => listing.mutate({ importId })}>
      Show all rows in On-hand
    </Button>
  );
}
