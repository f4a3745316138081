import { Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { OnHandFilter } from '../../../src-main/domain/on-hand-query.ts';
import { trpc } from '../../api/client.ts';
import { Figure, Figures } from '../../app/figure.tsx';
import { formatCount, formatQuantity } from '../../app/format.ts';

/** The strip Totals: what the filter shows, added up. */
export function TotalsStrip({ filter }: { readonly filter: OnHandFilter }): ReactElement {
  const { data } = useQuery({
    ...trpc.onHand.totals.queryOptions({ filter: { ...filter, conditions: [...filter.conditions] } }),
    // The old figures stay until the new ones are there.
    placeholderData: keepPreviousData,
  });
  return (
    <Box role="group" aria-label="Totals" sx={{ px: 2.5, py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <Figures>
        <Figure label="Rows" value={data === undefined ? '' : formatCount(data.rows)} />
        <Figure label="Quantity" value={data === undefined ? '' : formatQuantity(data.quantity)} />
        <Figure label="Blank quantity" value={data === undefined ? '' : formatQuantity(data.blankQuantity)} />
      </Figures>
    </Box>
  );
}
