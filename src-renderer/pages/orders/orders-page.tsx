import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import { Box, Button } from '@mui/material';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type ReactElement } from 'react';
import { Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { EmptyState } from '../../app/empty-state.tsx';
import { useNotify } from '../../app/notifications.tsx';
import { usePageCommand } from '../../app/page-commands.ts';
import { PageFrame } from '../../app/page-frame.tsx';
import { useLeaveFreely } from '../../app/unsaved-changes.tsx';
import { DeleteDialog } from '../../form/groups/delete-dialog.tsx';
import type { EditorState } from '../../form/groups/group-editor.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderBrowser } from './order-browser.tsx';
import { OrderPane } from './order-pane.tsx';
import { ORDERS_HOME, type Order } from './order-values.ts';
import { useOrderList } from './use-order-list.ts';

const NEW = 'new';

/** The page Orders: the list, the form of one order, the action bar. */
export function OrdersPage(): ReactElement {
  const { order: param } = useParams();
  const { key } = useLocation();
  const navigate = useNavigate();
  const notify = useNotify();
  const client = useQueryClient();
  const leaveFreely = useLeaveFreely();
  const list = useOrderList();
  const [editor, setEditor] = useState<EditorState>();
  const [deleting, setDeleting] = useState<Order>();
  // A new order keeps its form when its first save gives it an address.
  const [kept, setKept] = useState<{ readonly param: string; readonly key: string }>();
  const onState = useCallback((state: EditorState | undefined) => setEditor(state), []);
  const isNew = param === NEW;
  const id = param === undefined || isNew ? undefined : Number(param);
  const { data: order, error } = useQuery(
    trpc.orders.get.queryOptions(id === undefined || !(id > 0) ? skipToken : { id }, {
      refetchOnWindowFocus: 'always',
    }),
  );
  const gone = id !== undefined && (!(id > 0) || (error !== null && problemOf(error).code === 'not-found'));
  const paneKey = kept !== undefined && kept.param === param ? kept.key : isNew ? key : (param ?? '');
  const go = (to: string | number): void => void navigate(`${ORDERS_HOME}/${to}`);
  usePageCommand('new', () => go(NEW));

  const [first] = list.orders;
  if (param === undefined && first !== undefined)
    return <Navigate to={`${ORDERS_HOME}/${first.id}`} replace />;

  const { search, kind, status } = list.filter;
  const filtered = search !== '' || kind !== undefined || status !== undefined;
  const nothing = list.loaded && list.total === 0 && !filtered && param === undefined;
  const onDeleted = async (deleted: Order): Promise<void> => {
    const index = list.orders.findIndex((one) => one.id === deleted.id);
    const next = list.orders[index + 1] ?? list.orders[index - 1];
    setDeleting(undefined);
    // Before the page goes on, so that it does not come back to what is gone.
    await client.invalidateQueries({ queryKey: trpc.orders.page.queryKey() });
    leaveFreely();
    await navigate(next === undefined ? ORDERS_HOME : `${ORDERS_HOME}/${next.id}`, { replace: true });
    client.removeQueries({ queryKey: trpc.orders.get.queryKey({ id: deleted.id }) });
    await client.invalidateQueries();
    notify({ severity: 'success', text: `Deleted ${deleted.number}.` });
  };
  const onSaved = (saved: Order): void => {
    if (saved.id === id) return;
    setKept({ param: String(saved.id), key: paneKey });
    void navigate(`${ORDERS_HOME}/${saved.id}`, { replace: true });
  };
  return (
    <PageFrame
      title="Orders"
      actions={
        <OrderActions
          order={order}
          editor={editor}
          onNew={() => go(NEW)}
          onDelete={() => setDeleting(order)}
        />
      }
    >
      {nothing ? (
        <EmptyState
          icon={<ReceiptLongOutlined />}
          title="No orders yet"
          actions={<Button onClick={() => go(NEW)}>Create an order</Button>}
        >
          Purchase, return and production orders bring stock in, sales orders take it out, transfer orders
          move it. Create one here, or import order lines from a CSV file.
        </EmptyState>
      ) : (
        <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
          <OrderBrowser list={list} selected={id} onSelect={go} />
          {(isNew || id !== undefined) && (
            <OrderPane
              key={paneKey}
              id={id}
              order={order}
              gone={gone && editor?.dirty !== true}
              onState={onState}
              onSaved={onSaved}
            />
          )}
        </Box>
      )}
      {deleting !== undefined && (
        <DeleteDialog
          name={deleting.number}
          text="The order and its lines are deleted. An order for which something happened cannot be deleted."
          remove={async () => {
            await apiClient.orders.remove.mutate({ id: deleting.id, version: deleting.version });
            return { changeId: null };
          }}
          onDeleted={() => void onDeleted(deleting)}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </PageFrame>
  );
}
