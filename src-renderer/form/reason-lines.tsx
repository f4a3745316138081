import LockOutlined from '@mui/icons-material/LockOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { joinLabels, type HeldReason } from './held-reasons.ts';

const LINE = 18;

/** Props of `ReasonLines`. */
export interface ReasonLinesProps {
  readonly reasons: readonly HeldReason[];
  /** Lines to keep free, so that what stands below stays where it is while reasons come and go. */
  readonly room?: number;
}

/**
 * The reasons of a section as text, because a disabled field takes no focus and so cannot tell by itself.
 * Each line is the description of the fields it names.
 */
export function ReasonLines({ reasons, room = 0 }: ReasonLinesProps): ReactElement {
  const list = reasons.length > 0 && (
    <Box component="ul" aria-label="Why fields are held" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {reasons.map(({ id, because, labels }) => (
        <Box
          key={id}
          component="li"
          sx={{ display: 'flex', alignItems: 'baseline', gap: 0.75, height: LINE }}
        >
          <LockOutlined sx={{ fontSize: 12, color: 'text.secondary', alignSelf: 'center', flex: 'none' }} />
          <Typography id={id} variant="caption" sx={{ flex: 'none' }}>
            {because}
          </Typography>
          <Typography variant="caption" noWrap color="textSecondary">
            {joinLabels(labels)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
  return <Box sx={{ mt: reasons.length + room > 0 ? 1 : 0, minHeight: room * LINE }}>{list}</Box>;
}
