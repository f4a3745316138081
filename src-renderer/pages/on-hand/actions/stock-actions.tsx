import { Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { OnHandRow } from '../../../../src-main/domain/on-hand.ts';
import { transactionsAddress } from '../../transactions/transactions-filter.ts';
import { AdjustDialog } from './adjust-dialog.tsx';
import { CountDialog } from './count-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { CorrectDialog, RecordDialog, SwapDialog } from './serial-dialogs.tsx';

/** Nine buttons and the heading fit into one row of a small screen. */
const compact = { px: 0.75, minWidth: 0 } as const;

type Action = 'move' | 'adjust' | 'count' | 'swap' | 'correct' | 'record';

/** The actions of the On-hand page, on the row that has the focus; Move takes all selected rows. */
export function StockActions({
  row,
  selected,
}: {
  readonly row: OnHandRow | undefined;
  readonly selected: readonly OnHandRow[];
}): ReactElement {
  const [action, setAction] = useState<{ readonly kind: Action; readonly rows: readonly OnHandRow[] }>();
  const navigate = useNavigate();
  const rows = selected.length > 0 ? selected : row === undefined ? [] : [row];
  const free = row !== undefined && row.holding === '';
  const open = (kind: Action): void =>
    setAction({ kind, rows: kind === 'move' || row === undefined ? rows : [row] });
  const close = (): void => setAction(undefined);
  const [first] = action?.rows ?? [];
  const buttons: readonly (readonly [Action, string, boolean])[] = [
    ['move', 'Move', rows.length > 0 && rows.every(({ holding }) => holding === '')],
    ['adjust', 'Adjust', free],
    ['count', 'Count', free],
    ['swap', 'Swap with a blank unit', free && (row.blank || row.serialNumber !== '')],
    ['correct', 'Correct serial', row !== undefined && row.serialNumber !== ''],
    ['record', 'Record serial now', row !== undefined && (row.blank || row.notReadable !== '')],
  ];
  return (
    <>
      {buttons.map(([kind, label, enabled]) => (
        <Button key={kind} disabled={!enabled} onClick={() => open(kind)} sx={compact}>
          {label}
        </Button>
      ))}
      <Button
        sx={compact}
        disabled={row === undefined}
        onClick={() =>
          row !== undefined && void navigate(transactionsAddress(row.itemNumber, row.serialNumber))
        }
      >
        Transactions
      </Button>
      {action?.kind === 'move' && <MoveDialog rows={action.rows} onClose={close} />}
      {first !== undefined && action?.kind === 'adjust' && <AdjustDialog row={first} onClose={close} />}
      {first !== undefined && action?.kind === 'count' && <CountDialog row={first} onClose={close} />}
      {first !== undefined && action?.kind === 'swap' && <SwapDialog row={first} onClose={close} />}
      {first !== undefined && action?.kind === 'correct' && <CorrectDialog row={first} onClose={close} />}
      {first !== undefined && action?.kind === 'record' && <RecordDialog row={first} onClose={close} />}
    </>
  );
}
