import { TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { OnHandRow } from '../../../../src-main/domain/on-hand.ts';
import { THOUSANDTHS } from '../../../../src-main/domain/quantity.ts';
import type { SerialEntry } from '../../../../src-main/domain/serial-entry.ts';
import { apiClient, trpc, type ApiProblem } from '../../../api/client.ts';
import { LabelledToggle } from '../../../form/labelled-toggle.tsx';
import { SerialEntryField } from '../../../serial-entry/serial-entry.tsx';
import { QuantityField, thousandthsOf } from './quantity-field.tsx';
import { rowWords } from './row-words.ts';
import { StockDialog } from '../../../form/stock-dialog.tsx';

const directions = [
  { value: 'out', label: 'Out of stock' },
  { value: 'in', label: 'Into stock' },
] as const;

/** Takes a quantity of a row out of the stock, or brings more of it in, with a reason. */
export function AdjustDialog({
  row,
  onClose,
}: {
  readonly row: OnHandRow;
  readonly onClose: () => void;
}): ReactElement {
  const { itemNumber, warehouse, location, licensePlate, inventoryStatus, batchNumber } = row;
  const policy = useQuery(trpc.stock.policy.queryOptions({ itemNumber })).data;
  const [direction, setDirection] = useState<'in' | 'out'>('out');
  const [quantity, setQuantity] = useState('1');
  const [reason, setReason] = useState('');
  const [entries, setEntries] = useState<readonly SerialEntry[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const adjusted = thousandthsOf(quantity) ?? 0;
  const units = Math.floor(adjusted / THOUSANDTHS);
  const asks =
    policy?.tracked === true &&
    (direction === 'out'
      ? row.blank && !policy.blankIssueAllowed
      : policy.adjustment === 'required' || policy.adjustment === 'optional');
  const needed = asks && policy.adjustment !== 'optional' ? units : 0;
  const sent = asks ? [...entries] : [];
  return (
    <StockDialog
      title="Adjust"
      about={rowWords(row)}
      action="Adjust"
      disabled={adjusted === 0 || reason.trim() === '' || policy === undefined || entries.length < needed}
      done={direction === 'out' ? 'Taken out of the stock.' : 'Brought into the stock.'}
      onClose={onClose}
      onProblem={setProblem}
      act={() =>
        direction === 'out'
          ? apiClient.stock.adjustOut.mutate({ stockId: row.id, quantity: adjusted, reason, entries: sent })
          : apiClient.stock.adjustIn.mutate({
              itemNumber,
              warehouse,
              location,
              licensePlate,
              inventoryStatus,
              batchNumber,
              quantity: adjusted,
              reason,
              entries: sent,
            })
      }
    >
      <LabelledToggle label="Direction" value={direction} choices={directions} onChange={setDirection} />
      <QuantityField label="Quantity" value={quantity} onChange={setQuantity} autoFocus />
      <TextField
        label="Reason"
        required
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      {asks && units > 0 && (
        <SerialEntryField
          itemNumber={itemNumber}
          scope={{ kind: 'receive' }}
          capturesNew
          needed={needed}
          maximum={units}
          value={entries}
          onChange={setEntries}
          autoFocus={false}
          notReadable={direction === 'in' && policy.notReadableReceived}
          problem={problem}
        />
      )}
    </StockDialog>
  );
}
