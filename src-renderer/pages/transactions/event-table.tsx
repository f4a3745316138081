import { Button, Chip, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactElement } from 'react';
import {
  inventoryEventKinds,
  isReversible,
  type TransactionEvent,
} from '../../../src-main/domain/inventory-event.ts';
import { formatTime } from '../on-hand/format-time.ts';
import { eventGist } from './event-gist.ts';

const headings = ['When', 'Event', 'Document', 'What happened', 'Reason', 'User'] as const;

/** The events of the ledger, the newest first, each with the way to take it back. */
export function EventTable({
  events,
  working,
  onReverse,
}: {
  readonly events: readonly TransactionEvent[];
  readonly working: boolean;
  readonly onReverse: (event: TransactionEvent) => void;
}): ReactElement {
  const now = new Date();
  return (
    <Table size="small" stickyHeader aria-label="Transactions">
      <TableHead>
        <TableRow>
          {headings.map((heading) => (
            <TableCell key={heading} component="th" scope="col">
              {heading}
            </TableCell>
          ))}
          <TableCell component="td" />
        </TableRow>
      </TableHead>
      <TableBody>
        {events.map((event) => (
          <TableRow key={event.id} hover>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatTime(event.at, now)}</TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {inventoryEventKinds[event.kind]}
              {event.reversedBy !== null && (
                <Chip label="Reversed" variant="outlined" size="small" sx={{ ml: 1, height: 18 }} />
              )}
            </TableCell>
            <TableCell>{event.document}</TableCell>
            <TableCell>{eventGist(event.lines, event.moreLines)}</TableCell>
            <TableCell>{event.reason}</TableCell>
            <TableCell>{event.user}</TableCell>
            <TableCell align="right" sx={{ py: 0 }}>
              {isReversible(event) && (
                <Button
                  size="small"
                  disabled={working}
                  aria-label={`Reverse ${inventoryEventKinds[event.kind]} ${event.id}`}
                  onClick={() => onReverse(event)}
                >
                  Reverse
                </Button>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
