import { Button, Stack, Typography } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';

/** What a page says while it has nothing to show. */
export interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** A sentence or two: why it is empty, and what to do. */
  readonly children: ReactNode;
  /** Further buttons, before the way to the import. */
  readonly actions?: ReactNode;
}

/** An empty page that leads to the first import. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps): ReactElement {
  return (
    <Stack
      spacing={1.5}
      sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', p: 4, textAlign: 'center' }}
    >
      <Stack sx={{ color: 'text.secondary', '& svg': { fontSize: 44 } }}>{icon}</Stack>
      <Typography variant="h2">{title}</Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 460 }}>
        {children}
      </Typography>
      <Stack direction="row" spacing={1} sx={{ pt: 0.5 }}>
        {actions}
        <Button component={Link} to="/import-export" variant="contained">
          Import sample or own files
        </Button>
      </Stack>
    </Stack>
  );
}
