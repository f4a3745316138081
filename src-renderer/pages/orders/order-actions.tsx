import AddOutlined from '@mui/icons-material/AddOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import PlaylistAddCheckOutlined from '@mui/icons-material/PlaylistAddCheckOutlined';
import PlaylistRemoveOutlined from '@mui/icons-material/PlaylistRemoveOutlined';
import SaveOutlined from '@mui/icons-material/SaveOutlined';
import { Button, Divider, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { isOutbound } from '../../../src-main/domain/order-status.ts';
import { problemOf, trpc } from '../../api/client.ts';
import { useNotify } from '../../app/notifications.tsx';
import { runPageCommand } from '../../app/page-commands.ts';
import type { EditorState } from '../../form/groups/group-editor.tsx';
import type { Order } from './order-values.ts';

/** New, Save, Delete, Release, Cancel work, and the ways to the steps of the order. */
export function OrderActions(props: {
  /** The stored order that is shown, if any. */
  readonly order: Order | undefined;
  readonly editor: EditorState | undefined;
  readonly onNew: () => void;
  readonly onDelete: () => void;
}): ReactElement {
  const { order, editor, onNew, onDelete } = props;
  const dirty = editor?.dirty === true;
  const notify = useNotify();
  const client = useQueryClient();
  const refused = (error: unknown): void => notify({ severity: 'error', text: problemOf(error).sentence });
  const release = useMutation(
    trpc.orders.release.mutationOptions({
      onError: refused,
      onSuccess: async ({ short, sentence }) => {
        await client.invalidateQueries();
        notify({ severity: short.length === 0 ? 'success' : 'warning', text: sentence });
      },
    }),
  );
  const cancel = useMutation(
    trpc.orders.cancelWork.mutationOptions({
      onError: refused,
      onSuccess: async ({ sentence }) => {
        await client.invalidateQueries();
        notify({ severity: 'success', text: sentence });
      },
    }),
  );
  const outbound = order !== undefined && isOutbound(order.kind);
  const openWork = order?.lines.some(({ progress }) => progress.openWork > 0) === true;
  const saved = (then: (id: number) => void) => (): void => {
    if (order === undefined) return;
    if (dirty)
      notify({ severity: 'info', text: 'This order has changes that are not saved. Save it first.' });
    else then(order.id);
  };
  return (
    <>
      <Button startIcon={<AddOutlined />} title="Alt+N" onClick={onNew}>
        New
      </Button>
      <Button
        startIcon={<SaveOutlined />}
        variant={dirty ? 'contained' : 'text'}
        disabled={editor === undefined}
        loading={editor?.saving === true}
        loadingPosition="start"
        title="Ctrl+S"
        onClick={() => runPageCommand('save')}
      >
        Save
      </Button>
      <Button startIcon={<DeleteOutlined />} disabled={order === undefined} onClick={onDelete}>
        Delete
      </Button>
      {outbound && (
        <>
          <Divider orientation="vertical" flexItem sx={{ my: 1 }} />
          <Button
            startIcon={<PlaylistAddCheckOutlined />}
            loading={release.isPending}
            loadingPosition="start"
            onClick={saved((id) => release.mutate({ id }))}
          >
            Release
          </Button>
          <Button
            startIcon={<PlaylistRemoveOutlined />}
            disabled={!openWork}
            loading={cancel.isPending}
            loadingPosition="start"
            onClick={saved((id) => cancel.mutate({ id }))}
          >
            Cancel work
          </Button>
        </>
      )}
      {order !== undefined && (
        <>
          <Divider orientation="vertical" flexItem sx={{ my: 1 }} />
          {stepsOf(order).map(({ label, path }) => (
            <Button key={path} component={Link} to={`${path}?order=${order.id}`}>
              {label}
            </Button>
          ))}
        </>
      )}
      {dirty && (
        <Typography variant="caption" color="textSecondary" sx={{ ml: 1 }}>
          Not saved
        </Typography>
      )}
    </>
  );
}

const steps = [
  { label: 'Pick', path: '/pick', of: (kind: Order['kind']) => isOutbound(kind) },
  { label: 'Pack', path: '/pack', of: (kind: Order['kind']) => isOutbound(kind) },
  { label: 'Receive', path: '/receive', of: (kind: Order['kind']) => kind !== 'Sales' },
] as const;

function stepsOf({ kind }: Order): readonly { readonly label: string; readonly path: string }[] {
  return steps.filter(({ of }) => of(kind));
}
