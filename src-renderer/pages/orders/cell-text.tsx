import { Autocomplete, TextField } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useController, type Control } from 'react-hook-form';
import type { OrderInput } from '../../../src-main/domain/order.ts';
import { quantities, type LineInput } from './order-values.ts';

/** A cell of the table of lines, bound to the form. */
export interface CellProps {
  readonly control: Control<OrderInput>;
  readonly index: number;
  /** Accessible name, e.g. `Line 1: Warehouse`; the heading says the rest to who sees it. */
  readonly label: string;
  /** Id of the text that says why it cannot be changed; undefined where it can. */
  readonly heldBy?: string | undefined;
}

/** A text of a line, with texts to choose from; any other one may be typed. */
export function CellText(
  props: CellProps & {
    readonly field: Extract<keyof LineInput, 'site' | 'warehouse' | 'toSite' | 'toWarehouse'>;
    readonly suggestions?: readonly string[];
  },
): ReactElement {
  const { control, index, label, heldBy, field: name, suggestions = [] } = props;
  const { field, fieldState } = useController({ control, name: `lines.${index}.${name}` });
  const error = fieldState.error?.message;
  const common = { inputRef: field.ref, error: error !== undefined, helperText: error, fullWidth: true };
  const html = { 'aria-label': label, 'aria-describedby': heldBy, spellCheck: false };
  if (heldBy !== undefined || suggestions.length === 0)
    return (
      <TextField
        {...common}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
        autoComplete="off"
        slotProps={{ htmlInput: { ...html, readOnly: heldBy !== undefined } }}
      />
    );
  return (
    <Autocomplete
      freeSolo
      disableClearable
      options={suggestions}
      inputValue={field.value}
      value={field.value}
      onBlur={field.onBlur}
      onInputChange={(_event, text, reason) => {
        if (reason !== 'reset') field.onChange(text);
      }}
      onChange={(_event, chosen) => field.onChange(chosen)}
      renderInput={(params) => (
        <TextField
          {...params}
          {...common}
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, ...html } }}
        />
      )}
    />
  );
}

/** The quantity of a line. What is typed stays as it is, even where it is no number yet. */
export function CellQuantity({ control, index, label }: CellProps): ReactElement {
  const { field, fieldState } = useController({ control, name: `lines.${index}.quantity` });
  const [text, setText] = useState(quantities.write(field.value));
  // The form has another value than the one typed here: it was loaded anew.
  if (!Number.isNaN(field.value) && quantities.read(text) !== field.value)
    setText(quantities.write(field.value));
  const error = fieldState.error?.message;
  return (
    <TextField
      value={text}
      inputRef={field.ref}
      onBlur={field.onBlur}
      onChange={({ target }) => {
        setText(target.value);
        field.onChange(quantities.read(target.value));
      }}
      error={error !== undefined}
      helperText={error}
      autoComplete="off"
      fullWidth
      slotProps={{ htmlInput: { 'aria-label': label, inputMode: 'decimal' } }}
    />
  );
}
