import { z } from 'zod';
import { DomainError } from '../domain/problem.ts';
import { appendInventoryEvent, eventById, reversalOf } from '../store/event-queries.ts';
import { eventById as historyEvent, lastEventOf } from '../store/history-queries.ts';
import { reverseImported } from '../store/import-reversal.ts';
import { refreshSums } from '../store/on-hand-queries.ts';
import { restoreSource } from '../store/source-queries.ts';
import type { Store } from '../store/store.ts';
import type { RecordedChange } from './history-recorder.ts';
import { nameOf } from './reverse-event.ts';
import type { ApplyVersion } from './undo-change.ts';

const sourceSchema = z.object({
  warehouse: z.string(),
  fileName: z.string(),
  importedAt: z.string(),
  rows: z.number(),
  eventId: z.number(),
});

/** What the history keeps of an import of on-hand. Quantities in thousandths. */
export const importedOnHandSchema = z.object({
  /** Names of the files. */
  files: z.string(),
  warehouses: z.array(z.string()),
  new: z.number(),
  changed: z.number(),
  /** Rows that disappeared. */
  disappeared: z.number(),
  /** Where the on-hand of the warehouses came from before. */
  sources: z.array(sourceSchema),
});

/** See `importedOnHandSchema`. */
export type ImportedOnHand = Readonly<z.infer<typeof importedOnHandSchema>>;

/** Notes an import of on-hand in the history, under the id of its event in the ledger. */
export function recordImportedOnHand(change: RecordedChange, eventId: number, after: ImportedOnHand): void {
  change.record({ kind: 'on-hand', subject: String(eventId), name: after.files, before: null, after });
}

/**
 * Takes the on-hand of an import back, with the ledger.
 * @throws DomainError `in-use` where later events moved its stock, the last of which is named; `invalid` where it is to
 * come back after it was undone.
 */
export const applyImportedOnHandVersion: ApplyVersion = (store, change, subject, value, control) => {
  const eventId = Number(subject);
  const event = eventById(store, eventId);
  const recorded = recordedImport(store, subject);
  if (event === undefined || recorded === undefined)
    throw new DomainError('not-found', 'This import is not in the ledger.');
  if (value !== null || reversalOf(store, eventId) !== undefined)
    throw new DomainError('invalid', `${nameOf(event)} was undone. Import the file again instead.`);
  const reverse = (rows: number): number => {
    control.phase('Taking the on-hand back', rows);
    return appendInventoryEvent(store, {
      at: change.at,
      user: change.user,
      kind: 'reversal',
      reason: `Undo of the import of ${recorded.files}`,
      reverses: eventId,
    });
  };
  control.phase('Looking at what came since', 0);
  const obstacle = reverseImported(store, eventId, reverse, control);
  if (obstacle !== undefined) {
    const later = obstacle.eventId === undefined ? undefined : eventById(store, obstacle.eventId);
    throw new DomainError(
      'in-use',
      later === undefined
        ? `The import of ${recorded.files} cannot be undone: stock of ${obstacle.itemNumber} that it brought is not there any more.`
        : `The import of ${recorded.files} cannot be undone: ${nameOf(later)} has changed stock of ${obstacle.itemNumber} since. Take that back first.`,
    );
  }
  const { warehouses, sources, files } = recorded;
  control.phase('Adding up', 0);
  refreshSums(store, warehouses);
  control.progress(0);
  for (const warehouse of warehouses)
    restoreSource(
      store,
      warehouse,
      eventId,
      sources.find((source) => source.warehouse === warehouse),
    );
  change.record({ kind: 'on-hand', subject, name: files, before: recorded, after: null });
};

function recordedImport(store: Store, subject: string): ImportedOnHand | undefined {
  const id = lastEventOf(store, 'on-hand', subject);
  const event = id === undefined ? undefined : historyEvent(store, id);
  return importedOnHandSchema.safeParse(event?.after ?? event?.before).data;
}
