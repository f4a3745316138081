import ShoppingCartCheckout from '@mui/icons-material/ShoppingCartCheckout';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactElement } from 'react';
import { nameKey } from '../../../src-main/domain/name-key.ts';
import type { PickWork } from '../../../src-main/domain/pick.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { focusField } from '../../form/enter-goes-on.ts';
import { FormActions } from '../../form/form-actions.tsx';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { ConfirmPlace } from './confirm-place.tsx';
import { PickFields } from './pick-fields.tsx';
import { placeWords, standingWords, withUnit } from './pick-words.ts';
import { RecordFirstDialog } from './record-first-dialog.tsx';
import { ShortPickDialog } from './short-pick-dialog.tsx';
import { notReadableOf, usePickStep, type Place } from './use-pick-step.ts';

/** A scanner that ends a scan with two keys must not pick with the second. */
const ONE_SCAN_MILLISECONDS = 400;

/** Props of `PickStep`. */
export interface PickStepProps {
  readonly work: PickWork;
  /** The place that was confirmed for the step before. */
  readonly at: (Place & Pick<PickWork, 'warehouse'>) | undefined;
  readonly entries: readonly SerialEntry[];
  readonly onEntries: (entries: readonly SerialEntry[]) => void;
  /** @param left what is left of the work, in thousandths. */
  readonly onPicked: (place: Place, left: number) => void;
}

/** The step at hand: where, what, how much, the serials that are asked, and **Pick**. */
export function PickStep({ work, at, entries, onEntries, onPicked }: PickStepProps): ReactElement {
  const same = at !== undefined && samePlace(at, work);
  const step = usePickStep({ work, confirmed: same, entries, onPicked });
  const { draft, atPlace, needs, takesSerials, problem, busy } = step;
  const [dialog, setDialog] = useState<'short' | 'record'>();
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  const serials = useRef<HTMLDivElement>(null);
  const pickButton = useRef<HTMLButtonElement>(null);
  const confirmedAt = useRef(Number.NEGATIVE_INFINITY);

  /** The next thing that wants the user: where it is put, the serials, or the button. */
  const goOn = useEffectEvent((): void => {
    if (!draft.confirmed) focusField(body, 'confirm');
    else if (draft.putLocation === '') focusField(body, 'putLocation');
    else if (takesSerials) serials.current?.querySelector('input')?.focus();
    else pickButton.current?.focus();
  });
  const known = needs !== undefined;
  useEffect(() => {
    if (draft.confirmed && known) goOn();
  }, [draft.confirmed, known]);
  const { refusal } = step;
  useEffect(() => {
    if (refusal === undefined) return;
    if (refusal.path.startsWith('entries')) serials.current?.querySelector('input')?.focus();
    else if (refusal.path !== '') focusField(body, refusal.path);
  }, [refusal]);
  const opened = useRef(false);
  useEffect(() => {
    // The button that opened the dialog may be gone with it.
    if (dialog === undefined && opened.current) goOn();
    opened.current = dialog !== undefined;
  }, [dialog]);
  usePageCommand('save', () => void step.pick(), 'Pick what the step says');

  const atEntries = problem?.path.startsWith('entries') === true;
  const shown = ['confirm', 'quantity', 'putLocation', 'putLicensePlate'];
  const elsewhere = problem !== undefined && !shown.includes(problem.path) && !(atEntries && takesSerials);
  const found =
    step.quantity !== undefined && step.quantity < work.remaining
      ? step.quantity
      : takesSerials
        ? Math.min(entries.length * THOUSANDTHS, work.remaining)
        : 0;
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Stack ref={body} spacing={1.5} sx={{ p: 2 }}>
        <Box>
          <Typography id={titleId} variant="h2">
            {`${withUnit(work.remaining, work.inventoryUnit)} of ${work.itemNumber}${work.itemName === '' ? '' : ` ${work.itemName}`}`}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {`Line ${work.lineNumber} of ${work.orderNumber}, ${work.orderKind.toLowerCase()} order`}
          </Typography>
        </Box>
        <ConfirmPlace
          work={work}
          draft={draft}
          problem={problem?.path === 'confirm' ? problem.sentence : undefined}
          onChange={step.change}
          onConfirmed={() => {
            confirmedAt.current = performance.now();
          }}
        />
        <PickFields
          work={work}
          draft={draft}
          atPlace={atPlace}
          quantity={step.quantity}
          problem={problem}
          onChange={step.change}
          onLast={() => {
            if (!draft.confirmed) focusField(body, 'confirm');
            else if (takesSerials) serials.current?.querySelector('input')?.focus();
            else void step.pick();
          }}
        />
        {needs !== undefined && needs.problem !== '' && (
          <Alert
            severity="warning"
            action={
              needs.recordFirst &&
              needs.blankStockId !== null && (
                <Button color="inherit" onClick={() => setDialog('record')}>
                  Record serial now
                </Button>
              )
            }
          >
            {needs.problem}
          </Alert>
        )}
        {needs !== undefined && needs.problem === '' && (
          <Alert severity="info" icon={false} role="status" sx={{ py: 0 }}>
            {`${needs.sentence} ${standingWords(needs, work.inventoryUnit)}`}
          </Alert>
        )}
        {needs !== undefined && takesSerials && (
          <Box ref={serials}>
            <SerialEntryField
              itemNumber={work.itemNumber}
              scope={needs.scope}
              capturesNew={needs.capturesNew}
              needed={needs.needed}
              maximum={needs.maximum}
              value={entries}
              onChange={onEntries}
              autoFocus={false}
              notReadable={notReadableOf(needs, work.itemNumber)}
              {...(needs.blankStockId !== null && !needs.onDocument && { onSwap: step.swap })}
              problem={atEntries ? problem : undefined}
              onComplete={() => void step.pick()}
            />
          </Box>
        )}
        {elsewhere && <Alert severity="error">{problem.sentence}</Alert>}
      </Stack>
      <FormActions>
        <Button
          ref={pickButton}
          variant="contained"
          startIcon={<ShoppingCartCheckout />}
          loading={busy}
          loadingPosition="start"
          title="Ctrl+S"
          onClick={({ detail }) => {
            const byKey = detail === 0;
            const soon = performance.now() - confirmedAt.current <= ONE_SCAN_MILLISECONDS;
            if (!byKey || !soon) void step.pick();
          }}
        >
          Pick
        </Button>
        <Button color="inherit" onClick={() => setDialog('short')}>
          Short pick
        </Button>
      </FormActions>
      {dialog === 'short' && (
        <ShortPickDialog
          work={work}
          found={found}
          onShortPick={step.shortPick}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'record' && needs !== undefined && needs.blankStockId !== null && (
        <RecordFirstDialog
          itemNumber={work.itemNumber}
          place={placeWords(draft)}
          stockId={needs.blankStockId}
          units={needs.blankStockUnits}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Box>
  );
}

function samePlace(
  one: Place & Pick<PickWork, 'warehouse'>,
  other: Place & Pick<PickWork, 'warehouse'>,
): boolean {
  return (
    one.warehouse === other.warehouse &&
    nameKey(one.location) === nameKey(other.location) &&
    nameKey(one.licensePlate) === nameKey(other.licensePlate)
  );
}
