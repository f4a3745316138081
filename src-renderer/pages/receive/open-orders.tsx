import { Box } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { RECEIVABLE_ORDERS } from '../../../src-main/domain/receive.ts';
import { trpc } from '../../api/client.ts';
import { OrderList } from '../../form/order-list.tsx';
import { SearchBox } from '../../form/search-box.tsx';

/** Orders of which something is left to receive. */
export function OpenOrders(props: {
  /** Id of the order that is open on the page. */
  readonly chosen: number | undefined;
  readonly onChoose: (orderId: number) => void;
}): ReactElement {
  const { chosen, onChoose } = props;
  const [search, setSearch] = useState('');
  const { data: orders, error } = useQuery({
    ...trpc.receive.orders.queryOptions({ search }),
    placeholderData: keepPreviousData,
  });
  return (
    <OrderList
      heading="Open orders"
      label="Orders with something to receive"
      side="right"
      width={300}
      box={
        <Box sx={{ '& > *': { width: '100% !important' } }}>
          <SearchBox label="Search open orders" value={search} onSearch={setSearch} />
        </Box>
      }
      orders={orders}
      error={error}
      chosen={chosen}
      waiting={({ openLines }) => [`${openLines} open ${openLines === 1 ? 'line' : 'lines'}`]}
      nothing={
        search === ''
          ? 'No order waits to be received. An item can be received without one: scan it.'
          : 'No open order has this in its number or name.'
      }
      more={
        orders !== undefined && orders.length >= RECEIVABLE_ORDERS
          ? `The newest ${RECEIVABLE_ORDERS} are shown; search for others.`
          : undefined
      }
      onChoose={onChoose}
    />
  );
}
