import { Box, List, ListItem, ListItemButton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement } from 'react';
import { RECEIVABLE_ORDERS } from '../../../src-main/domain/receive.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { SearchBox } from '../../form/search-box.tsx';

/** Orders of which something is left to receive. */
export function OpenOrders(props: {
  /** Id of the order that is open on the page. */
  readonly chosen: number | undefined;
  readonly onChoose: (orderId: number) => void;
}): ReactElement {
  const { chosen, onChoose } = props;
  const id = useId();
  const [search, setSearch] = useState('');
  const { data: orders, error } = useQuery({
    ...trpc.receive.orders.queryOptions({ search }),
    placeholderData: keepPreviousData,
  });
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        width: 300,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography id={id} variant="h2" sx={{ px: 2, pt: 1.5, pb: 1 }}>
        Open orders
      </Typography>
      <Box sx={{ px: 2, pb: 1, '& > *': { width: '100% !important' } }}>
        <SearchBox label="Search open orders" value={search} onSearch={setSearch} />
      </Box>
      {error !== null && (
        <Typography variant="body2" color="error" role="alert" sx={{ px: 2 }}>
          {problemOf(error).sentence}
        </Typography>
      )}
      <List disablePadding aria-label="Orders with something to receive" sx={{ flex: 1, overflow: 'auto' }}>
        {orders?.map((order) => (
          <ListItem key={order.id} disablePadding>
            <ListItemButton
              selected={order.id === chosen}
              aria-current={order.id === chosen}
              onClick={() => onChoose(order.id)}
              sx={{ display: 'block', px: 2, py: 0.5 }}
            >
              <Typography variant="body2" noWrap sx={{ fontWeight: 600 }}>
                {order.number}
              </Typography>
              <Typography variant="caption" color="textSecondary" noWrap component="p">
                {[
                  order.kind,
                  order.name,
                  `${order.openLines} open ${order.openLines === 1 ? 'line' : 'lines'}`,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Typography>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
      {orders?.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 2, flex: 1 }}>
          {search === ''
            ? 'No order waits to be received. An item can be received without one: scan it.'
            : 'No open order has this in its number or name.'}
        </Typography>
      )}
      {orders !== undefined && orders.length >= RECEIVABLE_ORDERS && (
        <Typography variant="caption" color="textSecondary" sx={{ px: 2, py: 0.5 }}>
          {`The newest ${RECEIVABLE_ORDERS} are shown; search for others.`}
        </Typography>
      )}
    </Box>
  );
}
