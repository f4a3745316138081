import { Alert, Button, Drawer, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { ItemInput } from '../../../src-main/domain/item.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { ItemEditor } from './item-editor.tsx';

const WIDTH = 560;

const newItem: ItemInput = {
  itemNumber: '',
  name: '',
  groupId: null,
  storageDimensionGroup: '',
  reservationHierarchy: '',
  serialNumberGroup: '',
  batchNumberGroup: '',
  inventoryUnit: '',
  catchWeightUnit: '',
  serialMask: '',
  gtin: '',
  units: [],
};

/** Closes a form. */
type Close = () => Promise<void>;

/** The form of an item that is to be made. */
export function NewItemDrawer({ onClose }: { readonly onClose: Close }): ReactElement {
  const titleId = useId();
  return (
    <DrawerFrame titleId={titleId} onClose={onClose}>
      <ItemEditor titleId={titleId} start={newItem} onClose={onClose} />
    </DrawerFrame>
  );
}

/** The form of one item, on the right of the grid. */
export function ItemDrawer(props: { readonly itemNumber: string; readonly onClose: Close }): ReactElement {
  const { itemNumber, onClose } = props;
  const titleId = useId();
  const [turn, setTurn] = useState(0);
  const { data, error, isFetching, refetch } = useQuery({
    ...trpc.items.get.queryOptions({ itemNumber }),
    // The form starts from what is stored now, and then keeps what the user has typed.
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const reload = async (): Promise<void> => {
    await refetch();
    setTurn(turn + 1);
  };
  // What an earlier visit has left in the cache may be old; the form waits for the answer to come.
  const [startedWith, setStartedWith] = useState(-1);
  const ready = data !== undefined && (startedWith === turn || !isFetching);
  if (ready && startedWith !== turn) setStartedWith(turn);
  return (
    <DrawerFrame titleId={titleId} onClose={onClose}>
      {ready ? (
        <ItemEditor
          key={turn}
          titleId={titleId}
          start={data}
          onClose={onClose}
          onReload={() => void reload()}
        />
      ) : (
        <Stack spacing={2} sx={{ p: 2 }}>
          <span id={titleId}>{itemNumber}</span>
          {error !== null && <Alert severity="error">{problemOf(error).sentence}</Alert>}
          <Button onClick={() => void onClose()} sx={{ alignSelf: 'flex-start' }}>
            Close
          </Button>
        </Stack>
      )}
    </DrawerFrame>
  );
}

function DrawerFrame(props: {
  readonly titleId: string;
  readonly onClose: Close;
  readonly children: ReactNode;
}): ReactElement {
  const { titleId, onClose, children } = props;
  return (
    <Drawer
      open
      anchor="right"
      onClose={() => void onClose()}
      slotProps={{
        paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: WIDTH, maxWidth: '100vw' } },
      }}
    >
      {children}
    </Drawer>
  );
}
