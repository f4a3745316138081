import { Alert, Box, Button, Typography } from '@mui/material';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { inventoryEventKinds, type TransactionEvent } from '../../../src-main/domain/inventory-event.ts';
import { apiClient, problemOf } from '../../api/client.ts';
import { useNotify } from '../../app/notifications.tsx';
import { PageFrame } from '../../app/page-frame.tsx';
import { EventTable } from './event-table.tsx';
import { SerialLife } from './serial-life.tsx';
import { readTransactionsFilter, transactionsQuery, writeTransactionsFilter } from './transactions-filter.ts';
import { TransactionsFilters } from './transactions-filters.tsx';

/** Events that are fetched at once. */
const STRETCH = 100;

/** What happened to the stock, by item, serial and order: the serial's whole life, and the way back. */
export function TransactionsPage(): ReactElement {
  const [params, setParams] = useSearchParams();
  const filter = readTransactionsFilter(params);
  const notify = useNotify();
  const client = useQueryClient();
  const [working, setWorking] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ['transactions', filter],
    queryFn: ({ pageParam }) =>
      apiClient.stock.events.query({ ...transactionsQuery(filter), offset: pageParam, limit: STRETCH }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => (last.more ? all.length * STRETCH : undefined),
  });
  const events = pages.data?.pages.flatMap((page) => page.events) ?? [];
  const reverse = async ({ id, kind }: TransactionEvent): Promise<void> => {
    setWorking(true);
    try {
      await apiClient.stock.reverse.mutate({ eventId: id });
      await client.invalidateQueries();
      notify({ severity: 'success', text: `${inventoryEventKinds[kind]} was reversed.` });
    } catch (error) {
      notify({ severity: 'error', text: problemOf(error).sentence });
    } finally {
      setWorking(false);
    }
  };
  return (
    <PageFrame title="Transactions">
      <TransactionsFilters
        filter={filter}
        onChange={(next) => setParams(writeTransactionsFilter(next), { replace: true })}
      />
      {pages.error !== null && (
        <Alert severity="error" action={<Button onClick={() => void pages.refetch()}>Try again</Button>}>
          {problemOf(pages.error).sentence}
        </Alert>
      )}
      {filter.serial !== '' && !pages.hasNextPage && <SerialLife serial={filter.serial} events={events} />}
      <Box tabIndex={0} role="region" aria-label="Events" sx={{ flex: 1, minHeight: 120, overflow: 'auto' }}>
        {events.length > 0 && (
          <EventTable events={events} working={working} onReverse={(event) => void reverse(event)} />
        )}
        {pages.isSuccess && events.length === 0 && (
          <Typography color="textSecondary" sx={{ p: 4, textAlign: 'center' }}>
            {writeTransactionsFilter(filter).size > 0
              ? 'No event fits these filters.'
              : 'Nothing has happened to the stock yet. Receipts, picks, counts and imports will stand here.'}
          </Typography>
        )}
        {pages.hasNextPage && (
          <Button sx={{ m: 1.5 }} disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            Show older events
          </Button>
        )}
      </Box>
    </PageFrame>
  );
}
