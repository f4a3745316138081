import { Autocomplete, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useController } from 'react-hook-form';
import { trpc } from '../../api/client.ts';
import type { CellProps } from './cell-text.tsx';

/** Items that are offered at once. */
const OFFERED = 20;

/** The item of a line: found by its number or its name. */
export function ItemPicker(props: CellProps & { readonly onItem: () => void }): ReactElement {
  const { control, index, label, heldBy, onItem } = props;
  const { field, fieldState } = useController({ control, name: `lines.${index}.itemNumber` });
  const [open, setOpen] = useState(false);
  const { data } = useQuery(
    trpc.items.page.queryOptions(
      { filter: { search: field.value.trim() }, offset: 0, limit: OFFERED },
      { enabled: open, placeholderData: keepPreviousData },
    ),
  );
  const found = data?.rows ?? [];
  const names = new Map(found.map(({ itemNumber, name }) => [itemNumber, name]));
  const error = fieldState.error?.message;
  const html = { 'aria-label': label, 'aria-describedby': heldBy, spellCheck: false };
  if (heldBy !== undefined)
    return (
      <TextField
        value={field.value}
        inputRef={field.ref}
        fullWidth
        error={error !== undefined}
        helperText={error}
        slotProps={{ htmlInput: { ...html, readOnly: true } }}
      />
    );
  return (
    <Autocomplete
      freeSolo
      disableClearable
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={found.map(({ itemNumber }) => itemNumber)}
      // The API has filtered already, by the name too.
      filterOptions={(options) => options}
      inputValue={field.value}
      value={field.value}
      onBlur={field.onBlur}
      onInputChange={(_event, text, reason) => {
        if (reason === 'reset') return;
        field.onChange(text);
        onItem();
      }}
      onChange={(_event, chosen) => {
        field.onChange(chosen);
        onItem();
      }}
      slotProps={{ popper: { sx: { minWidth: 320 } } }}
      renderOption={({ key, ...option }, itemNumber) => (
        <li key={key} {...option}>
          <span>
            {itemNumber}
            <Typography variant="caption" component="span" color="textSecondary" sx={{ ml: 1 }}>
              {names.get(itemNumber)}
            </Typography>
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={field.ref}
          error={error !== undefined}
          helperText={error}
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, ...html } }}
        />
      )}
    />
  );
}
