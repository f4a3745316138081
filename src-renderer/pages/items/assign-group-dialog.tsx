import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Stack,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { ItemFilter } from '../../../src-main/domain/item-query.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { useConfirmedChange } from '../../app/confirmed-change.ts';
import { formatCount } from '../../app/format.ts';
import { useNotifyDone } from '../../app/notify-done.ts';
import { GroupSelect } from './group-select.tsx';
import { showsEveryItem } from './item-view.ts';

/** Props of `AssignGroupDialog`. */
export interface AssignGroupDialogProps {
  /** Numbers of the selected items. */
  readonly selected: readonly string[];
  readonly filter: ItemFilter;
  /** How many items the filter shows. */
  readonly matching: number;
  readonly onClose: () => void;
}

const countOf = (items: number): string => `${formatCount(items)} ${items === 1 ? 'item' : 'items'}`;

/** Moves many items to a tracking dimension group, after one look at what that does to their stock. */
export function AssignGroupDialog(props: AssignGroupDialogProps): ReactElement {
  const { selected, filter, matching, onClose } = props;
  const [scope, setScope] = useState<'selected' | 'matching'>(selected.length > 0 ? 'selected' : 'matching');
  const [groupId, setGroupId] = useState<number | null>();
  const [problem, setProblem] = useState<string>();
  const [working, setWorking] = useState(false);
  const { data: groups } = useQuery(trpc.groups.list.queryOptions());
  const makeChange = useConfirmedChange();
  const notifyDone = useNotifyDone();
  const client = useQueryClient();
  const count = scope === 'selected' ? selected.length : matching;

  const assign = async (to: number | null): Promise<boolean> => {
    const items =
      scope === 'selected'
        ? { itemNumbers: [...selected] }
        : { filter: { ...filter, conditions: [...filter.conditions] } };
    const name = groups?.find(({ id }) => id === to)?.name ?? 'no group';
    const asked = { items, groupId: to };
    const done = await makeChange({
      title: `Assign ${name} to ${countOf(count)}?`,
      preview: () => apiClient.items.whatIfAssignGroup.mutate(asked),
      make: (confirmed) => apiClient.items.assignGroup.mutate({ ...asked, confirmed }),
    });
    if (done === undefined) return false;
    await client.invalidateQueries();
    notifyDone(`Assigned ${name} to ${countOf(done.items)}.`, done.changeId);
    return true;
  };
  const tryToAssign = async (to: number | null): Promise<void> => {
    setWorking(true);
    setProblem(undefined);
    try {
      if (await assign(to)) onClose();
    } catch (error) {
      setProblem(problemOf(error).sentence);
    } finally {
      setWorking(false);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby="assign-title" fullWidth maxWidth="sm">
      <DialogTitle id="assign-title">Assign group</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <FormControl>
            <FormLabel id="assign-scope">Items</FormLabel>
            <RadioGroup
              aria-labelledby="assign-scope"
              value={scope}
              onChange={(_event, value) => setScope(value === 'selected' ? 'selected' : 'matching')}
            >
              <FormControlLabel
                value="selected"
                disabled={selected.length === 0}
                control={<Radio />}
                label={`Selected: ${countOf(selected.length)}`}
              />
              <FormControlLabel
                value="matching"
                control={<Radio />}
                label={`${showsEveryItem(filter) ? 'All' : 'All that match the filter'}: ${countOf(matching)}`}
              />
            </RadioGroup>
          </FormControl>
          <GroupSelect groups={groups ?? []} value={groupId} onChange={setGroupId} />
          {problem !== undefined && <Alert severity="error">{problem}</Alert>}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          variant="contained"
          loading={working}
          disabled={groupId === undefined}
          onClick={() => {
            if (groupId !== undefined) void tryToAssign(groupId);
          }}
        >
          Assign
        </Button>
      </DialogActions>
    </Dialog>
  );
}
