import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { pickedWords, placeWords, withUnit } from './pick-words.ts';
import { ReduceDialog } from './reduce-dialog.tsx';

/** What is picked for an order and not packed yet, each line with the way back. */
export function PickedLines({ orderId }: { readonly orderId: number }): ReactElement | null {
  const id = useId();
  const { data: lines } = useQuery(trpc.pick.picked.queryOptions({ orderId }));
  const [reducing, setReducing] = useState<number>();
  const line = lines?.find(({ orderLineId }) => orderLineId === reducing);
  if (lines === undefined || lines.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ pb: 0.5 }}>
        Picked
      </Typography>
      <Box
        component="ul"
        aria-label="Picked, not packed"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
        }}
      >
        {lines.map((one, index) => (
          <Box
            key={one.orderLineId}
            component="li"
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.5,
              px: 1.5,
              py: 0.75,
              borderTop: index === 0 ? 0 : 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {`${withUnit(one.quantity, one.inventoryUnit)} of ${one.itemNumber}${one.itemName === '' ? '' : ` ${one.itemName}`}`}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {[
                  `Line ${one.lineNumber}`,
                  `${placeWords(one)}${one.otherPlaces > 0 ? ` and ${formatCount(one.otherPlaces)} more` : ''}`,
                  pickedWords(one),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Typography>
            </Box>
            <Button
              onClick={() => setReducing(one.orderLineId)}
              aria-description={`Line ${one.lineNumber}, ${one.itemNumber}`}
            >
              Reduce picked quantity
            </Button>
          </Box>
        ))}
      </Box>
      {line !== undefined && <ReduceDialog line={line} onClose={() => setReducing(undefined)} />}
    </Box>
  );
}
