import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { formatQuantity } from '../../app/format.ts';
import type { OrderLineState } from './order-values.ts';

const parts = [
  ['openWork', 'To pick'],
  ['picked', 'Picked'],
  ['packed', 'Packed'],
  ['shipped', 'Shipped'],
  ['inTransit', 'In transit'],
  ['received', 'Received'],
] as const;

/** How far a stored line is: its status, and the quantities in the inventory unit that make it. */
export function LineProgress({ line }: { readonly line: OrderLineState | undefined }): ReactElement {
  if (line === undefined)
    return (
      <Typography variant="caption" color="textSecondary">
        Not saved
      </Typography>
    );
  const { progress, status } = line;
  const said = parts
    .filter(([part]) => progress[part] > 0)
    .map(([part, label]) => `${label} ${formatQuantity(progress[part])}`);
  const of = said.length === 0 ? '' : ` of ${formatQuantity(progress.ordered)}`;
  return (
    <Box sx={{ pt: 0.75, lineHeight: 1.35 }}>
      <Typography variant="caption" component="div" sx={{ fontWeight: 600 }}>
        {status}
      </Typography>
      <Typography variant="caption" component="div" color="textSecondary">
        {`${said.join(' · ')}${of}`}
      </Typography>
    </Box>
  );
}
