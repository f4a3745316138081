import { Box, Toolbar, Typography } from '@mui/material';
import { useEffect, type ReactElement, type ReactNode } from 'react';
import { notPrinted, unrolledInPrint } from './print.ts';

/** What every page has. */
export interface PageFrameProps {
  /** Name of the page: its heading, and its title in the browser's tab. */
  readonly title: string;
  /** Buttons of the action bar. */
  readonly actions?: ReactNode;
  /** Fills the rest of the height and scrolls by itself where it must. */
  readonly children: ReactNode;
}

/** A page: heading and action bar in one row on top, the content below. */
export function PageFrame({ title, actions, children }: PageFrameProps): ReactElement {
  useEffect(() => {
    document.title = `${title} · Serial Capture Desk`;
  }, [title]);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0, ...unrolledInPrint }}>
      <Box
        component="header"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 3,
          minHeight: 52,
          px: 2.5,
          // Room above the heading where the buttons take a second row.
          py: 0.5,
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h1">{title}</Typography>
        {actions !== undefined && (
          <Toolbar
            role="toolbar"
            aria-label={`${title}: actions`}
            variant="dense"
            disableGutters
            sx={{ gap: 0.5, flexWrap: 'wrap', minHeight: 44, ...notPrinted }}
          >
            {actions}
          </Toolbar>
        )}
      </Box>
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          overflow: 'auto',
          display: 'flex',
          flexDirection: 'column',
          ...unrolledInPrint,
        }}
      >
        {children}
      </Box>
    </Box>
  );
}
