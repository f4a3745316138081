import { Alert, Box, Button, Stack, TextField, Typography } from '@mui/material';
import type { KeyboardEvent, ReactElement } from 'react';
import type { ItemInput } from '../../../src-main/domain/item.ts';
import { useNotifyDone } from '../../app/notify-done.ts';
import { useLeaveFreely, useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { DeleteItem } from './delete-item.tsx';
import { ItemGroups } from './item-groups.tsx';
import { ItemTextField } from './item-text-field.tsx';
import { SerialMaskFields } from './serial-mask-fields.tsx';
import { UnitConversions } from './unit-conversions.tsx';
import { useItemForm } from './use-item-form.ts';

/** Props of `ItemEditor`. */
export interface ItemEditorProps {
  /** A stored item, or what a new one begins with. */
  readonly start: ItemInput & { readonly version?: number };
  /** Id that the heading gets. */
  readonly titleId: string;
  readonly onClose: () => Promise<void>;
  /** Told when the user wants the version of another window instead of this edit. A new item has no other version. */
  readonly onReload?: () => void;
}

/** The form of one item, stored or new. */
export function ItemEditor({ start, titleId, onClose, onReload }: ItemEditorProps): ReactElement {
  const form = useItemForm(start);
  const { control, dirty, saving, problem, overtaken } = form;
  const { version } = start;
  const stored = version === undefined ? undefined : start.itemNumber;
  const notifyDone = useNotifyDone();
  const leaveFreely = useLeaveFreely();
  const saveAndTell = async (): Promise<boolean> => {
    const saved = await form.save();
    if (saved !== undefined)
      notifyDone(`${stored === undefined ? 'Created' : 'Saved'} ${saved.item.itemNumber}.`, saved.changeId);
    return saved !== undefined;
  };
  useUnsavedChanges(dirty, saveAndTell);
  const saveHere = async (): Promise<void> => {
    if (!(await saveAndTell())) return;
    leaveFreely();
    await onClose();
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
        {stored === undefined ? 'New item' : `Item ${stored}`}
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
          {stored === undefined ? (
            <ItemTextField control={control} name="itemNumber" label="Item number" autoFocus />
          ) : (
            <TextField
              label="Item number"
              value={stored}
              sx={{ flex: 1 }}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { readOnly: true } }}
            />
          )}
          <ItemTextField
            control={control}
            name="name"
            label="Name"
            flex={2}
            autoFocus={stored !== undefined}
          />
        </Row>
        <ItemGroups control={control} setValue={form.setValue} />
        <Row>
          <ItemTextField control={control} name="inventoryUnit" label="Inventory unit" />
          <ItemTextField control={control} name="catchWeightUnit" label="Catch weight unit" />
          <ItemTextField control={control} name="gtin" label="GTIN" />
        </Row>
        <SerialMaskFields control={control} setValue={form.setValue} itemNumber={stored} />
        <UnitConversions control={control} />
      </Stack>
      <Stack
        direction="row"
        spacing={1}
        useFlexGap
        sx={{ justifyContent: 'flex-end', p: 1.5, borderTop: 1, borderColor: 'divider' }}
      >
        {version !== undefined && (
          <DeleteItem itemNumber={start.itemNumber} version={version} onDeleted={onClose} />
        )}
        <Button onClick={() => void onClose()}>Close</Button>
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
