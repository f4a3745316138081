import MoveToInbox from '@mui/icons-material/MoveToInbox';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useEffect, useId, useRef, type ReactElement, type RefObject } from 'react';
import type { SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { usePageCommand } from '../../app/page-commands.ts';
import { focusField } from '../../form/enter-goes-on.ts';
import { FormActions } from '../../form/form-actions.tsx';
import { SerialEntryField } from '../../serial-entry/serial-entry.tsx';
import { receiptFieldNames, ReceiptFields } from './receipt-fields.tsx';
import { sourceWords, type Source } from './receive-source.ts';
import { useReceiptForm } from './use-receipt-form.ts';
import { WhatIsAsked } from './what-is-asked.tsx';

/** Props of `ReceiptForm`. */
export interface ReceiptFormProps {
  readonly source: Source;
  /** Goes up when the source is chosen; the first field takes the focus then. */
  readonly turn: number;
  readonly entries: readonly SerialEntry[];
  readonly onEntries: (entries: readonly SerialEntry[]) => void;
  readonly onReceived: () => void;
  readonly onDiscard: () => void;
}

/** One receipt: quantity, place, the serials that are asked, and **Receive**. */
export function ReceiptForm(props: ReceiptFormProps): ReactElement {
  const { source, turn, entries, onEntries, onReceived, onDiscard } = props;
  const form = useReceiptForm({ source, entries, onReceived });
  const { draft, item, needs, takesSerials, problem, busy } = form;
  const titleId = useId();
  const place = useRef<HTMLDivElement>(null);
  const serials = useRef<HTMLDivElement>(null);
  const known = item !== undefined;
  const first = source.kind === 'item' && draft.warehouse === '' ? 'source.warehouse' : 'quantity';
  const begun = useRef(0);
  useEffect(() => {
    if (begun.current === turn || !known) return;
    begun.current = turn;
    focusField(place, first);
  }, [known, first, turn]);
  useEffect(() => {
    if (problem === undefined) return;
    if (problem.path.startsWith('entries')) focusSerials(serials);
    else if (problem.path !== '') focusField(place, problem.path);
  }, [problem]);
  usePageCommand('save', () => void form.receive(), 'Receive what the form says');

  const atEntries = problem?.path.startsWith('entries') === true;
  const elsewhere =
    problem !== undefined && !receiptFieldNames.includes(problem.path) && !(atEntries && takesSerials);
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Stack ref={place} spacing={1.25} sx={{ p: 2 }}>
        <Typography id={titleId} variant="h2">
          {sourceWords(source)}
        </Typography>
        <ReceiptFields
          source={source}
          draft={draft}
          item={item}
          quantity={form.quantity}
          problem={problem}
          onChange={form.change}
          onLast={() => {
            if (takesSerials) focusSerials(serials);
            else void form.receive();
          }}
        />
        {needs !== undefined && <WhatIsAsked needs={needs} />}
        {needs !== undefined && takesSerials && (
          <Box ref={serials}>
            <SerialEntryField
              itemNumber={needs.itemNumber}
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
              createNumbers={needs.capturesNew && !(needs.document === 'return' && needs.needed === 0)}
              notReadable={
                needs.notReadable ||
                (needs.needed === 0
                  ? false
                  : `Blank receipt allowed is off for ${needs.itemNumber}, so a unit without a readable label is not received.`)
              }
              problem={atEntries ? problem : undefined}
              onLabel={({ batch }) => {
                if (batch !== '' && draft.batchNumber === '' && needs.document !== 'transfer')
                  form.change({ batchNumber: batch });
              }}
              onComplete={() => void form.receive()}
            />
          </Box>
        )}
        {elsewhere && <Alert severity="error">{problem.sentence}</Alert>}
      </Stack>
      <FormActions>
        <Button
          variant="contained"
          startIcon={<MoveToInbox />}
          loading={busy}
          loadingPosition="start"
          disabled={!known}
          title="Ctrl+S"
          onClick={() => void form.receive()}
        >
          Receive
        </Button>
        <Button color="inherit" onClick={onDiscard}>
          Discard
        </Button>
      </FormActions>
    </Box>
  );
}

type Place = RefObject<HTMLElement | null>;

function focusSerials(place: Place): void {
  place.current?.querySelector('input')?.focus();
}
