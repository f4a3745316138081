import { Typography } from '@mui/material';
import type { ReactElement } from 'react';
import type { OnHandRow } from '../../../src-main/domain/on-hand.ts';
import { NOT_TRACKED } from '../../../src-main/domain/verdict.ts';
import { verdictLabel } from '../../../src-main/domain/verdict-words.ts';
import { verdictReason } from './verdict-reason.ts';

/** Says of the row that has the keyboard's focus why it has its verdict. Its room is kept while there is nothing to say. */
export function VerdictLine({ row }: { readonly row: OnHandRow | undefined }): ReactElement {
  const judged = row === undefined || row.verdict === NOT_TRACKED ? undefined : row;
  return (
    <Typography
      variant="caption"
      component="p"
      role="status"
      aria-label="Why this verdict"
      sx={{ flex: 'none', minHeight: 26, px: 2.5, py: 0.5, borderTop: 1, borderColor: 'divider' }}
    >
      {judged !== undefined && (
        <>
          <b>{verdictLabel(judged)}</b>: {verdictReason(judged)}
        </>
      )}
    </Typography>
  );
}
