import { Alert, Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { ReceiptNeeds } from '../../../src-main/domain/receive.ts';
import { formatCount } from '../../app/format.ts';

/** Says what receiving asks, and shows the serials that arrive with a transfer or that a return may give back. */
export function WhatIsAsked({ needs }: { readonly needs: ReceiptNeeds }): ReactElement {
  const { sentence, serials, serialCount, blankUnits, document } = needs;
  const title = document === 'transfer' ? 'Shipped serial numbers' : 'Serial numbers that the order shipped';
  return (
    <>
      <Alert severity="info" icon={false} role="status" sx={{ py: 0 }}>
        {sentence}
      </Alert>
      {serialCount > 0 && (
        <Box component="section" aria-label={title}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {`${title} (${formatCount(serialCount)})`}
          </Typography>
          <Box
            component="ul"
            aria-label={title}
            // It scrolls, so the keyboard must get to it.
            tabIndex={0}
            sx={{
              listStyle: 'none',
              m: 0,
              mt: 0.5,
              p: 1,
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
              rowGap: 0.25,
              maxHeight: 120,
              overflow: 'auto',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
            }}
          >
            {serials.map((serial) => (
              <Typography
                key={serial}
                component="li"
                variant="body2"
                sx={{ fontFamily: 'ui-monospace, Consolas, monospace' }}
              >
                {serial}
              </Typography>
            ))}
          </Box>
          {serialCount > serials.length && (
            <Typography variant="caption" color="textSecondary">
              {`The first ${formatCount(serials.length)} are shown.`}
            </Typography>
          )}
        </Box>
      )}
      {document === 'transfer' && blankUnits > 0 && (
        <Typography variant="body2" color="textSecondary">
          {`${formatCount(blankUnits)} ${blankUnits === 1 ? 'unit is' : 'units are'} on the way without a serial number.`}
        </Typography>
      )}
    </>
  );
}
