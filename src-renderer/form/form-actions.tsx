import { Stack } from '@mui/material';
import type { ReactElement, ReactNode } from 'react';

/** The buttons below a form within what scrolls with a padding of 2.5: they stay in sight while the form is longer than the window. */
export function FormActions({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Stack
      direction="row"
      spacing={1}
      sx={{
        position: 'sticky',
        // Down to the edge of the window, over the padding of what scrolls.
        bottom: (theme) => `calc(-1 * ${theme.spacing(2.5)})`,
        zIndex: 1,
        px: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        borderBottomLeftRadius: 4,
        borderBottomRightRadius: 4,
      }}
    >
      {children}
    </Stack>
  );
}
