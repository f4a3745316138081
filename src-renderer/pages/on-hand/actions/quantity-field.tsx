import { TextField } from '@mui/material';
import type { ReactElement } from 'react';
import { readQuantity } from '../../../../src-main/domain/quantity.ts';

/** The thousandths that a text says, or undefined where it is no quantity. */
export function thousandthsOf(text: string): number | undefined {
  const read = readQuantity(text.trim());
  return 'value' in read ? read.value : undefined;
}

/** A quantity as text, with what is wrong with it below. */
export function QuantityField({
  label,
  value,
  onChange,
  autoFocus = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly autoFocus?: boolean;
}): ReactElement {
  const read = readQuantity(value.trim());
  const wrong = value.trim() !== '' && 'problem' in read;
  return (
    <TextField
      label={label}
      value={value}
      required
      autoFocus={autoFocus}
      error={wrong}
      helperText={wrong ? read.problem : ' '}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      onChange={({ target }) => onChange(target.value)}
      sx={{ width: 220 }}
    />
  );
}
