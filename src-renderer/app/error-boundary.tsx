import { Button, Stack, Typography } from '@mui/material';
import { Component, type ErrorInfo, type ReactElement, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Catches what breaks while a page is drawn, and offers the way back. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('The page broke while it was drawn.', error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

/** What the user sees instead of a page that broke. */
export function BrokenPage(): ReactElement {
  return (
    <Stack
      spacing={2}
      sx={{ height: '100%', alignItems: 'center', justifyContent: 'center', p: 4, textAlign: 'center' }}
    >
      <Typography variant="h1">This page broke</Typography>
      <Typography color="textSecondary">
        Saved data is not affected. Reload the page; changes that were not saved are lost.
      </Typography>
      <Button variant="contained" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </Stack>
  );
}
