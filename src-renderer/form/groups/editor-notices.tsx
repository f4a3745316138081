import { Alert, Button } from '@mui/material';
import type { ReactElement } from 'react';

/** Props of `EditorNotices`. */
export interface EditorNoticesProps {
  /** Why a save failed, where no field is to blame. */
  readonly problem: string | undefined;
  /** Another window has saved the group since; shows how it differs. Undefined where none has. */
  readonly onCompare: (() => void) | undefined;
}

/** What there is to say about the group as a whole, above its form. */
export function EditorNotices({ problem, onCompare }: EditorNoticesProps): ReactElement {
  return (
    <>
      {problem !== undefined && (
        <Alert severity="error" sx={{ m: 2, mb: 0 }}>
          {problem}
        </Alert>
      )}
      {onCompare !== undefined && (
        <Alert
          severity="warning"
          sx={{ m: 2, mb: 0 }}
          action={
            <Button color="inherit" onClick={onCompare}>
              Show what changed
            </Button>
          }
        >
          This group was changed in another window.
        </Alert>
      )}
    </>
  );
}
