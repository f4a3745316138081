import { Stack, TextField } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { OnHandRow } from '../../../../src-main/domain/on-hand.ts';
import { writeQuantity } from '../../../../src-main/domain/quantity.ts';
import { apiClient } from '../../../api/client.ts';
import { formatCount } from '../../../app/format.ts';
import { QuantityField, thousandthsOf } from './quantity-field.tsx';
import { rowWords } from './row-words.ts';
import { StockDialog } from '../../../form/stock-dialog.tsx';

/** Moves the selected rows to another location: all of each, or a part where it is one row. */
export function MoveDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly OnHandRow[];
  readonly onClose: () => void;
}): ReactElement {
  const [first] = rows;
  const single = rows.length === 1 ? first : undefined;
  const [quantity, setQuantity] = useState(writeQuantity(single?.quantity ?? 0));
  const [location, setLocation] = useState('');
  const [licensePlate, setLicensePlate] = useState('');
  const moved = thousandthsOf(quantity);
  return (
    <StockDialog
      title="Move"
      about={single === undefined ? `${formatCount(rows.length)} rows, all of each.` : rowWords(single)}
      action="Move"
      disabled={location.trim() === '' || (single !== undefined && !moved)}
      done={`Moved to ${location.trim()}.`}
      onClose={onClose}
      act={() =>
        apiClient.stock.move.mutate({
          rows: rows.map((row) => ({
            stockId: row.id,
            quantity: single === undefined ? row.quantity : (moved ?? 0),
          })),
          location,
          licensePlate,
        })
      }
    >
      {single !== undefined && <QuantityField label="Quantity" value={quantity} onChange={setQuantity} />}
      <Stack direction="row" spacing={2}>
        <TextField
          label="To location"
          required
          autoFocus
          value={location}
          onChange={({ target }) => setLocation(target.value)}
        />
        <TextField
          label="To license plate"
          value={licensePlate}
          onChange={({ target }) => setLicensePlate(target.value)}
        />
      </Stack>
    </StockDialog>
  );
}
