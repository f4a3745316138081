import { useState, type ReactElement } from 'react';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, type ApiProblem } from '../../api/client.ts';
import { formatCount } from '../../app/format.ts';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { StockDialog } from '../../form/stock-dialog.tsx';

/** Props of `RecordFirstDialog`. */
export interface RecordFirstDialogProps {
  readonly itemNumber: string;
  /** The place, in words. */
  readonly place: string;
  /** A row of blank units, and how many stand in it. */
  readonly stockId: number;
  readonly units: number;
  readonly onClose: () => void;
}

/** Records serials of units that came in without one and may not leave so: a late receipt of the serial. */
export function RecordFirstDialog(props: RecordFirstDialogProps): ReactElement {
  const { itemNumber, place, stockId, units, onClose } = props;
  const [entries, setEntries] = useState<readonly SerialEntry[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  return (
    <StockDialog
      title="Record serial now"
      about={`${formatCount(units)} ${units === 1 ? 'unit' : 'units'} of ${itemNumber} at ${place} came in without a serial number. It is logged as a late receipt.`}
      action="Record"
      disabled={entries.length === 0}
      done={`Recorded ${formatCount(entries.length)} of ${formatCount(units)}.`}
      onClose={onClose}
      onProblem={setProblem}
      act={() => apiClient.stock.recordSerials.mutate({ stockId, entries: [...entries] })}
    >
      <SerialEntryField
        itemNumber={itemNumber}
        scope={{ kind: 'receive' }}
        capturesNew
        needed={units}
        value={entries}
        onChange={setEntries}
        notReadable={`Blank issue allowed is off for ${itemNumber}, so a unit without a readable label is not picked.`}
        problem={problem}
      />
    </StockDialog>
  );
}
