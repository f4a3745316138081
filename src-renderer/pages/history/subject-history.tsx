import { Button, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { Link as RouterLink } from 'react-router';
import type { HistoryEvent, HistoryKind } from '../../../src-main/domain/history.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { useNotify } from '../../app/notifications.tsx';
import { formatTime } from '../on-hand/format-time.ts';
import { canRestore, doorLabels, eventGist } from './event-words.ts';
import { everyEvent, writeHistoryFilter } from './history-filter.ts';
import { useRestore } from './use-restore.ts';

/** Events that the section shows; the page History has all of them. */
const SHOWN = 10;

/** Props of `SubjectHistory`. */
export interface SubjectHistoryProps {
  readonly kind: HistoryKind;
  /** What the history knows the thing by; undefined for one that is not saved yet. */
  readonly subject: string | undefined;
  /** The form has changes that a restored version would collide with. */
  readonly dirty?: boolean;
}

/** The latest events of one thing, each with the way back to it. */
export function SubjectHistory({ kind, subject, dirty = false }: SubjectHistoryProps): ReactElement {
  const query = subject === undefined ? skipToken : { kind, subject, limit: SHOWN };
  const { data, error } = useQuery(trpc.history.list.queryOptions(query));
  const notify = useNotify();
  const restore = useRestore((text) => notify({ severity: 'error', text }));
  const [working, setWorking] = useState(false);
  const id = useId();
  if (subject === undefined)
    return <Typography variant="body2">It begins when the group is saved.</Typography>;
  if (error !== null) return <Typography color="error">{problemOf(error).sentence}</Typography>;
  const events = data?.events ?? [];
  const restoreTo = async (event: HistoryEvent): Promise<void> => {
    setWorking(true);
    await restore(event, 'after');
    setWorking(false);
  };
  return (
    <>
      <Table size="small" aria-label="History" sx={{ maxWidth: 1040 }}>
        <TableHead>
          <TableRow>
            {['When', 'User', 'Door', 'What changed', 'Version'].map((heading) => (
              <TableCell key={heading} component="th" scope="col">
                {heading}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {events.map((event, index) => (
            <TableRow key={event.id}>
              <TableCell id={`${id}-${event.id}`} sx={{ whiteSpace: 'nowrap' }}>
                {formatTime(event.at, new Date())}
              </TableCell>
              <TableCell>{event.user}</TableCell>
              <TableCell>{doorLabels[event.door]}</TableCell>
              <TableCell>
                {eventGist(event)}
                {event.note !== '' && (
                  <Typography variant="caption" color="textSecondary" component="p">
                    {event.note}
                  </Typography>
                )}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap', py: 0 }}>
                {index === 0 ? (
                  'Current'
                ) : canRestore(event, 'after') ? (
                  <Button
                    disabled={dirty || working}
                    aria-describedby={`${id}-${event.id}`}
                    onClick={() => void restoreTo(event)}
                  >
                    Restore this version
                  </Button>
                ) : null}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {dirty && 'Save or discard your changes before you restore a version. '}
        <Link
          component={RouterLink}
          to={`/history?${writeHistoryFilter({ ...everyEvent, kind, subject }).toString()}`}
        >
          Show them in History
        </Link>
      </Typography>
    </>
  );
}
