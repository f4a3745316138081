import Inventory from '@mui/icons-material/Inventory';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { Container, PackLine } from '../../../src-main/domain/pack.ts';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { enterGoesOn, focusField } from '../../form/enter-goes-on.ts';
import { FormActions } from '../../form/form-actions.tsx';
import { QuantityUnit } from '../../form/quantity-unit.tsx';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { withUnit } from '../pick/pick-words.ts';
import { itemWords } from './pack-words.ts';
import { usePackForm } from './use-pack-form.ts';

/** Packs one line: quantity, the serials that are asked, and **Pack**. */
export function PackForm(props: {
  readonly container: Container;
  readonly line: PackLine;
  readonly entries: readonly SerialEntry[];
  readonly onEntries: (entries: readonly SerialEntry[]) => void;
  readonly onPacked: () => void;
  readonly onDiscard: () => void;
}): ReactElement {
  const { container, line, entries, onEntries, onPacked, onDiscard } = props;
  const form = usePackForm({ container, line, entries, onPacked });
  const { needs, takesSerials, problem, busy } = form;
  const titleId = useId();
  const body = useRef<HTMLDivElement>(null);
  const serials = useRef<HTMLDivElement>(null);
  const known = needs !== undefined;
  useEffect(() => {
    if (known) focusField(body, 'quantity');
  }, [known]);
  useEffect(() => {
    if (problem === undefined) return;
    if (problem.path.startsWith('entries')) serials.current?.querySelector('input')?.focus();
    else if (problem.path !== '') focusField(body, problem.path);
  }, [problem]);
  usePageCommand('save', () => void form.pack(), 'Pack what the form says');
  const atEntries = problem?.path.startsWith('entries') === true;
  const elsewhere = problem !== undefined && problem.path !== 'quantity' && !(atEntries && takesSerials);
  const inUnits =
    form.unit === '' || form.quantity === undefined
      ? ''
      : `= ${withUnit(form.quantity, line.inventoryUnit)}, `;
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Stack ref={body} spacing={1.25} sx={{ p: 2 }}>
        <Typography id={titleId} variant="h2">
          {`${itemWords(line)} into ${container.number}`}
        </Typography>
        <Box
          sx={{ maxWidth: 420 }}
          onKeyDown={(event) =>
            enterGoesOn(event, () => {
              if (takesSerials) serials.current?.querySelector('input')?.focus();
              else void form.pack();
            })
          }
        >
          <QuantityUnit
            text={form.text}
            unit={form.unit}
            inventoryUnit={line.inventoryUnit}
            units={form.units}
            onText={form.setText}
            onUnit={form.setUnit}
            problem={problem?.path === 'quantity' ? problem.sentence : undefined}
            help={`${inUnits}${withUnit(line.picked, line.inventoryUnit)} to pack`}
          />
        </Box>
        {needs !== undefined && (
          <Alert severity="info" icon={false} role="status" sx={{ py: 0 }}>
            {needs.sentence}
          </Alert>
        )}
        {needs !== undefined && takesSerials && (
          <Box ref={serials}>
            <SerialEntryField
              itemNumber={line.itemNumber}
              scope={needs.scope}
              capturesNew={needs.capturesNew}
              needed={needs.needed}
              maximum={needs.maximum}
              value={entries}
              onChange={(next) => {
                form.forgetEntries();
                onEntries(next);
              }}
              autoFocus={false}
              notReadable={
                needs.notReadable ||
                `Blank issue allowed is off for ${line.itemNumber}, so a unit without a readable label is not packed.`
              }
              problem={atEntries ? problem : undefined}
              onComplete={() => void form.pack()}
            />
          </Box>
        )}
        {elsewhere && <Alert severity="error">{problem.sentence}</Alert>}
      </Stack>
      <FormActions>
        <Button
          variant="contained"
          startIcon={<Inventory />}
          loading={busy}
          loadingPosition="start"
          title="Ctrl+S"
          onClick={() => void form.pack()}
        >
          Pack
        </Button>
        <Button color="inherit" onClick={onDiscard}>
          Discard
        </Button>
      </FormActions>
    </Box>
  );
}
