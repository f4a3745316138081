import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { useId, type ReactElement, type ReactNode } from 'react';
import { problemOf } from '../../api/client.ts';

/** A part of the page. */
export interface PanelProps {
  readonly title: string;
  /** Beside the title: what can be chosen. */
  readonly tools?: ReactNode;
  /** Height in pixels that is kept free while the content is not there yet. */
  readonly height: number;
  readonly loading: boolean;
  readonly error?: unknown;
  readonly children: ReactNode;
}

/** A part of the page under its heading; its place is kept while its content is on the way. */
export function Panel({ title, tools, height, loading, error, children }: PanelProps): ReactElement {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={id}
      aria-busy={loading}
      sx={{
        minWidth: 0,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 2,
        pt: 1,
        pb: 1.5,
        '@media print': { breakInside: 'auto', mb: 2, border: 0, px: 0 },
      }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 1,
          minHeight: 36,
          mb: 0.5,
          '@media print': { breakAfter: 'avoid' },
        }}
      >
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {tools}
      </Box>
      {error !== undefined && error !== null ? (
        <Alert severity="error">{problemOf(error).sentence}</Alert>
      ) : loading ? (
        <Skeleton variant="rounded" height={height} />
      ) : (
        children
      )}
    </Box>
  );
}
