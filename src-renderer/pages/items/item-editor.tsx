import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import type { KeyboardEvent, ReactElement } from 'react';
import type { Item } from '../../../src-main/domain/item.ts';
import { useNotifyDone } from '../../app/notify-done.ts';
import { useLeaveFreely, useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { ItemGroups } from './item-groups.tsx';
import { ItemTextField } from './item-text-field.tsx';
import { SerialMaskFields } from './serial-mask-fields.tsx';
import { UnitConversions } from './unit-conversions.tsx';
import { useItemForm } from './use-item-form.ts';

/** Props of `ItemEditor`. */
export interface ItemEditorProps {
  readonly start: Item;
  /** Id that the heading gets. */
  readonly titleId: string;
  readonly onClose: () => void;
  /** Told when the user wants the version of another window instead of this edit. */
  readonly onReload: () => void;
}

/** The form of one item. */
export function ItemEditor({ start, titleId, onClose, onReload }: ItemEditorProps): ReactElement {
  const form = useItemForm(start);
  const { control, dirty, saving, problem, overtaken } = form;
  const notifyDone = useNotifyDone();
  const leaveFreely = useLeaveFreely();
  const saveAndTell = async (): Promise<boolean> => {
    const saved = await form.save();
    if (saved !== undefined) notifyDone(`Saved ${saved.item.itemNumber}.`, saved.changeId);
    return saved !== undefined;
  };
  useUnsavedChanges(dirty, saveAndTell);
  const saveHere = async (): Promise<void> => {
    if (!(await saveAndTell())) return;
    leaveFreely();
    onClose();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void saveHere();
  };
  return (
    <Box
      component="form"
      noValidate
      aria-label="Item"
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        void saveHere();
      }}
      sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
    >
      <Typography id={titleId} variant="h2" sx={{ px: 2, pt: 2, pb: 1 }}>
        {`Item ${start.itemNumber}`}
      </Typography>
      <Stack spacing={1} sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 2, pt: 1, pb: 2 }}>
        {problem !== undefined && (
          <Alert
            severity="error"
            action={overtaken && <Button onClick={onReload}>Load its present version</Button>}
          >
            {problem}
          </Alert>
        )}
        <Row>
          <TextField
            label="Item number"
            value={start.itemNumber}
            sx={{ flex: 1 }}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { readOnly: true } }}
          />
          <ItemTextField control={control} name="name" label="Name" flex={2} autoFocus />
        </Row>
        <ItemGroups control={control} setValue={form.setValue} itemNumber={start.itemNumber} />
        <Row>
          <ItemTextField control={control} name="inventoryUnit" label="Inventory unit" />
          <ItemTextField control={control} name="catchWeightUnit" label="Catch weight unit" />
        </Row>
        <SerialMaskFields control={control} setValue={form.setValue} itemNumber={start.itemNumber} />
        <UnitConversions control={control} />
      </Stack>
      <Stack
        direction="row"
        spacing={1}
        sx={{ justifyContent: 'flex-end', p: 1.5, borderTop: 1, borderColor: 'divider' }}
      >
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" variant="contained" loading={saving} disabled={!dirty}>
          Save
        </Button>
      </Stack>
    </Box>
  );
}

function Row({ children }: { readonly children: ReactElement[] }): ReactElement {
  return (
    <Stack direction="row" spacing={1.5}>
      {children}
    </Stack>
  );
}
