import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import type { WarehouseDuty } from '../../src-main/domain/warehouse-duty.ts';
import { apiClient, problemOf, trpc } from '../api/client.ts';
import { useNotifyDone } from '../app/notify-done.ts';
import { DutiesTable } from './duties-table.tsx';
import { draftOf, readDraft, type DutyDraft } from './duty-draft.ts';

interface Stored {
  readonly warehouses: readonly WarehouseDuty[];
  readonly version: number;
}

/** The dialog **Responsible and due days**: who cares for each warehouse, and how long a blank may be overdue there. */
export function DutiesDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { data, error } = useQuery(trpc.duties.list.queryOptions());
  const [started, setStarted] = useState<Stored>();
  // What was there when the dialog opened is what is edited: another window's save must not slip in unseen.
  if (started === undefined && data !== undefined) setStarted(data);
  const stored = started ?? data;
  const id = useId();
  if (stored !== undefined)
    return (
      <DutiesForm
        key={stored.version}
        stored={stored}
        present={data}
        onReload={() => setStarted(data)}
        onClose={onClose}
      />
    );
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>Responsible and due days</DialogTitle>
      <DialogContent>
        {error !== null && <Alert severity="error">{problemOf(error).sentence}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  );
}

function DutiesForm({
  stored,
  present,
  onReload,
  onClose,
}: {
  readonly stored: Stored;
  /** What is stored by now. */
  readonly present: Stored | undefined;
  readonly onReload: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const id = useId();
  const client = useQueryClient();
  const notifyDone = useNotifyDone();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, DutyDraft>>(new Map());
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const behind = present !== undefined && present.version !== stored.version;

  const rows = stored.warehouses.map((duty) => {
    const draft = drafts.get(duty.warehouse) ?? draftOf(duty);
    return { warehouse: duty.warehouse, draft, ...readDraft(duty.warehouse, draft) };
  });
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (saving) return;
    setTried(true);
    setProblem(undefined);
    const duties = rows.flatMap(({ duty }) => duty ?? []);
    if (duties.length < rows.length) return;
    setSaving(true);
    try {
      const changed = duties.filter(({ warehouse }) => drafts.has(warehouse));
      const { changeId } = await apiClient.duties.save.mutate({ duties: changed, version: stored.version });
      await client.invalidateQueries();
      notifyDone('Saved responsible and due days.', changeId);
      onClose();
    } catch (thrown) {
      setProblem(problemOf(thrown).sentence);
      await client.invalidateQueries();
      setSaving(false);
    }
  };
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        // A click beside the dialog must not throw away what was typed.
        if (reason !== 'backdropClick' || drafts.size === 0) onClose();
      }}
      aria-labelledby={id}
      fullWidth
      maxWidth="sm"
    >
      <form noValidate onSubmit={(event) => void save(event)}>
        <DialogTitle id={id}>Responsible and due days</DialogTitle>
        <DialogContent>
          <DialogContentText variant="body2" sx={{ mb: 1 }}>
            A blank serial number that is Overdue for more days than this is late. Without a number there is
            no limit.
          </DialogContentText>
          {problem !== undefined && (
            <Alert
              severity="error"
              sx={{ mb: 1 }}
              action={behind && <Button onClick={onReload}>Load the present ones</Button>}
            >
              {problem}
            </Alert>
          )}
          {rows.length === 0 ? (
            <Alert severity="info">There is no warehouse yet. Import warehouse on-hand first.</Alert>
          ) : (
            <DutiesTable
              labelledBy={id}
              rows={rows}
              showProblems={tried}
              onChange={(warehouse, draft) => setDrafts(new Map(drafts).set(warehouse, draft))}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={saving || rows.length === 0}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
