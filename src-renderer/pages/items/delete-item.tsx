import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { apiClient, trpc } from '../../api/client.ts';
import { useNotifyDone } from '../../app/notify-done.ts';
import { useLeaveFreely } from '../../app/unsaved-changes.tsx';
import { DeleteDialog } from '../../form/groups/delete-dialog.tsx';

/** Props of `DeleteItem`. */
export interface DeleteItemProps {
  readonly itemNumber: string;
  readonly version: number;
  /** Closes the form of the item. */
  readonly onDeleted: () => Promise<void>;
}

/** The button that deletes the item of the form, after a question. */
export function DeleteItem({ itemNumber, version, onDeleted }: DeleteItemProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const notifyDone = useNotifyDone();
  const leaveFreely = useLeaveFreely();
  const done = async (changeId: number | null): Promise<void> => {
    setAsking(false);
    leaveFreely();
    await onDeleted();
    // Nobody may ask for it again.
    client.removeQueries({ queryKey: trpc.items.get.queryKey({ itemNumber }) });
    await client.invalidateQueries();
    notifyDone(`Deleted ${itemNumber}.`, changeId);
  };
  return (
    <>
      <Button startIcon={<DeleteOutlined />} onClick={() => setAsking(true)} sx={{ mr: 'auto' }}>
        Delete
      </Button>
      {asking && (
        <DeleteDialog
          name={itemNumber}
          text="The item and its unit conversions are deleted. The history keeps every version of it."
          remove={() => apiClient.items.remove.mutate({ itemNumber, version })}
          onDeleted={(changeId) => void done(changeId)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
