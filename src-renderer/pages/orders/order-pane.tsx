import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { OrderInput } from '../../../src-main/domain/order.ts';
import { problemOf, trpc } from '../../api/client.ts';
import type { EditorState } from '../../form/groups/group-editor.tsx';
import { OrderEditor } from './order-editor.tsx';
import { inputOf, newLine, type Order } from './order-values.ts';

/** The right side of the page: the form of one order, or a word about why there is none. One for each opening. */
export function OrderPane(props: {
  /** Id of the stored order; undefined for a new one. */
  readonly id: number | undefined;
  /** The stored order as it is now, once it is known. */
  readonly order: Order | undefined;
  /** It does not exist any more. */
  readonly gone: boolean;
  readonly onState: (state: EditorState | undefined) => void;
  readonly onSaved: (order: Order) => void;
}): ReactElement {
  const { id, order, gone, onState, onSaved } = props;
  // What an edit starts from stays the same, whatever the list says later: the save compares with it.
  const [start, setStart] = useState<OrderInput>();
  const { data, error } = useQuery(
    trpc.orders.nextNumber.queryOptions(
      id === undefined && start === undefined ? { kind: 'Sales' } : skipToken,
      {
        gcTime: 0,
        staleTime: 0,
      },
    ),
  );
  if (start === undefined && id !== undefined && order !== undefined) setStart(inputOf(order));
  if (start === undefined && id === undefined && data !== undefined)
    setStart({ kind: 'Sales', number: data.number, name: '', lines: [newLine()] });
  if (gone)
    return (
      <Beside>
        <Typography>This order does not exist any more. Choose another one from the list.</Typography>
      </Beside>
    );
  if (error !== null)
    return (
      <Beside>
        <Alert severity="error">{problemOf(error).sentence}</Alert>
      </Beside>
    );
  if (start === undefined)
    return (
      <Beside>
        <LinearProgress aria-label="Loading the order" />
      </Beside>
    );
  return <OrderEditor start={start} order={order} onState={onState} onSaved={onSaved} />;
}

function Beside({ children }: { readonly children: ReactNode }): ReactElement {
  return <Box sx={{ flex: 1, p: 3 }}>{children}</Box>;
}
