import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import {
  createContext,
  useCallback,
  useContext,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useNavigate } from 'react-router';
import type { WhatIf } from '../../src-main/domain/what-if.ts';
import { WhatIfFigures } from './what-if-figures.tsx';

/**
 * Shows what a change would do to the stock. Resolves to true once the user confirms it.
 * @param all address of the on-hand page with all rows that the change reaches.
 * @param again the user has confirmed it before, but the data changed meanwhile.
 */
export type AskWhatIf = (preview: WhatIf, title: string, all?: string, again?: boolean) => Promise<boolean>;

const WhatIfContext = createContext<AskWhatIf>(() => Promise.resolve(false));

/** How to ask, anywhere below `WhatIfProvider`. */
export function useWhatIf(): AskWhatIf {
  return useContext(WhatIfContext);
}

interface Question {
  readonly preview: WhatIf;
  readonly title: string;
  readonly all: string | undefined;
  readonly again: boolean;
}

/** Holds the dialog that a change which reaches stock must pass. */
export function WhatIfProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [question, setQuestion] = useState<Question>();
  const [open, setOpen] = useState(false);
  const pending = useRef<(confirmed: boolean) => void>(undefined);
  const navigate = useNavigate();
  const ask = useCallback<AskWhatIf>(
    (preview, title, all, again = false) =>
      new Promise((resolve) => {
        // Nobody sees a question that was open before any more.
        pending.current?.(false);
        pending.current = resolve;
        setQuestion({ preview, title, all, again });
        setOpen(true);
      }),
    [],
  );
  const answer = (confirmed: boolean): void => {
    setOpen(false);
    pending.current?.(confirmed);
    pending.current = undefined;
  };
  return (
    <WhatIfContext value={ask}>
      {children}
      <Dialog
        open={open}
        onClose={() => answer(false)}
        maxWidth="md"
        fullWidth
        aria-labelledby="what-if-title what-if-change"
      >
        <DialogTitle id="what-if-title">What this change would do</DialogTitle>
        {question !== undefined && <WhatIfContent question={question} />}
        <DialogActions>
          {question?.all !== undefined && (
            <Button
              sx={{ mr: 'auto' }}
              onClick={() => {
                answer(false);
                // The page still holds the edit, so the guard against losing it asks before the window goes there.
                void navigate(question.all ?? '');
              }}
            >
              Show all rows in On-hand
            </Button>
          )}
          <Button autoFocus onClick={() => answer(false)}>
            Cancel
          </Button>
          <Button variant="contained" onClick={() => answer(true)}>
            Apply this change
          </Button>
        </DialogActions>
      </Dialog>
    </WhatIfContext>
  );
}

function WhatIfContent({ question }: { readonly question: Question }): ReactElement {
  const { preview, title, again } = question;
  return (
    // Reachable by keyboard, because it scrolls on a small screen.
    <DialogContent tabIndex={0}>
      <Typography id="what-if-change" gutterBottom sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      {again && (
        <Alert severity="info" role="status" sx={{ mb: 1 }}>
          The data changed after you confirmed, so nothing was changed yet. This is what the change would do
          now.
        </Alert>
      )}
      <WhatIfFigures preview={preview} />
    </DialogContent>
  );
}
