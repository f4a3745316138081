import { Box, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { PickWork } from '../../../src-main/domain/pick.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { trpc } from '../../api/client.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { useOrderInAddress } from '../../app/use-order-in-address.ts';
import { AllPicked } from './all-picked.tsx';
import { PickOrders } from './pick-orders.tsx';
import { PickStep } from './pick-step.tsx';
import { PickedLines } from './picked-lines.tsx';
import type { Place } from './use-pick-step.ts';

const noEntries: readonly SerialEntry[] = [];
const noWork: readonly PickWork[] = [];

/** Picking: the open work of an order, step by step, with the serials that the policy asks for. */
export function PickPage(): ReactElement {
  const [orderId, setOrderId] = useOrderInAddress();
  const { data, isFetched } = useQuery({
    ...trpc.pick.work.queryOptions({ orderId: orderId ?? 1 }),
    enabled: orderId !== undefined,
  });
  const work = orderId === undefined ? noWork : (data ?? noWork);
  // The first of these that is still open is the step at hand.
  const [wanted, setWanted] = useState<readonly number[]>([]);
  const [entries, setEntries] = useState(noEntries);
  const [at, setAt] = useState<Place & Pick<PickWork, 'warehouse'>>();
  const [turn, setTurn] = useState(0);
  const orderBox = useRef<HTMLInputElement>(null);
  const step = stepAtHand(work, wanted);
  useUnsavedChanges(entries.length > 0);
  usePageCommand('find', () => orderBox.current?.select(), 'Go to the box for an order');
  const nothingAtHand = step === undefined && (orderId === undefined || isFetched);
  useEffect(() => {
    if (nothingAtHand) orderBox.current?.focus();
  }, [nothingAtHand]);

  const begin = (...steps: readonly number[]): void => {
    setWanted(steps);
    setEntries(noEntries);
    setTurn((now) => now + 1);
  };
  return (
    <PageFrame title="Pick">
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <PickOrders
          inputRef={orderBox}
          chosen={orderId}
          work={work}
          atHand={step?.id}
          onOrder={(next) => {
            setAt(undefined);
            setOrderId(next);
            begin();
          }}
          onWork={(id) => begin(id)}
        />
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2.5 }}>
          <Stack spacing={2.5} sx={{ maxWidth: 900 }}>
            {orderId === undefined && (
              <Typography color="textSecondary" role="status">
                Scan the number of an order, or press Enter for the first one with open work.
              </Typography>
            )}
            {orderId !== undefined && step === undefined && isFetched && <AllPicked orderId={orderId} />}
            {step !== undefined && (
              <PickStep
                key={`${step.id} ${step.remaining} ${turn}`}
                work={step}
                at={at}
                entries={entries}
                onEntries={setEntries}
                onPicked={(place, left) => {
                  setAt({ ...place, warehouse: step.warehouse });
                  const behind = work.slice(work.indexOf(step) + 1).map(({ id }) => id);
                  begin(...(left > 0 ? [step.id] : []), ...behind);
                }}
              />
            )}
            {orderId !== undefined && <PickedLines orderId={orderId} />}
          </Stack>
        </Box>
      </Box>
    </PageFrame>
  );
}

function stepAtHand(work: readonly PickWork[], wanted: readonly number[]): PickWork | undefined {
  const open = new Map(work.map((one) => [one.id, one]));
  for (const id of wanted) {
    const one = open.get(id);
    if (one !== undefined) return one;
  }
  return work[0];
}
