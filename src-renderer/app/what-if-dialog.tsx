import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
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
import type { Transition, WhatIf } from '../../src-main/domain/what-if.ts';
import { formatCount, formatQuantity } from './format.ts';
import { transitionWords, worsens } from './transition-words.ts';

/**
 * Shows what a change would do to the stock. Resolves to true once the user confirms it.
 * @param all address of the on-hand page with all rows that the change reaches, where one filter names them.
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
  const { items, rows, quantity, transitions, examples } = preview;
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
      <Typography gutterBottom>
        It reaches {formatCount(items)} {items === 1 ? 'item' : 'items'} with {formatCount(rows)} on-hand{' '}
        {rows === 1 ? 'row' : 'rows'} and {formatQuantity(quantity)} units. Every location counts as storage.
      </Typography>
      {transitions.length === 0 ? (
        <Typography>No unit becomes expected or overdue by it.</Typography>
      ) : (
        <ul aria-label="What becomes of the stock">
          {transitions.map((transition) => (
            <TransitionLine key={transitionWords(transition)} transition={transition} />
          ))}
        </ul>
      )}
      {examples.length > 0 && <Examples preview={preview} />}
    </DialogContent>
  );
}

function TransitionLine({ transition }: { readonly transition: Transition }): ReactElement {
  const worse = worsens(transition);
  return (
    <Typography
      component="li"
      sx={{ fontWeight: worse ? 700 : 400, color: worse ? 'error.main' : undefined }}
    >
      {transitionWords(transition)}
      {worse && ' – needs attention'}
    </Typography>
  );
}

function Examples({ preview: { examples } }: Pick<Question, 'preview'>): ReactElement {
  return (
    <Table size="small" aria-label="Examples">
      <TableHead>
        <TableRow>
          {['Item number', 'Product name', 'Warehouse', 'Location'].map((label) => (
            <TableCell key={label} component="th" scope="col">
              {label}
            </TableCell>
          ))}
          <TableCell component="th" scope="col" align="right">
            Quantity
          </TableCell>
          {['Now', 'Then'].map((label) => (
            <TableCell key={label} component="th" scope="col">
              {label}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {examples.map((row, index) => (
          // Two rows may differ in dimensions that are not shown.
          <TableRow key={`${index} ${row.itemNumber}`}>
            <TableCell>{row.itemNumber}</TableCell>
            <TableCell>{row.productName}</TableCell>
            <TableCell>{row.warehouse}</TableCell>
            <TableCell>{row.location}</TableCell>
            <TableCell align="right">{formatQuantity(row.quantity)}</TableCell>
            <TableCell>{row.from}</TableCell>
            <TableCell sx={{ fontWeight: worsens(row) ? 700 : 400 }}>{row.to}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
