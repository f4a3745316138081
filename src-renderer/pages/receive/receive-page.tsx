import { Box, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import type { OpenOrder } from '../../../src-main/domain/receive.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { trpc } from '../../api/client.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { useOrderInAddress } from '../../app/use-order-in-address.ts';
import { LastReceipts } from './last-receipts.tsx';
import { OpenOrders } from './open-orders.tsx';
import { OrderLines } from './order-lines.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { sourceKey } from './receive-source.ts';
import { StartBox } from './start-box.tsx';
import { useReceiveStart } from './use-receive-start.ts';

const noEntries: readonly SerialEntry[] = [];

/** Receiving: an order line or an item, how much, where to, and its serials where the policy asks for them. */
export function ReceivePage(): ReactElement {
  const [orderId, setOrderId] = useOrderInAddress();
  const { data } = useQuery({
    ...trpc.receive.order.queryOptions({ orderId: orderId ?? 1 }),
    enabled: orderId !== undefined,
  });
  const open = orderId === undefined ? undefined : data;
  const [entries, setEntries] = useState(noEntries);
  const startBox = useRef<HTMLInputElement>(null);
  const start = useReceiveStart({
    orderId,
    setOrderId,
    open,
    entered: entries.length,
    onChanged: () => setEntries(noEntries),
  });
  const { source } = start;
  useUnsavedChanges(entries.length > 0);
  usePageCommand('find', () => startBox.current?.select(), 'Go to the box for an order or an item');
  const end = (): void => {
    start.end();
    startBox.current?.focus();
  };
  return (
    <PageFrame title="Receive">
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2.5 }}>
          <Stack spacing={2} sx={{ maxWidth: 900 }}>
            <StartBox
              inputRef={startBox}
              problem={start.problem}
              meanings={start.meanings}
              hint={hintOf(open)}
              onScan={start.scan}
            />
            {open !== undefined && (
              <OrderLines
                open={open}
                chosen={source?.kind === 'line' ? source.line.id : undefined}
                onChoose={(line) => start.chooseLine(open, line)}
                onClose={() => {
                  start.chooseOrder(undefined);
                  startBox.current?.focus();
                }}
              />
            )}
            {source !== undefined && (
              <ReceiptForm
                key={sourceKey(source)}
                source={source}
                turn={start.turn}
                entries={entries}
                onEntries={setEntries}
                onReceived={end}
                onDiscard={end}
              />
            )}
            <LastReceipts />
          </Stack>
        </Box>
        <OpenOrders chosen={orderId} onChoose={start.chooseOrder} />
      </Box>
    </PageFrame>
  );
}

function hintOf(open: OpenOrder | undefined): string {
  if (open === undefined) return 'Scan or type the number of an order, or an item; Enter takes it.';
  const [next] = open.lines;
  return next === undefined
    ? 'Scan the next order or an item.'
    : `Scan an item of ${open.order.number}, or press Enter for line ${next.lineNumber}.`;
}
