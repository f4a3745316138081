import Undo from '@mui/icons-material/Undo';
import { Box, Button, Chip, Typography } from '@mui/material';
import { useId, type ReactElement } from 'react';
import { formatCount } from '../../app/format.ts';
import { sessionReceipts, type SessionReceipt } from './session-receipts.ts';
import { useUndoReceipt } from './use-undo-receipt.ts';

/** Serials of a receipt that are written out. */
const SHOWN = 12;

/** The receipts of this window, the latest first, each with a way back. */
export function LastReceipts(): ReactElement | null {
  const receipts = sessionReceipts.use();
  const undo = useUndoReceipt();
  const id = useId();
  if (receipts.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ pb: 0.5 }}>
        Received in this session
      </Typography>
      <Box
        component="ul"
        aria-label="Receipts, the last one first"
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
        {receipts.map((receipt, index) => (
          <Box
            key={receipt.actionId}
            component="li"
            sx={{
              display: 'flex',
              alignItems: 'flex-start',
              gap: 1.5,
              px: 1.5,
              py: 0.75,
              borderTop: index === 0 ? 0 : 1,
              borderColor: 'divider',
            }}
          >
            <Typography variant="body2" color="textSecondary" sx={{ pt: 0.25 }}>
              {clock.format(new Date(receipt.at))}
            </Typography>
            <Box sx={{ flex: 1, minWidth: 0, pt: 0.25 }}>
              <Typography
                variant="body2"
                sx={{ fontWeight: 600, textDecoration: receipt.undone ? 'line-through' : 'none' }}
              >
                {receipt.what}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {[receipt.document, receipt.place].filter((part) => part !== '').join(' · ')}
              </Typography>
              {receipt.serials.length > 0 && (
                <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
                  {serialWords(receipt)}
                </Typography>
              )}
              {receipt.notices.slice(0, SHOWN).map((notice) => (
                <Typography key={notice} variant="body2" color="warning">
                  {notice}
                </Typography>
              ))}
            </Box>
            {receipt.undone ? (
              <Chip label="Taken back" variant="outlined" />
            ) : (
              <Button
                startIcon={<Undo />}
                aria-label={`Undo ${receipt.what}`}
                onClick={() => void undo(receipt.actionId)}
              >
                Undo
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function serialWords({ serials, generated }: SessionReceipt): string {
  const rest = serials.length - SHOWN;
  const listed = serials.slice(0, SHOWN).join(', ');
  const last = serials.at(-1) ?? '';
  return `${generated ? 'Numbers made: ' : 'Serial numbers: '}${listed}${rest > 0 ? ` and ${formatCount(rest)} more, the last one ${last}` : ''}`;
}
