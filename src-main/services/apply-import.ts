import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { ImportOutcome, ImportPreview, OnHandScope } from '../domain/import-preview.ts';
import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { shortened } from '../domain/shortened.ts';
import { appendInventoryEvent } from '../store/event-queries.ts';
import { keepTotals } from '../store/kept-totals.ts';
import { refreshSums, warehouseRows } from '../store/on-hand-queries.ts';
import { addStagedPlaces } from '../store/places.ts';
import { listSources, saveSource } from '../store/source-queries.ts';
import { settle } from '../store/settle.ts';
import { unsettleWork } from '../store/settle-awaited.ts';
import { unsettleStaged } from '../store/staged-serials.ts';
import { applyStagedRows, vanishingStock } from '../store/staged-on-hand.ts';
import { attachStaging, detachStaging, readPlan } from '../store/staging.ts';
import type { Store } from '../store/store.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import { isEmpty, storeConfiguration } from './import-configuration.ts';
import { openImportFolder } from './import-folder.ts';
import { recordImportedOnHand } from './import-undo.ts';
import { readConfiguration, readPreview } from './inspected-import.ts';
import { saveLegalEntity } from './legal-entities.ts';
import { storePlannedOrders } from './planned-orders.ts';
import { confirmReach, reach } from './what-if.ts';

/** What applying an import needs to know. */
export interface ApplyImport {
  readonly importId: string;
  readonly scope: OnHandScope;
  /** The revision of the confirmed what-if, where the import has one. */
  readonly confirmed?: number | undefined;
  readonly now: Date;
  /** Name of the operating system's user, for the history. */
  readonly user: string;
}

/**
 * Applies the good rows of an inspected import in one transaction: groups, then items, then orders, then on-hand.
 * All of it is one change in the history, and can be undone as one.
 * @throws DomainError `changed-meanwhile` where the data is no longer what the preview was made from,
 * `needs-confirmation` where the configuration reaches stock and its what-if was not confirmed.
 */
export function applyImport(
  store: Store,
  dataFolder: string,
  { importId, confirmed, ...apply }: ApplyImport,
  control: JobControl,
): ImportOutcome {
  const folder = openImportFolder(dataFolder, importId);
  if (!existsSync(folder.staging))
    throw new DomainError('not-found', 'This import was not looked at yet. Choose the files again.');
  attachStaging(store, folder.staging);
  try {
    const preview = readPreview(store);
    return store.change(() => {
      if (readPlan(store, 'revision') !== String(store.revision()))
        throw new DomainError(
          'changed-meanwhile',
          'The data changed after this preview was made. Look at the files again, then apply.',
        );
      control.phase('Storing groups and items', 0);
      const names = preview.files.map(({ name }) => name).join(', ');
      const change = beginChange(
        { store, user: apply.user, now: () => apply.now },
        'import',
        shortened(`Import of ${names}`),
      );
      applyConfiguration(store, change, confirmed);
      const legalEntity = z
        .string()
        .nullable()
        .parse(JSON.parse(readPlan(store, 'legalEntity') ?? 'null'));
      if (legalEntity !== null) saveLegalEntity(store, legalEntity);
      storePlannedOrders(store, apply.now.toISOString());
      control.progress(0);
      const disappeared = applyOnHand(store, preview, change, apply.scope, control);
      const files = preview.files.map(({ name, counts }) => ({ name, counts }));
      return { files, disappeared, changeId: change.changeId() };
    });
  } finally {
    detachStaging(store);
  }
}

function applyConfiguration(store: Store, change: RecordedChange, confirmed: number | undefined): void {
  const planned = readConfiguration(store);
  if (isEmpty(planned)) return;
  confirmReach(
    reach(store, () => storeConfiguration(store, change, planned)),
    confirmed,
  );
}

function applyOnHand(
  store: Store,
  preview: ImportPreview,
  change: RecordedChange,
  scope: OnHandScope,
  control: JobControl,
): { readonly rows: number; readonly quantity: number } {
  const files = new Map(JSON.parse(readPlan(store, 'warehouses') ?? '[]') as [string, string][]);
  if (files.size === 0) return { rows: 0, quantity: 0 };
  const counts = preview.files.filter(({ kind }) => kind === 'on-hand').map((file) => file.counts);
  const newRows = counts.reduce((sum, count) => sum + count.new, 0);
  const { rows, quantity } = vanishingStock(store, scope, 0);
  control.phase('Storing on-hand', 0);
  const fileNames = shortened([...new Set(files.values())].join(', '));
  const { at, user } = change;
  const eventId = appendInventoryEvent(store, { at, user, kind: 'import-difference', reason: fileNames });
  applyStagedRows(store, scope, newRows + rows, { id: eventId, at });
  unsettleStaged(store);
  unsettleWork(store, [...files.keys()]);
  control.progress(0);
  control.phase('Adding up', 0);
  addStagedPlaces(store);
  refreshSums(store, [...files.keys()]);
  control.progress(0);
  recordImportedOnHand(change, eventId, {
    files: fileNames,
    warehouses: [...files.keys()],
    new: newRows,
    changed: counts.reduce((sum, count) => sum + count.changed, 0),
    disappeared: rows,
    sources: listSources(store).filter(({ warehouse }) => files.has(warehouse)),
  });
  settle(store);
  keepTotals(store, at.slice(0, 10), eventId);
  const counted = new Map(warehouseRows(store).map((one) => [one.warehouse, one.rows]));
  for (const [warehouse, fileName] of files)
    saveSource(store, {
      warehouse,
      fileName,
      importedAt: at,
      rows: counted.get(warehouse) ?? 0,
      eventId,
    });
  return { rows, quantity };
}
