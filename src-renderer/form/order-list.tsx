import { Box, List, ListItem, ListItemButton, Typography } from '@mui/material';
import { useId, type ReactElement, type ReactNode } from 'react';
import { problemOf } from '../api/client.ts';

/** What a list says of an order. */
interface ListedOrder {
  readonly id: number;
  readonly number: string;
  readonly kind: string;
  readonly name: string;
}

/** Props of `OrderList`. */
export interface OrderListProps<Order extends ListedOrder> {
  readonly heading: string;
  /** Accessible name of the list itself. */
  readonly label: string;
  readonly side: 'left' | 'right';
  /** In pixels. */
  readonly width: number;
  /** The box above the list that finds or takes an order. */
  readonly box: ReactNode;
  /** Undefined until the first answer. */
  readonly orders: readonly Order[] | undefined;
  readonly error: unknown;
  /** Id of the order that is open on the page. */
  readonly chosen: number | undefined;
  /** What waits of an order, behind its kind and name. */
  readonly waiting: (order: Order) => readonly string[];
  /** What is said where no order is there. */
  readonly nothing: string;
  /** What is said where there may be more orders than are shown; undefined otherwise. */
  readonly more: string | undefined;
  readonly onChoose: (orderId: number) => void;
  /** What is shown below the order that is open on the page. */
  readonly below?: ReactNode;
}

/** The orders that wait at a page of the warehouse, beside the one that is worked on. */
export function OrderList<Order extends ListedOrder>(props: OrderListProps<Order>): ReactElement {
  const { heading, label, side, width, box, orders, error, chosen, waiting, nothing, more } = props;
  const { onChoose, below } = props;
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        width,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        [side === 'left' ? 'borderRight' : 'borderLeft']: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography id={id} variant="h2" sx={{ p: 2, pb: 1.5 }}>
        {heading}
      </Typography>
      <Box sx={{ px: 2, pb: 1 }}>{box}</Box>
      {error !== null && (
        <Typography variant="body2" color="error" role="alert" sx={{ px: 2 }}>
          {problemOf(error).sentence}
        </Typography>
      )}
      <List
        disablePadding
        aria-label={label}
        sx={{ flex: orders?.length === 0 ? 'none' : 1, overflow: 'auto' }}
      >
        {orders?.map((order) => (
          <ListItem key={order.id} disablePadding sx={{ display: 'block' }}>
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
                {[order.kind, order.name, ...waiting(order)].filter((part) => part !== '').join(' · ')}
              </Typography>
            </ListItemButton>
            {order.id === chosen && below}
          </ListItem>
        ))}
      </List>
      {orders?.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 2, flex: 1 }}>
          {nothing}
        </Typography>
      )}
      {more !== undefined && (
        <Typography variant="caption" color="textSecondary" sx={{ px: 2, py: 0.5 }}>
          {more}
        </Typography>
      )}
    </Box>
  );
}
