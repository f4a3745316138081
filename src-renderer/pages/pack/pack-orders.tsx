import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type RefObject } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { PACK_ORDERS } from '../../../src-main/domain/pack.ts';
import { apiClient, trpc } from '../../api/client.ts';
import { formatQuantity } from '../../app/format.ts';
import { OrderBox } from '../../form/order-box.tsx';
import { OrderList } from '../../form/order-list.tsx';

/** Orders of which something is picked or packed, and a box for an order's number. */
export function PackOrders(props: {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly chosen: number | undefined;
  /** @returns whether the station can go to the order; it says why where not. */
  readonly onOrder: (orderId: number) => boolean;
}): ReactElement {
  const { inputRef, chosen, onOrder } = props;
  const [text, setText] = useState('');
  const { data: orders, error } = useQuery({
    ...trpc.pack.orders.queryOptions({ search: cleanText(text) }),
    placeholderData: keepPreviousData,
  });
  return (
    <OrderList
      heading="Orders to pack"
      label="Orders with picked units"
      side="left"
      width={300}
      box={
        <OrderBox
          inputRef={inputRef}
          find={(search) => apiClient.pack.orders.query({ search })}
          noneFor={(wanted) =>
            wanted === '' ? 'Nothing is picked yet.' : `Nothing is picked for an order ${wanted}.`
          }
          onText={setText}
          onOrder={onOrder}
        />
      }
      orders={orders}
      error={error}
      chosen={chosen}
      waiting={({ picked, packed }) => [
        ...(picked > 0 ? [`${formatQuantity(picked)} to pack`] : []),
        ...(packed > 0 ? [`${formatQuantity(packed)} packed`] : []),
      ]}
      nothing={
        text === ''
          ? 'Nothing waits to be packed. What is picked on the page Pick appears here.'
          : 'No order with picked units has this in its number.'
      }
      more={
        orders !== undefined && orders.length >= PACK_ORDERS
          ? `The first ${PACK_ORDERS} are shown; type a number for others.`
          : undefined
      }
      onChoose={onOrder}
    />
  );
}
