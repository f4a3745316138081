import { Alert, Box, Button, Chip, Stack, TextField } from '@mui/material';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { useController, type Control } from 'react-hook-form';
import {
  ORDER_TEXT_LENGTH,
  orderKinds,
  type OrderInput,
  type OrderKind,
} from '../../../src-main/domain/order.ts';
import { apiClient } from '../../api/client.ts';
import { useNotify } from '../../app/notifications.tsx';
import { usePageCommand } from '../../app/page-commands.ts';
import { useLeaveFreely, useUnsavedChanges } from '../../app/unsaved-changes.tsx';
import { ChoiceSelect } from '../../form/choice-select.tsx';
import { FormTextField } from '../../form/form-text-field.tsx';
import type { EditorState } from '../../form/groups/group-editor.tsx';
import { Section } from '../../form/section.tsx';
import { OrderLines } from './order-lines.tsx';
import { orderKindWords, type Order } from './order-values.ts';
import { useOrderForm, type OrderForm } from './use-order-form.ts';

const choices = orderKinds.map((value) => ({ value, explanation: orderKindWords[value] }));

/** The form of one order. */
export function OrderEditor(props: {
  readonly start: OrderInput;
  /** The order as it is stored now; undefined for a new one. */
  readonly order: Order | undefined;
  readonly onState: (state: EditorState | undefined) => void;
  /** Told after a save. Leaving the address is free of questions then. */
  readonly onSaved: (order: Order) => void;
}): ReactElement {
  const { start, order, onState, onSaved } = props;
  const edit = useOrderForm(start, order);
  const { form, opened, dirty, saving, problem } = edit;
  const { control } = form;
  const notify = useNotify();
  const leaveFreely = useLeaveFreely();
  const saveAndTell = async (): Promise<Order | undefined> => {
    const saved = await edit.save();
    if (saved !== undefined) notify({ severity: 'success', text: `Saved ${saved.number}.` });
    return saved;
  };
  useUnsavedChanges(dirty, async () => (await saveAndTell()) !== undefined);
  const saveHere = async (): Promise<void> => {
    const saved = await saveAndTell();
    if (saved === undefined) return;
    leaveFreely();
    onSaved(saved);
  };
  usePageCommand('save', () => void saveHere());
  useEffect(() => {
    onState({ dirty, saving });
    return () => onState(undefined);
  }, [onState, dirty, saving]);
  const isNew = opened === undefined;
  const focus = useEffectEvent(() => {
    // The proposed number is selected, to be typed over.
    if (isNew) form.setFocus('number', { shouldSelect: true });
  });
  useEffect(() => focus(), []);
  const newer = order !== undefined && opened !== undefined && order.version > opened.version;
  const follow = useEffectEvent(() => {
    if (order !== undefined) edit.adopt(order);
  });
  useEffect(() => {
    // Nothing of this window is lost by following the other one.
    if (newer && !dirty && !saving) follow();
  }, [newer, dirty, saving]);
  const overtaken = newer && dirty && !saving;
  return (
    <Box
      component="form"
      noValidate
      aria-label="Order"
      onSubmit={(event) => {
        event.preventDefault();
        void saveHere();
      }}
      sx={{ flex: 1, minWidth: 0, overflowY: 'auto', bgcolor: 'background.paper' }}
    >
      {problem !== undefined && (
        <Alert severity="error" sx={{ m: 2, mb: 0 }}>
          {problem}
        </Alert>
      )}
      {overtaken && (
        <Alert
          severity="warning"
          sx={{ m: 2, mb: 0 }}
          action={
            <Button color="inherit" onClick={() => edit.adopt(order)}>
              Load their version
            </Button>
          }
        >
          This order was changed in another window, so your changes cannot be saved.
        </Alert>
      )}
      <Stack
        direction="row"
        sx={{ px: 2, pt: 2, pb: 0.5, gap: 2, flexWrap: 'wrap', alignItems: 'flex-start' }}
      >
        <Box sx={{ width: 150 }}>
          <KindField edit={edit} />
        </Box>
        <FormTextField
          control={control}
          name="number"
          label="Number"
          required
          maxLength={ORDER_TEXT_LENGTH}
          width={180}
        />
        <FormTextField control={control} name="name" label="Name" maxLength={ORDER_TEXT_LENGTH} width={260} />
        {order !== undefined && <Chip label={order.status} variant="outlined" sx={{ mt: 0.75 }} />}
      </Stack>
      <Section title="Lines" remember="order-lines">
        <OrderLines form={form} stored={order?.lines ?? []} />
      </Section>
    </Box>
  );
}

/** The kind of an order: chosen once, with it a number is proposed. */
function KindField({ edit }: { readonly edit: OrderForm }): ReactElement {
  const { control, getValues, setValue } = edit.form;
  const { field } = useController({ control, name: 'kind' });
  const [proposed, setProposed] = useState(() => getValues('number'));
  if (edit.opened !== undefined) return <KindText control={control} />;
  const choose = async (kind: OrderKind): Promise<void> => {
    field.onChange(kind);
    const lines = getValues('lines');
    setValue(
      'lines',
      lines.map((line) => ({
        ...line,
        ...(kind === 'Transfer' ? {} : { toSite: '', toWarehouse: '' }),
        returnsLine: null,
      })),
      { shouldDirty: true },
    );
    const { number } = await apiClient.orders.nextNumber.query({ kind });
    // A number that the user has typed stays.
    if (getValues('number') !== proposed) return;
    setProposed(number);
    setValue('number', number, { shouldDirty: true });
  };
  return (
    <ChoiceSelect label="Kind" value={field.value} choices={choices} onChange={(kind) => void choose(kind)} />
  );
}

function KindText({ control }: { readonly control: Control<OrderInput> }): ReactElement {
  const { field } = useController({ control, name: 'kind' });
  return (
    <TextField
      label="Kind"
      value={field.value}
      fullWidth
      helperText="Fixed once saved"
      slotProps={{ htmlInput: { readOnly: true }, inputLabel: { shrink: true } }}
    />
  );
}
