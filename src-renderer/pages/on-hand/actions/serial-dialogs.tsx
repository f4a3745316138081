import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { OnHandRow } from '../../../../src-main/domain/on-hand.ts';
import { THOUSANDTHS } from '../../../../src-main/domain/quantity.ts';
import type { SerialEntry } from '../../../../src-main/domain/serial-entry.ts';
import { apiClient, trpc, type ApiProblem } from '../../../api/client.ts';
import { formatQuantity } from '../../../app/format.ts';
import { SerialEntryField } from '../../../serial-entry/serial-entry.tsx';
import { placeText, rowWords, type ActedRow } from './row-words.ts';
import { StockDialog } from '../../../form/stock-dialog.tsx';

interface RowDialogProps {
  readonly row: OnHandRow;
  readonly onClose: () => void;
}

/** Gives blank units, or units with a label that could not be read, their serial numbers where they stand. */
export function RecordDialog({
  row,
  onClose,
}: {
  readonly row: ActedRow;
  readonly onClose: () => void;
}): ReactElement {
  const [entries, setEntries] = useState<readonly SerialEntry[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const units = Math.floor(row.quantity / THOUSANDTHS);
  return (
    <StockDialog
      title="Record serial now"
      about={rowWords(row)}
      action="Record"
      disabled={entries.length === 0}
      done={`Recorded ${entries.length} of ${units}.`}
      onClose={onClose}
      onProblem={setProblem}
      act={() => apiClient.stock.recordSerials.mutate({ stockId: row.id, entries: [...entries] })}
    >
      <SerialEntryField
        itemNumber={row.itemNumber}
        scope={{ kind: 'receive' }}
        capturesNew
        needed={units}
        maximum={units}
        value={entries}
        onChange={setEntries}
        notReadable={row.notReadable === '' || 'It is recorded as not readable already.'}
        problem={problem}
      />
    </StockDialog>
  );
}

/** Puts the right serial in place of a wrong one. */
export function CorrectDialog({ row, onClose }: RowDialogProps): ReactElement {
  const [serial, setSerial] = useState('');
  return (
    <StockDialog
      title="Correct serial"
      about={rowWords(row)}
      action="Correct"
      disabled={serial.trim() === ''}
      done={`${row.serialNumber} is ${serial.trim()} now.`}
      onClose={onClose}
      act={() => apiClient.stock.correct.mutate({ stockId: row.id, serial })}
    >
      <TextField
        label="Right serial number"
        required
        autoFocus
        value={serial}
        onChange={({ target }) => setSerial(target.value)}
      />
    </StockDialog>
  );
}

/** A unit that carries a serial and a blank one change places: the records follow what really stands where. */
export function SwapDialog(props: RowDialogProps): ReactElement {
  return props.row.serialNumber === '' ? <SwapIn {...props} /> : <SwapOut {...props} />;
}

/** The unit with the scanned serial really stands here, where the records have a blank one. */
function SwapIn({ row, onClose }: RowDialogProps): ReactElement {
  const [serial, setSerial] = useState('');
  const { itemNumber } = row;
  return (
    <StockDialog
      title="Swap with a blank unit"
      about={`${rowWords(row)} Scan the serial number that really stands here; its blank record goes to where that one is booked.`}
      action="Swap"
      disabled={serial.trim() === ''}
      done={`${serial.trim()} stands at ${placeText(row)} now.`}
      onClose={onClose}
      act={async () => {
        const { stockId } = await apiClient.stock.whereIs.query({ itemNumber, serial: serial.trim() });
        return apiClient.stock.swap.mutate({ blankStockId: row.id, serialStockId: stockId });
      }}
    >
      <TextField
        label="Serial number that stands here"
        required
        autoFocus
        value={serial}
        onChange={({ target }) => setSerial(target.value)}
      />
    </StockDialog>
  );
}

/** The unit with this serial really stands somewhere else, where the records have a blank one. */
function SwapOut({ row, onClose }: RowDialogProps): ReactElement {
  const places = useQuery(trpc.stock.blankPlaces.queryOptions({ itemNumber: row.itemNumber })).data;
  const [chosen, setChosen] = useState('');
  return (
    <StockDialog
      title="Swap with a blank unit"
      about={`${rowWords(row)} Choose the blank unit that it really is.`}
      action="Swap"
      disabled={chosen === ''}
      done={`${row.serialNumber} and a blank unit have changed places.`}
      onClose={onClose}
      act={() => apiClient.stock.swap.mutate({ blankStockId: Number(chosen), serialStockId: row.id })}
    >
      <TextField
        select
        id="swap-place"
        label="Blank unit at"
        required
        value={chosen}
        helperText={places?.length === 0 ? 'There is no free blank unit of this item.' : ' '}
        slotProps={{ select: { labelId: 'swap-place-label' } }}
        onChange={({ target }) => setChosen(target.value)}
      >
        {(places ?? []).map((place) => (
          <MenuItem key={place.stockId} value={String(place.stockId)}>
            {`${placeText(place)} (${formatQuantity(place.quantity)} blank)`}
          </MenuItem>
        ))}
      </TextField>
    </StockDialog>
  );
}
