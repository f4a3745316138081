import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cleanText } from '../../../src-main/domain/blank.ts';
import type { ReceiptNeeds } from '../../../src-main/domain/receive.ts';
import { serialOf, type SerialEntry } from '../../../src-main/domain/serial-entry.ts';
import { apiClient, problemOf, trpc, type ApiProblem } from '../../api/client.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';
import { useNotify } from '../../app/notifications.tsx';
import { typedQuantity, type TypedQuantity } from '../../form/typed-quantity.ts';
import { usePreference } from '../../grid/preference.ts';
import { newDraft, readRemembered, remembered, warehouseOf, type ReceiptDraft } from './receipt-draft.ts';
import { itemOf, needsSource, type Source } from './receive-source.ts';
import { addReceipt } from './session-receipts.ts';
import { useUndoReceipt } from './use-undo-receipt.ts';

/** What the form of a receipt is about. */
export interface ReceiptFormInput {
  readonly source: Source;
  readonly entries: readonly SerialEntry[];
  /** It was posted; the form may go. */
  readonly onReceived: () => void;
}

const invalid = (path: string, sentence: string): ApiProblem => ({ code: 'invalid', path, sentence });

/** The behaviour of the form: what is typed, what would be asked, and posting it. */
export function useReceiptForm({ source, entries, onReceived }: ReceiptFormInput) {
  const [kept, keep] = usePreference('receive');
  const [draft, setDraft] = useState(() => newDraft(source, readRemembered(kept)));
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const notify = useNotify();
  const undo = useUndoReceipt();
  const asked = needsSource(source, draft.document);
  const item = useQuery(trpc.receive.needs.queryOptions({ source: asked, quantity: 0 }));
  const typed = typedReceipt(item.data, draft);
  const quantity = 'quantity' in typed ? typed.quantity : 0;
  const needs = useQuery({
    ...trpc.receive.needs.queryOptions({ source: asked, quantity }),
    enabled: item.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const unknown = item.error ?? needs.error;
  const takesSerials = (needs.data?.maximum ?? 0) > 0;

  const change = (changes: Partial<ReceiptDraft>): void => {
    setDraft((now) => {
      const moved = changes.warehouse !== undefined && changes.warehouse !== now.warehouse;
      const last = moved ? readRemembered(kept).locations[changes.warehouse ?? ''] : undefined;
      return { ...now, ...(last !== undefined && { location: last }), ...changes };
    });
    setProblem(undefined);
  };
  /** What can be said without asking the server. */
  const missing = (): ApiProblem | undefined => {
    if (source.kind === 'item' && cleanText(draft.warehouse) === '')
      return invalid('source.warehouse', 'Write the warehouse.');
    if ('problem' in typed) return invalid('quantity', typed.problem);
    if (quantity === 0) return invalid('quantity', 'The quantity is above zero.');
    if (cleanText(draft.location) === '') return invalid('location', 'Write the location.');
    const lacking = takesSerials ? (needs.data?.needed ?? 0) - entries.length : 0;
    return lacking > 0
      ? invalid(
          'entries',
          `${formatCount(lacking)} more ${lacking === 1 ? 'serial number is' : 'serial numbers are'} needed.`,
        )
      : undefined;
  };
  const post = async (): Promise<void> => {
    const { document, warehouse, location, licensePlate, batchNumber, inventoryStatus } = draft;
    const isTransfer = item.data?.document === 'transfer';
    const { actionId, notices, generated } = await apiClient.receive.receive.mutate({
      source:
        source.kind === 'line'
          ? { orderLineId: source.line.id }
          : { itemNumber: source.itemNumber, warehouse, document },
      quantity,
      location,
      licensePlate,
      batchNumber: isTransfer ? '' : batchNumber,
      inventoryStatus: isTransfer ? '' : inventoryStatus,
      entries: takesSerials ? [...entries] : [],
    });
    if (actionId === null) return;
    keep(JSON.stringify(remembered(readRemembered(kept), source, draft)));
    const unit = item.data?.inventoryUnit ?? '';
    const what = `${formatQuantity(quantity)} ${unit === '' ? '' : `${unit} `}of ${itemOf(source)}`;
    addReceipt({
      actionId,
      at: new Date().toISOString(),
      what,
      document: source.kind === 'line' ? `${source.orderNumber}, line ${source.line.lineNumber}` : '',
      place: [warehouseOf(source, warehouse), location, licensePlate]
        .map(cleanText)
        .filter((part) => part !== '')
        .join(' '),
      serials:
        generated.length > 0 ? generated : takesSerials ? entries.flatMap((one) => serialOf(one) ?? []) : [],
      generated: generated.length > 0,
      notices,
      undone: false,
    });
    onReceived();
    notify({
      severity: 'success',
      text: [`Received ${what}.`, madeWords(generated), ...notices.slice(0, 3)].filter(Boolean).join(' '),
      action: { label: 'Undo', onClick: () => void undo(actionId) },
    });
    await client.invalidateQueries();
  };
  const receive = async (): Promise<void> => {
    if (busy) return;
    const lacking = missing();
    setProblem(lacking);
    if (lacking !== undefined) return;
    setBusy(true);
    try {
      await post();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };

  return {
    draft,
    change,
    /** The quantity in thousandths of the inventory unit; undefined while it cannot be read. */
    quantity: 'quantity' in typed ? typed.quantity : undefined,
    item: item.data,
    needs: needs.data,
    takesSerials,
    problem: problem ?? (unknown === null ? undefined : problemOf(unknown)),
    busy,
    /** What was wrong with the entries was said of other ones. */
    forgetEntries: (): void =>
      setProblem((now) => (now?.path.startsWith('entries') === true ? undefined : now)),
    receive,
  };
}

function typedReceipt(item: ReceiptNeeds | undefined, { quantity, unit }: ReceiptDraft): TypedQuantity {
  if (item === undefined) return { problem: 'The item is still being looked up.' };
  return typedQuantity({ ...item, wholeUnits: item.tracked }, quantity, unit);
}

function madeWords(generated: readonly string[]): string {
  const [first, last] = [generated[0], generated.at(-1)];
  if (first === undefined) return '';
  return generated.length === 1
    ? `Number made: ${first}.`
    : `${formatCount(generated.length)} numbers made: ${first} to ${last ?? ''}.`;
}
