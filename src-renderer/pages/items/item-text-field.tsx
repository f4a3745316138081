import { Autocomplete, TextField } from '@mui/material';
import type { ReactElement } from 'react';
import { useController, type Control, type FieldPathByValue } from 'react-hook-form';
import type { ItemInput } from '../../../src-main/domain/item.ts';

/** A text of the item's form. */
export interface ItemTextFieldProps {
  readonly control: Control<ItemInput>;
  readonly name: FieldPathByValue<ItemInput, string>;
  readonly label: string;
  /** Share of the row's width. */
  readonly flex?: number;
  /** Texts to choose from; any other one may be typed. */
  readonly suggestions?: readonly string[];
  /** What is to be known of the text as it is now. */
  readonly note?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A text field bound to the item's form, with suggestions where there are any. */
export function ItemTextField(props: ItemTextFieldProps): ReactElement {
  const { control, name, label, flex = 1, suggestions, note, autoFocus = false } = props;
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  const common = {
    label,
    error: error !== undefined,
    helperText: error ?? note ?? ' ',
    autoFocus,
    onBlur: field.onBlur,
    inputRef: field.ref,
  };
  const shrunk = { shrink: true };
  const helper = { sx: { mx: 0.5 } };
  if (suggestions === undefined)
    return (
      <TextField
        {...common}
        value={field.value}
        onChange={field.onChange}
        autoComplete="off"
        sx={{ flex }}
        slotProps={{ inputLabel: shrunk, htmlInput: { spellCheck: false }, formHelperText: helper }}
      />
    );
  return (
    <Autocomplete
      freeSolo
      options={suggestions}
      inputValue={field.value}
      value={field.value}
      onInputChange={(_event, text, reason) => {
        if (reason !== 'reset') field.onChange(text);
      }}
      onChange={(_event, chosen) => field.onChange(chosen ?? '')}
      sx={{ flex }}
      renderInput={(params) => (
        <TextField
          {...params}
          {...common}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, spellCheck: false },
            inputLabel: { ...params.slotProps.inputLabel, ...shrunk },
            formHelperText: helper,
          }}
        />
      )}
    />
  );
}
