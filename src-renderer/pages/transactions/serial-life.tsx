import { Box, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { inventoryEventKinds, type TransactionEvent } from '../../../src-main/domain/inventory-event.ts';
import { formatTime } from '../on-hand/format-time.ts';
import { placeWords } from './event-gist.ts';

/** The whole life of one serial as a picture: what happened to it and stands, from the first event to the last. */
export function SerialLife({
  serial,
  events,
}: {
  readonly serial: string;
  /** The newest first, as they are listed. */
  readonly events: readonly TransactionEvent[];
}): ReactElement | null {
  const id = useId();
  const stands = events
    .filter(({ reversedBy, kind }) => reversedBy === null && kind !== 'reversal')
    .toReversed();
  if (stands.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id} sx={{ px: 2.5, py: 1.5 }}>
      <Typography id={id} variant="h2" gutterBottom>
        {`Life of ${serial}`}
      </Typography>
      <Box
        component="ol"
        aria-labelledby={id}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, m: 0, p: 0, listStyle: 'none' }}
      >
        {stands.map((event, index) => (
          <Box
            component="li"
            key={event.id}
            aria-current={index === stands.length - 1 ? 'step' : undefined}
            sx={{
              borderLeft: 4,
              borderColor: index === stands.length - 1 ? 'primary.main' : 'divider',
              pl: 1,
              pr: 2,
              minWidth: 120,
            }}
          >
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {inventoryEventKinds[event.kind]}
            </Typography>
            <Typography variant="caption" component="p" color="textSecondary">
              {formatTime(event.at, new Date())}
              {event.document !== '' && ` · ${event.document}`}
            </Typography>
            <Typography variant="caption" component="p" color="textSecondary">
              {placeWords(event.lines.find(({ quantity }) => quantity > 0) ?? event.lines[0])}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
