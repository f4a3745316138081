import { Alert, Button, Snackbar } from '@mui/material';
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

/** Something to tell the user in passing. */
export interface Notification {
  readonly severity: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  /** A button inside the notification. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** Shows a notification. */
export type Notify = (message: Notification) => void;

const NotifyContext = createContext<Notify>(() => undefined);

const SHOWN_MILLISECONDS = 6_000;

/** How to show a notification, anywhere below `NotificationsProvider`. */
export function useNotify(): Notify {
  return useContext(NotifyContext);
}

/** Shows notifications one after the other at the foot of the window. Errors stay until they are closed. */
export function NotificationsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [queue, setQueue] = useState<readonly (Notification & { readonly key: number })[]>([]);
  const notify = useCallback<Notify>((message) => {
    // A new one replaces what is shown: the latest is what the user has just done.
    setQueue((shown) => [{ ...message, key: (shown[0]?.key ?? 0) + 1 }]);
  }, []);
  const close = useCallback(() => setQueue([]), []);
  const current = queue[0];
  const bar = useMemo(() => {
    if (current === undefined) return null;
    const { severity, text, action, key } = current;
    const urgent = severity === 'error' || severity === 'warning';
    return (
      <Snackbar
        key={key}
        open
        autoHideDuration={severity === 'error' ? null : SHOWN_MILLISECONDS}
        onClose={(_event, reason) => {
          if (reason !== 'clickaway') close();
        }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
      >
        <Alert
          severity={severity}
          variant="outlined"
          role={urgent ? 'alert' : 'status'}
          onClose={close}
          action={
            action && (
              <Button
                color="inherit"
                size="small"
                onClick={() => {
                  close();
                  action.onClick();
                }}
              >
                {action.label}
              </Button>
            )
          }
          sx={{ bgcolor: 'background.paper', boxShadow: 6, maxWidth: 720, alignItems: 'center' }}
        >
          {text}
        </Alert>
      </Snackbar>
    );
  }, [current, close]);
  return (
    <NotifyContext value={notify}>
      {children}
      {bar}
    </NotifyContext>
  );
}
