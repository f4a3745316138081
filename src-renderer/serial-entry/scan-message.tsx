import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Box, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

/** What is said of the last scan or list. */
export interface ScanMessageContent {
  /** `plain`: nothing was scanned. */
  readonly tone: 'accepted' | 'refused' | 'plain';
  readonly text: string;
  /** Goes up with every message, so that the same words are said again. */
  readonly number: number;
}

const colors = {
  none: { borderColor: 'divider', color: 'text.secondary' },
  plain: { borderColor: 'text.secondary', color: 'text.primary' },
  accepted: { borderColor: 'success.main', color: 'success.main' },
  refused: { borderColor: 'error.main', color: 'error.main' },
} as const;

const signs = {
  plain: null,
  accepted: <CheckCircleOutlined fontSize="small" />,
  refused: <ErrorOutlined fontSize="small" />,
} as const;

/** Says of the last scan or list what became of it: in words, with a sign and a colour. */
export function ScanMessage(props: {
  readonly id: string;
  readonly message: ScanMessageContent | undefined;
  readonly actions: ReactNode;
}): ReactElement {
  const { id, message, actions } = props;
  const refused = message?.tone === 'refused';
  const color = colors[message?.tone ?? 'none'];
  const words = message && (
    <Typography key={message.number} component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
      {message.text}
    </Typography>
  );
  return (
    <Box
      id={id}
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 1,
        minHeight: 34,
        px: 1,
        py: 0.25,
        borderLeft: 4,
        ...color,
      }}
    >
      {message === undefined ? (
        <Typography variant="body2">Scan, type or paste; Enter or Tab takes it.</Typography>
      ) : (
        signs[message.tone]
      )}
      <Box>
        <Box role="alert">{refused && words}</Box>
        <Box role="status">{!refused && words}</Box>
      </Box>
      {actions}
    </Box>
  );
}
