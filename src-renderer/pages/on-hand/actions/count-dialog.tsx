import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { OnHandRow } from '../../../../src-main/domain/on-hand.ts';
import { THOUSANDTHS } from '../../../../src-main/domain/quantity.ts';
import type { SerialEntry } from '../../../../src-main/domain/serial-entry.ts';
import { apiClient, trpc, type ApiProblem } from '../../../api/client.ts';
import { formatCount } from '../../../app/format.ts';
import { SerialEntryField } from '../../../serial-entry/serial-entry.tsx';
import { QuantityField, thousandthsOf } from './quantity-field.tsx';
import { placeText } from './row-words.ts';
import { StockDialog } from '../../../form/stock-dialog.tsx';

/** Counts an item at a place: the total first, and only where it differs the serial numbers. */
export function CountDialog({
  row,
  onClose,
}: {
  readonly row: OnHandRow;
  readonly onClose: () => void;
}): ReactElement {
  const { itemNumber, warehouse, location, licensePlate } = row;
  const place = { itemNumber, warehouse, location, licensePlate };
  const standing = useQuery(trpc.stock.standing.queryOptions(place)).data;
  const policy = useQuery(trpc.stock.policy.queryOptions({ itemNumber })).data;
  const [text, setText] = useState('');
  const [entries, setEntries] = useState<readonly SerialEntry[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const counted = text.trim() === '' ? undefined : thousandthsOf(text);
  const differs = standing !== undefined && counted !== undefined && counted !== standing.quantity;
  const asks = differs && policy?.tracked === true;
  const units = Math.floor((counted ?? 0) / THOUSANDTHS);
  return (
    <StockDialog
      title="Count"
      about={`${itemNumber} at ${placeText(row)}. Count all that stands there, with and without a serial number.`}
      action={differs ? 'Post the difference' : 'Post the count'}
      disabled={counted === undefined || standing === undefined || policy === undefined}
      done={differs ? 'The difference was posted.' : 'Counted: no difference.'}
      onClose={onClose}
      onProblem={setProblem}
      act={() =>
        apiClient.stock.count.mutate({ ...place, quantity: counted ?? 0, entries: asks ? [...entries] : [] })
      }
    >
      <QuantityField label="Counted quantity" value={text} onChange={setText} autoFocus />
      {asks && (
        <>
          <Typography role="status">
            {`The total differs. Enter the serial numbers that you counted; the other ${formatCount(Math.max(0, units - entries.length))} of the ${formatCount(units)} units count as blank.`}
          </Typography>
          <SerialEntryField
            itemNumber={itemNumber}
            scope={{ kind: 'place', warehouse, location, licensePlate }}
            capturesNew
            needed={0}
            maximum={units}
            value={entries}
            onChange={setEntries}
            autoFocus={false}
            problem={problem}
          />
        </>
      )}
    </StockDialog>
  );
}
