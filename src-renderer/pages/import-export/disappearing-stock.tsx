import { Alert, AlertTitle, Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { Disappearing } from '../../../src-main/domain/import-preview.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';

/** Names the stock that an on-hand file no longer has, and that applying it would take away. */
export function DisappearingStock(props: {
  readonly fileName: string;
  readonly stock: Disappearing;
}): ReactElement | null {
  const { fileName, stock } = props;
  const { rows, quantity, examples } = stock;
  if (rows === 0) return null;
  const more = rows - examples.length;
  return (
    <Alert severity="warning">
      <AlertTitle>
        {rows === 1
          ? `1 row with quantity ${formatQuantity(quantity)} will disappear`
          : `${formatCount(rows)} rows with quantity ${formatQuantity(quantity)} will disappear`}
      </AlertTitle>
      {`This stock is not in ${fileName}:`}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {examples.map((example, index) => (
          <li key={index}>{example}</li>
        ))}
        {more > 0 && <li>{`and ${formatCount(more)} more`}</li>}
      </Box>
    </Alert>
  );
}
