import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { ImportCounts, ImportOutcome, ImportPreview } from '../../../src-main/domain/import-preview.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';
import { useUndo } from '../../app/notify-done.ts';
import { leaveDone } from './import-session.ts';

/** What an import has done, and where to look at it. */
export function ImportDone(props: {
  readonly preview: ImportPreview;
  readonly outcome: ImportOutcome;
}): ReactElement {
  const { preview, outcome } = props;
  const { rows, quantity } = outcome.disappeared;
  const { changeId } = outcome;
  const undo = useUndo();
  const [undoing, setUndoing] = useState(false);
  const undoImport = async (id: number): Promise<void> => {
    setUndoing(true);
    const undone = await undo({ kind: 'change', id });
    setUndoing(false);
    if (undone) leaveDone();
  };
  const groups = preview.files.some(
    ({ kind }) => kind === 'tracking-dimension-groups' || kind === 'configuration',
  );
  return (
    <Alert severity="success" sx={{ mx: 2.5, my: 2 }}>
      <AlertTitle>The import is done</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {outcome.files.map(({ name, counts }, index) => (
          <li key={index}>{`${name}: ${countsLine(counts)}`}</li>
        ))}
        {rows > 0 && (
          <li>
            {rows === 1
              ? `1 row with quantity ${formatQuantity(quantity)} disappeared`
              : `${formatCount(rows)} rows with quantity ${formatQuantity(quantity)} disappeared`}
          </li>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button component={Link} to="/on-hand" variant="outlined" color="inherit">
          Show on-hand
        </Button>
        {groups && (
          <Button component={Link} to="/tracking-dimension-groups" variant="outlined" color="inherit">
            Show tracking dimension groups
          </Button>
        )}
        {changeId !== null && (
          <Button color="inherit" loading={undoing} onClick={() => void undoImport(changeId)}>
            Undo
          </Button>
        )}
      </Box>
    </Alert>
  );
}

function countsLine(counts: ImportCounts): string {
  return [
    `${formatCount(counts.new)} new`,
    `${formatCount(counts.changed)} changed`,
    `${formatCount(counts.unchanged)} unchanged`,
    `${formatCount(counts.refused)} refused`,
  ].join(', ');
}
