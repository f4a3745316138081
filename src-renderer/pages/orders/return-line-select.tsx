import { TextField } from '@mui/material';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { trpc } from '../../api/client.ts';
import { formatQuantity } from '../../app/format.ts';
import type { CellProps } from './cell-text.tsx';

/** The sales order line that a line of a return order gives back, out of those that shipped its item. */
export function ReturnLineSelect({ control, index, label }: CellProps): ReactElement {
  const { field, fieldState } = useController({ control, name: `lines.${index}.returnsLine` });
  const itemNumber = useWatch({ control, name: `lines.${index}.itemNumber` }).trim();
  const { data: lines = [] } = useQuery(
    trpc.orders.salesLines.queryOptions(itemNumber === '' ? skipToken : { itemNumber }),
  );
  const known = lines.some(({ id }) => id === field.value);
  return (
    <TextField
      select
      value={field.value ?? ''}
      inputRef={field.ref}
      onChange={({ target }) => field.onChange(target.value === '' ? null : Number(target.value))}
      onBlur={field.onBlur}
      error={fieldState.error !== undefined}
      helperText={fieldState.error?.message}
      fullWidth
      slotProps={{ select: { native: true }, htmlInput: { 'aria-label': label } }}
    >
      <option value="">None</option>
      {field.value !== null && !known && <option value={field.value}>Sales order line</option>}
      {lines.map(({ id, orderNumber, lineNumber, shipped }) => (
        <option key={id} value={id}>
          {`${orderNumber}, line ${lineNumber}: ${formatQuantity(shipped)} shipped`}
        </option>
      ))}
    </TextField>
  );
}
