import { TextField } from '@mui/material';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { trpc } from '../../api/client.ts';
import { formatQuantity } from '../../app/format.ts';
import type { CellProps } from './cell-text.tsx';

/** The unit of a line: the item's inventory unit, or one that holds several of it; then with what that makes. */
export function UnitSelect({ control, index, label }: CellProps): ReactElement {
  const { field, fieldState } = useController({ control, name: `lines.${index}.unit` });
  const itemNumber = useWatch({ control, name: `lines.${index}.itemNumber` }).trim();
  const quantity = useWatch({ control, name: `lines.${index}.quantity` });
  const { data: item } = useQuery(
    trpc.orders.units.queryOptions(itemNumber === '' ? skipToken : { itemNumber }),
  );
  const inventoryUnit = item?.inventoryUnit ?? '';
  const units = item?.units ?? [];
  const chosen = units.find(({ unit }) => nameKey(unit) === nameKey(field.value));
  const shown = field.value === '' ? inventoryUnit : (chosen?.unit ?? field.value);
  const options = [...new Set([inventoryUnit, ...units.map(({ unit }) => unit), shown])];
  const makes =
    chosen === undefined || Number.isNaN(quantity)
      ? undefined
      : `= ${formatQuantity((quantity * chosen.quantity) / THOUSANDTHS)} ${inventoryUnit}`;
  return (
    <TextField
      select
      value={shown}
      inputRef={field.ref}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={fieldState.error !== undefined}
      helperText={fieldState.error?.message ?? makes}
      fullWidth
      slotProps={{
        select: { native: true },
        htmlInput: { 'aria-label': label },
        formHelperText: { sx: { mx: 0.5, whiteSpace: 'nowrap' } },
      }}
    >
      {options.map((unit) => (
        <option key={unit} value={unit} aria-label={unit === '' ? 'Inventory unit' : undefined}>
          {unit}
        </option>
      ))}
    </TextField>
  );
}
