import { Box, Chip, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { Container, ContainerLine } from '../../../src-main/domain/pack.ts';

/** The serials of a container's line, as far as they are listed. */
export function SerialsOfLine({
  container,
  line,
}: {
  readonly container: Container;
  readonly line: ContainerLine;
}): ReactElement | null {
  const rows = container.rows.filter(
    ({ orderLineId, serialNumber, notReadable }) =>
      orderLineId === line.orderLineId && (serialNumber !== '' || notReadable),
  );
  if (rows.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={`Serial numbers of line ${line.lineNumber}`}
      // It scrolls, so the keyboard must get to it.
      tabIndex={0}
      sx={{
        listStyle: 'none',
        m: 0,
        mt: 0.25,
        mb: 0.5,
        p: 0,
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.25,
        maxHeight: 130,
        overflow: 'auto',
      }}
    >
      {rows.map(({ stockId, serialNumber, notReadable }) => (
        <Typography
          key={stockId}
          component="li"
          variant="body2"
          sx={{ fontFamily: 'ui-monospace, Consolas, monospace' }}
        >
          {notReadable ? <Chip label="Not readable" variant="outlined" /> : serialNumber}
        </Typography>
      ))}
    </Box>
  );
}
