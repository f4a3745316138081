import { List, ListItem, ListItemButton, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type RefObject } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { PICK_ORDERS, type PickWork } from '../../../src-main/domain/pick.ts';
import { apiClient, trpc } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { OrderBox } from '../../form/order-box.tsx';
import { OrderList } from '../../form/order-list.tsx';
import { placeWords, withUnit } from './pick-words.ts';

/** Props of `PickOrders`. */
export interface PickOrdersProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** Id of the order whose work is shown. */
  readonly chosen: number | undefined;
  /** Its open work. */
  readonly work: readonly PickWork[];
  /** Id of the work at hand. */
  readonly atHand: number | undefined;
  readonly onOrder: (orderId: number) => void;
  readonly onWork: (workId: number) => void;
}

/** Open work by order: a box for an order number, and the steps of the order that is chosen. */
export function PickOrders(props: PickOrdersProps): ReactElement {
  const { inputRef, chosen, work, atHand, onOrder, onWork } = props;
  const [text, setText] = useState('');
  const { data: orders, error } = useQuery({
    ...trpc.pick.orders.queryOptions({ search: cleanText(text) }),
    placeholderData: keepPreviousData,
  });
  const order = orders?.find(({ id }) => id === chosen);
  return (
    <OrderList
      heading="Open work"
      label="Orders with open work"
      side="left"
      width={320}
      box={
        <OrderBox
          inputRef={inputRef}
          find={(search) => apiClient.pick.orders.query({ search })}
          noneFor={(wanted) =>
            wanted === '' ? 'There is no open work.' : `There is no open work for ${wanted}.`
          }
          onText={setText}
          onOrder={(orderId) => {
            onOrder(orderId);
            return true;
          }}
        />
      }
      orders={orders}
      error={error}
      chosen={chosen}
      waiting={({ steps }) => [
        steps === 0 ? 'picked, not packed' : `${formatCount(steps)} ${steps === 1 ? 'step' : 'steps'}`,
      ]}
      nothing={
        text === ''
          ? 'Nothing waits to be picked. Release a sales or transfer order on the page Orders.'
          : 'No order with open work has this in its number.'
      }
      more={
        orders !== undefined && orders.length >= PICK_ORDERS
          ? `The first ${PICK_ORDERS} are shown; type a number for others.`
          : undefined
      }
      onChoose={onOrder}
      below={
        order !== undefined &&
        work.length > 0 && <WorkOfOrder order={order.number} work={work} atHand={atHand} onWork={onWork} />
      }
    />
  );
}

function WorkOfOrder(
  props: Pick<PickOrdersProps, 'work' | 'atHand' | 'onWork'> & { readonly order: string },
): ReactElement {
  const { order, work, atHand, onWork } = props;
  return (
    <List disablePadding aria-label={`Work of ${order}`}>
      {work.map((one) => (
        <ListItem key={one.id} disablePadding>
          <ListItemButton
            aria-current={one.id === atHand ? 'step' : undefined}
            onClick={() => onWork(one.id)}
            sx={{
              display: 'block',
              pl: 3,
              pr: 2,
              py: 0.25,
              borderLeft: 3,
              borderColor: one.id === atHand ? 'primary.main' : 'transparent',
            }}
          >
            <Typography variant="body2" noWrap>
              {placeWords(one)}
            </Typography>
            <Typography variant="caption" color="textSecondary" noWrap component="p">
              {`${withUnit(one.remaining, one.inventoryUnit)} of ${one.itemNumber}`}
            </Typography>
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  );
}
