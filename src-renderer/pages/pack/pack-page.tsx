import { Alert, Box, Stack, Typography } from '@mui/material';
import { useEffect, useRef, type ReactElement } from 'react';
import { usePageCommand } from '../../app/page-commands.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { useOrderInAddress } from '../../app/use-order-in-address.ts';
import { ContainerContents } from './container-contents.tsx';
import { ContainerList } from './container-list.tsx';
import { NewContainer } from './new-container.tsx';
import { PackForm } from './pack-form.tsx';
import { PackLines } from './pack-lines.tsx';
import { PackOrders } from './pack-orders.tsx';
import { ShipmentPanel } from './shipment-panel.tsx';
import { useStation } from './use-station.ts';

/** The packing station: an order, its containers, what goes into them, and the shipment's end. */
export function PackPage(): ReactElement {
  const [orderId, setOrderId] = useOrderInAddress();
  const at = useStation(orderId, setOrderId);
  const { station, container, packing } = at;
  const orderBox = useRef<HTMLInputElement>(null);
  const itemBox = useRef<HTMLInputElement>(null);
  const closeButton = useRef<HTMLButtonElement>(null);
  const confirmButton = useRef<HTMLButtonElement>(null);
  useUnsavedChanges(at.entered > 0);
  usePageCommand('find', () => orderBox.current?.select(), 'Go to the box for an order');

  const toPack = station?.lines.some(({ picked }) => picked > 0) ?? false;
  const open = container !== undefined && !container.closed && !container.shipped;
  const usable = at.containers.some(({ shipped }) => !shipped);
  const adding = at.adding || (at.ready && !usable && toPack);
  const idle = at.ready && !adding && packing === undefined;
  const filled = open && container.lines.length > 0;
  /** Where the user goes on: the next item, then closing, then the shipment, then the next order. */
  const next =
    orderId === undefined
      ? 'order'
      : idle
        ? `${toPack ? 'item' : filled ? 'close' : 'leave'} ${container?.id}`
        : '';
  useEffect(() => {
    const [place] = next.split(' ');
    if (place === 'item') itemBox.current?.focus();
    else if (place === 'close') closeButton.current?.focus();
    else if (place === 'leave') (confirmButton.current ?? orderBox.current)?.focus();
    else if (place === 'order') orderBox.current?.focus();
  }, [next]);

  return (
    <PageFrame title="Pack">
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <PackOrders inputRef={orderBox} chosen={orderId} onOrder={at.chooseOrder} />
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: 2.5 }}>
          <Stack spacing={2} sx={{ maxWidth: 900 }}>
            {orderId === undefined && (
              <Typography color="textSecondary" role="status">
                Scan the number of an order, or press Enter for the first one with picked units.
              </Typography>
            )}
            {at.refused !== '' && <Alert severity="error">{at.refused}</Alert>}
            {station !== undefined && at.ready && (
              <>
                <Typography variant="h2" component="h2" sx={{ fontSize: '1.0625rem' }}>
                  {`${station.order.kind} order ${station.order.number}${station.order.name === '' ? '' : ` · ${station.order.name}`}`}
                </Typography>
                {at.containers.length > 0 && (
                  <ContainerList
                    containers={at.containers}
                    chosen={adding ? undefined : container?.id}
                    onChoose={at.chooseContainer}
                    onNew={adding ? undefined : () => at.setAdding(true)}
                  />
                )}
                {adding && (
                  <NewContainer
                    key={`new ${station.order.id}`}
                    station={station}
                    warehouse={
                      (station.lines.find(({ picked }) => picked > 0) ?? station.lines[0])?.warehouse ?? ''
                    }
                    onOpened={at.opened}
                    onCancel={usable ? () => at.setAdding(false) : undefined}
                  />
                )}
                <PackLines
                  inputRef={itemBox}
                  station={station}
                  chosen={packing?.line.id}
                  problem={at.problem}
                  onScan={at.scan}
                  onChoose={at.chooseLine}
                />
                {packing !== undefined && open && !adding && (
                  <PackForm
                    key={`line ${packing.line.id} ${container.id} ${packing.turn}`}
                    container={container}
                    line={packing.line}
                    entries={at.entries}
                    onEntries={at.setEntries}
                    onPacked={at.endLine}
                    onDiscard={at.endLine}
                  />
                )}
                {container !== undefined && !adding && (
                  <ContainerContents
                    key={`contents ${container.id}`}
                    container={container}
                    closeRef={closeButton}
                  />
                )}
                <ShipmentPanel
                  key={`shipment ${station.order.id}`}
                  order={station.order}
                  entries={at.slips}
                  onEntries={at.setSlips}
                  confirmRef={confirmButton}
                  onShipped={() => orderBox.current?.focus()}
                />
              </>
            )}
          </Stack>
        </Box>
      </Box>
    </PageFrame>
  );
}
