import {
  Alert,
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
} from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import {
  storageGroupSchema,
  type StorageDimensionGroup,
} from '../../../src-main/domain/storage-dimension-group.ts';
import { apiClient, problemOf, trpc } from '../../api/client.ts';
import { useConfirmedChange } from '../../app/confirmed-change.ts';
import { useNotifyDone } from '../../app/notify-done.ts';

/** The dialog **Storage dimension groups**: which of them use warehouse management processes. */
export function StorageGroupsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { data: groups = [], error } = useQuery(trpc.storageGroups.list.queryOptions());
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const [saved, setSaved] = useState<{ readonly name: string; readonly warnings: readonly string[] }>();
  const makeChange = useConfirmedChange();
  const notifyDone = useNotifyDone();
  const client = useQueryClient();

  const save = async (group: StorageDimensionGroup): Promise<void> => {
    setProblem(undefined);
    try {
      const done = await makeChange({
        title: `Change ${group.name}?`,
        preview: () => apiClient.storageGroups.whatIf.query(group),
        make: (confirmed) => apiClient.storageGroups.save.mutate({ ...group, confirmed }),
      });
      if (done === undefined) return;
      await client.invalidateQueries();
      setSaved({ name: done.group.name, warnings: done.deadEnds.map(({ sentence }) => sentence) });
      notifyDone(`Saved ${group.name}.`, done.changeId);
    } catch (thrown) {
      setProblem(problemOf(thrown).sentence);
    }
  };
  // Once the flag is on again, by this dialog or by Undo, there is nothing to warn of.
  const stillOff = groups.some(
    ({ name: of, warehouseProcesses }) => of === saved?.name && !warehouseProcesses,
  );
  const warnings = stillOff ? (saved?.warnings ?? []) : [];
  const add = async (): Promise<void> => {
    const read = storageGroupSchema.safeParse({ name, warehouseProcesses: true });
    if (!read.success) {
      setProblem(read.error.issues[0]?.message);
      return;
    }
    const known = groups.find((group) => group.name.toUpperCase() === read.data.name.toUpperCase());
    if (known !== undefined) {
      setProblem(`There is already a storage dimension group named ${known.name}.`);
      return;
    }
    await save(read.data);
    setName('');
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby="storage-title" fullWidth maxWidth="sm">
      <DialogTitle id="storage-title">Storage dimension groups</DialogTitle>
      <DialogContent>
        <DialogContentText variant="body2" sx={{ mb: 1 }}>
          For items of a group that does not use warehouse management processes, Capture serial number is
          ignored: the serial number is asked at receiving and at issue, unless blanks are allowed there.
        </DialogContentText>
        {error !== null && <Alert severity="error">{problemOf(error).sentence}</Alert>}
        {problem !== undefined && (
          <Alert severity="error" sx={{ mb: 1 }}>
            {problem}
          </Alert>
        )}
        {warnings.map((sentence) => (
          <Alert key={sentence} severity="warning" sx={{ mb: 1 }}>
            {sentence}
          </Alert>
        ))}
        <Table size="small" aria-labelledby="storage-title">
          <TableHead>
            <TableRow>
              <TableCell>Name</TableCell>
              <TableCell align="center">Use warehouse management processes</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {groups.map((group) => (
              <TableRow key={group.name}>
                <TableCell component="th" scope="row">
                  {group.name}
                </TableCell>
                <TableCell align="center" padding="checkbox">
                  <Checkbox
                    checked={group.warehouseProcesses}
                    onChange={(_event, warehouseProcesses) => void save({ ...group, warehouseProcesses })}
                    slotProps={{
                      input: { 'aria-label': `${group.name}: Use warehouse management processes` },
                    }}
                  />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Box
          component="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
          sx={{ display: 'flex', gap: 1, alignItems: 'center', mt: 2 }}
        >
          <TextField
            label="New storage dimension group"
            value={name}
            autoComplete="off"
            onChange={({ target }) => setName(target.value)}
            sx={{ flex: 1 }}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { spellCheck: false } }}
          />
          <Button type="submit">Add</Button>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
