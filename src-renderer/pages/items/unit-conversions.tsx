import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, IconButton, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { useId, useState, type ReactElement } from 'react';
import { useController, useFieldArray, useWatch, type Control } from 'react-hook-form';
import { cleanText } from '../../../src-main/domain/blank.ts';
import { MAX_ITEM_UNITS, type ItemInput } from '../../../src-main/domain/item.ts';
import { readQuantity, THOUSANDTHS, writeQuantity } from '../../../src-main/domain/quantity.ts';
import { ItemTextField } from './item-text-field.tsx';

/** The units that hold several inventory units, e.g. a box of 6. */
export function UnitConversions({ control }: { readonly control: Control<ItemInput> }): ReactElement {
  const id = useId();
  const { fields, append, remove } = useFieldArray({ control, name: 'units' });
  const inventoryUnit = cleanText(useWatch({ control, name: 'inventoryUnit' }));
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 600, mb: fields.length > 0 ? 1.5 : 0 }}>
        Unit conversions
      </Typography>
      {fields.map((field, index) => (
        <Stack key={field.id} direction="row" spacing={1.5} sx={{ alignItems: 'flex-start' }}>
          <ItemTextField control={control} name={`units.${index}.unit`} label={`Unit ${index + 1}`} />
          <QuantityField
            control={control}
            index={index}
            note={`in ${inventoryUnit === '' ? 'inventory units' : inventoryUnit}`}
          />
          <Tooltip title={`Remove unit ${index + 1}`}>
            <IconButton aria-label={`Remove unit ${index + 1}`} onClick={() => remove(index)}>
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        </Stack>
      ))}
      {fields.length < MAX_ITEM_UNITS && (
        <Button startIcon={<Add />} onClick={() => append({ unit: '', quantity: THOUSANDTHS })}>
          Add unit
        </Button>
      )}
    </Box>
  );
}

function QuantityField(props: {
  readonly control: Control<ItemInput>;
  readonly index: number;
  readonly note: string;
}): ReactElement {
  const { control, index, note } = props;
  const { field, fieldState } = useController({ control, name: `units.${index}.quantity` });
  const [text, setText] = useState(writeQuantity(field.value));
  const error = fieldState.error?.message;
  return (
    <TextField
      label={`Quantity ${index + 1}`}
      value={text}
      inputRef={field.ref}
      onBlur={field.onBlur}
      onChange={({ target }) => {
        setText(target.value);
        const read = readQuantity(cleanText(target.value));
        // What is no number is none for the form either, which then says so.
        field.onChange('value' in read ? read.value : Number.NaN);
      }}
      error={error !== undefined}
      helperText={error ?? note}
      autoComplete="off"
      sx={{ flex: 1 }}
      slotProps={{
        inputLabel: { shrink: true },
        htmlInput: { inputMode: 'numeric' },
        formHelperText: { sx: { mx: 0.5 } },
      }}
    />
  );
}
