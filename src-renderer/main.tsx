import './zod-config.ts';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { CssBaseline, ThemeProvider } from '@mui/material';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/client.ts';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { NotificationsProvider } from './app/notifications.tsx';
import { readStyleNonce } from './app/style-nonce.ts';
import { pageRouter } from './app/routes.tsx';
import { theme } from './app/theme.ts';

const nonce = readStyleNonce();
const styles = createCache({ key: 'desk', ...(nonce !== undefined && { nonce }) });
const root = document.querySelector('#root');
if (root === null) throw new Error('The document has no element #root.');

createRoot(root).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme} defaultMode="system">
        <CssBaseline />
        <ErrorBoundary>
          <QueryClientProvider client={queryClient}>
            <NotificationsProvider>
              {/* At once, not when React finds the time: a button must never act on the page shown before. */}
              <RouterProvider router={pageRouter} useTransitions={false} />
            </NotificationsProvider>
          </QueryClientProvider>
        </ErrorBoundary>
      </ThemeProvider>
    </CacheProvider>
  </StrictMode>,
);
