import { Button } from '@mui/material';
import type { ReactElement } from 'react';
import type { NotTaken } from './settle-check.ts';

/** What can be done about pieces that were not taken. */
export interface NotTakenHandlers {
  /** Undefined where the page offers no swap. */
  readonly onSwap: ((refused: NotTaken & { readonly standsIn: number }) => void) | undefined;
  /** The piece was refused as a range, and is one serial. */
  readonly onAsSerial: (refused: NotTaken) => void;
  readonly onAgain: (refused: NotTaken) => void;
}

/** The buttons of a piece that was not taken. */
export function NotTakenActions(
  props: NotTakenHandlers & { readonly refused: NotTaken; readonly disabled: boolean },
): ReactElement {
  const { refused, disabled, onSwap, onAsSerial, onAgain } = props;
  const { text, standsIn, asSerial, again } = refused;
  return (
    <>
      {onSwap !== undefined && standsIn !== undefined && (
        <Button
          variant="outlined"
          color="inherit"
          disabled={disabled}
          onClick={() => onSwap({ ...refused, standsIn })}
          aria-description={text}
        >
          Swap with a blank unit here
        </Button>
      )}
      {asSerial && (
        <Button
          variant="outlined"
          color="inherit"
          disabled={disabled}
          onClick={() => onAsSerial(refused)}
          aria-description={text}
        >
          It is one serial number
        </Button>
      )}
      {again && (
        <Button variant="outlined" color="inherit" disabled={disabled} onClick={() => onAgain(refused)}>
          Try again
        </Button>
      )}
    </>
  );
}
