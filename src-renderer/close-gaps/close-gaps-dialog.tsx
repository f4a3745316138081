import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, useMemo, useState, type DragEvent, type ReactElement } from 'react';
import type { CloseScope } from '../../src-main/domain/close-gaps.ts';
import type { OnHandFilter } from '../../src-main/domain/on-hand-query.ts';
import { formatCount } from '../app/format.ts';
import { LabelledToggle } from '../form/labelled-toggle.tsx';
import { EnterStep } from './enter-step.tsx';
import { ExceptionStep, unitsOf, type ExceptionDraft } from './exception-step.tsx';
import { PlanStep } from './plan-step.tsx';
import { ScopeChoice, type ScopeKind } from './scope-choice.tsx';
import { useCloseGaps } from './use-close-gaps.ts';

/** Props of `CloseGapsDialog`. */
export interface CloseGapsDialogProps {
  /** All rows that match it are meant, unless rows are selected. */
  readonly filter: OnHandFilter;
  /** Ids of selected stock rows. */
  readonly selected?: readonly number[];
  readonly onClose: () => void;
}

type Doing = 'serials' | 'exceptions';

const NONE: readonly number[] = [];

const full = { height: 'calc(100% - 48px)', maxHeight: 'none', m: 3 } as const;

const content = { display: 'flex', flexDirection: 'column', gap: 1.5, minHeight: 0, flex: 1 } as const;

/**
 * The dialog **Close gaps**: serial numbers for very many blank units at once. They are scanned, pasted or read from a
 * file; the plan says which one goes to which unit; **Apply** is one action with one undo.
 */
export function CloseGapsDialog({ filter, selected = NONE, onClose }: CloseGapsDialogProps): ReactElement {
  const id = useId();
  const [kind, setKind] = useState<ScopeKind>(selected.length > 0 ? 'selected' : 'matching');
  const [doing, setDoing] = useState<Doing>('serials');
  const [draft, setDraft] = useState<ExceptionDraft>({ reason: '', units: '' });
  const scope = useMemo(
    (): CloseScope => (kind === 'selected' ? { stockIds: [...selected] } : { filter }),
    [kind, selected, filter],
  );
  const gaps = useCloseGaps(scope, onClose);
  const { plan, block, working, problem, leftOut } = gaps;
  const empty = block.text.trim() === '';
  const units = unitsOf(draft);
  const makePlan = (): void => {
    if (!empty) void gaps.makePlan();
  };
  const planned = plan === undefined ? 0 : plan.planned - leftOut.size;

  return (
    <Dialog
      open
      // A click beside it would lose what is planned.
      onClose={(_event, reason) => {
        if (reason === 'escapeKeyDown' && !working) onClose();
      }}
      maxWidth="xl"
      fullWidth
      aria-labelledby={id}
      slotProps={{ paper: { sx: full } }}
      {...filesDropped((file) => plan === undefined && void gaps.readFile(file))}
    >
      <DialogTitle id={id}>Close gaps</DialogTitle>
      <DialogContent sx={content}>
        {problem !== undefined && <Alert severity={problem.severity}>{problem.sentence}</Alert>}
        {plan === undefined ? (
          <>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
              <LabelledToggle
                label="What to do"
                value={doing}
                choices={[
                  { value: 'serials', label: 'Enter serial numbers' },
                  { value: 'exceptions', label: 'Record as not readable' },
                ]}
                onChange={setDoing}
              />
              <ScopeChoice kind={kind} onKind={setKind} scope={scope} selected={selected.length} />
            </Box>
            {doing === 'serials' ? (
              <EnterStep
                block={block}
                onBlock={gaps.setBlock}
                onFile={(file) => void gaps.readFile(file)}
                reading={gaps.reading}
                onReading={gaps.setReading}
                onDone={makePlan}
              />
            ) : (
              <ExceptionStep draft={draft} onChange={setDraft} />
            )}
          </>
        ) : (
          <PlanStep plan={plan} leftOut={leftOut} onLeaveOut={gaps.leaveOut} />
        )}
      </DialogContent>
      <DialogActions>
        {plan !== undefined && (
          <Button disabled={working} onClick={gaps.goBack} sx={{ mr: 'auto' }}>
            Back
          </Button>
        )}
        <Button disabled={working} onClick={onClose}>
          Cancel
        </Button>
        {plan !== undefined ? (
          <Button variant="contained" disabled={working || planned === 0} onClick={() => void gaps.apply()}>
            {working ? 'Applying…' : `Apply ${formatCount(planned)}`}
          </Button>
        ) : doing === 'serials' ? (
          <Button variant="contained" disabled={working || empty} onClick={makePlan}>
            {working ? 'Planning…' : 'Show the plan'}
          </Button>
        ) : (
          <Button
            variant="contained"
            disabled={working || draft.reason.trim() === '' || units === undefined}
            onClick={() => units !== undefined && void gaps.recordExceptions(draft.reason, units)}
          >
            {working ? 'Recording…' : 'Record'}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** Takes files that are dropped on the dialog, before the window takes them to Import and export. */
function filesDropped(take: (file: File) => void): Record<string, (event: DragEvent) => void> {
  const mine = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    onDragEnter: mine,
    onDragOver: mine,
    onDragLeave: mine,
    onDrop: (event) => {
      mine(event);
      const [file] = event.dataTransfer.files;
      if (file !== undefined) take(file);
    },
  };
}
