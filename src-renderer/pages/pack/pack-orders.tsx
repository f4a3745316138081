import { Box, List, ListItem, ListItemButton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement, type RefObject } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import { PACK_ORDERS, type PackOrder } from '../../../src-main/domain/pack.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { formatQuantity } from '../../app/format.ts';
import { ScanField } from '../../form/scan-field.tsx';
import { counted } from './pack-words.ts';

/** Orders of which something is picked or packed, and a box for an order's number. */
export function PackOrders(props: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly chosen: number | undefined;
  /** @returns whether the station can go to the order; it says why where not. */
  readonly onOrder: (orderId: number) => boolean;
}): ReactElement {
  const { inputRef, chosen, onOrder } = props;
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const { data: orders, error } = useQuery({
    ...trpc.pack.orders.queryOptions({ search: cleanText(text) }),
    placeholderData: keepPreviousData,
  });
  const refuse = (sentence: string): false => {
    setProblem(sentence);
    return false;
  };
  const scan = async (scanned: string): Promise<boolean> => {
    const wanted = cleanText(scanned);
    try {
      const found = await apiClient.pack.orders.query({ search: wanted });
      const exact = found.find(({ number }) => nameKey(number) === nameKey(wanted));
      const order = exact ?? (found.length === 1 || wanted === '' ? found[0] : undefined);
      if (order !== undefined) return onOrder(order.id);
      return refuse(
        found.length > 0
          ? `${counted(found.length, 'order has', 'orders have')} ${wanted} in their number: choose one.`
          : wanted === ''
            ? 'Nothing is picked yet.'
            : `Nothing is picked for an order ${wanted}.`,
      );
    } catch (failed) {
      return refuse(problemOf(failed).sentence);
    }
  };
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
        borderRight: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography id={id} variant="h2" sx={{ p: 2, pb: 1.5 }}>
        Orders to pack
      </Typography>
      <Box sx={{ px: 2, pb: 1 }}>
        <ScanField
          label="Order"
          inputRef={inputRef}
          problem={problem}
          hint="Scan or type its number; Enter takes it."
          onScan={scan}
          onText={(next) => {
            setText(next);
            setProblem('');
          }}
        />
      </Box>
      {error !== null && (
        <Typography variant="body2" color="error" role="alert" sx={{ px: 2 }}>
          {problemOf(error).sentence}
        </Typography>
      )}
      <List disablePadding aria-label="Orders with picked units" sx={{ flex: 1, overflow: 'auto' }}>
        {orders?.map((order) => (
          <ListItem key={order.id} disablePadding>
            <ListItemButton
              selected={order.id === chosen}
              aria-current={order.id === chosen}
              onClick={() => onOrder(order.id)}
              sx={{ display: 'block', px: 2, py: 0.5 }}
            >
              <Typography variant="body2" noWrap sx={{ fontWeight: 600 }}>
                {order.number}
              </Typography>
              <Typography variant="caption" color="textSecondary" noWrap component="p">
                {orderWords(order)}
              </Typography>
            </ListItemButton>
          </ListItem>
        ))}
      </List>
      {orders?.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ px: 2, pb: 2, flex: 1 }}>
          {text === ''
            ? 'Nothing waits to be packed. What is picked on the page Pick appears here.'
            : 'No order with picked units has this in its number.'}
        </Typography>
      )}
      {orders !== undefined && orders.length >= PACK_ORDERS && (
        <Typography variant="caption" color="textSecondary" sx={{ px: 2, py: 0.5 }}>
          {`The first ${PACK_ORDERS} are shown; type a number for others.`}
        </Typography>
      )}
    </Box>
  );
}

function orderWords({ kind, name, picked, packed }: PackOrder): string {
  return [
    kind,
    name,
    ...(picked > 0 ? [`${formatQuantity(picked)} to pack`] : []),
    ...(packed > 0 ? [`${formatQuantity(packed)} packed`] : []),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
