import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { StockException } from '../../../src-main/domain/stock-exception.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { useNotify } from '../../app/notifications.tsx';
import { RecordDialog } from '../on-hand/actions/serial-dialogs.tsx';
import { transactionsAddress } from '../transactions/transactions-filter.ts';

/** The actions of the page Exceptions, on the row that has the focus. */
export function ExceptionActions({
  row,
  onEnded,
}: {
  readonly row: StockException | undefined;
  /** The row is no exception any more. */
  readonly onEnded: () => void;
}): ReactElement {
  const [recording, setRecording] = useState<StockException>();
  const navigate = useNavigate();
  const notify = useNotify();
  const client = useQueryClient();
  const takeBack = async ({ eventId, itemNumber }: StockException): Promise<void> => {
    try {
      await apiClient.stock.reverse.mutate({ eventId });
      onEnded();
      notify({ severity: 'success', text: `The exception was taken back: ${itemNumber} is blank again.` });
    } catch (error) {
      notify({ severity: 'error', text: problemOf(error).sentence });
    }
    await client.invalidateQueries();
  };
  return (
    <>
      <Button disabled={row === undefined} onClick={() => setRecording(row)}>
        Record serial now
      </Button>
      <Button disabled={row === undefined} onClick={() => row !== undefined && void takeBack(row)}>
        Take back
      </Button>
      <Button
        disabled={row === undefined}
        onClick={() => row !== undefined && void navigate(transactionsAddress(row.itemNumber, ''))}
      >
        Transactions
      </Button>
      {recording !== undefined && (
        <RecordDialog
          row={{ ...recording, serialNumber: '', blank: false, notReadable: recording.reason }}
          onClose={() => setRecording(undefined)}
        />
      )}
    </>
  );
}
