import { existsSync } from 'node:fs';
import { z } from 'zod';
import { nameKey } from '../domain/name-key.ts';
import type { ImportOutcome, ImportPreview, OnHandScope } from '../domain/import-preview.ts';
import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { groupInputSchema } from '../domain/tracking-dimension-group.ts';
import { shortened } from '../domain/shortened.ts';
import { storageGroupSchema } from '../domain/storage-dimension-group.ts';
import { groupByKey, groupNames } from '../store/group-queries.ts';
import { itemsByNumbers } from '../store/item-queries.ts';
import { refreshSums, warehouseRows } from '../store/on-hand-queries.ts';
import { saveSource } from '../store/source-queries.ts';
import { applyStagedRows, vanishingStock } from '../store/staged-on-hand.ts';
import { attachStaging, detachStaging, readPlan } from '../store/staging.ts';
import type { Store } from '../store/store.ts';
import { storeGroup } from './groups.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import { openImportFolder } from './import-folder.ts';
import type { PlannedItem } from './planned.ts';
import { createItemWriter } from './item-changes.ts';
import { saveLegalEntity } from './legal-entities.ts';
import { storeStorageGroup } from './storage-groups.ts';

/** What applying an import needs to know. */
export interface ApplyImport {
  readonly importId: string;
  readonly scope: OnHandScope;
  readonly now: Date;
  /** Name of the operating system's user, for the history. */
  readonly user: string;
}

/**
 * Applies the good rows of an inspected import in one transaction: groups, then items, then on-hand.
 * What it changes of the configuration is one change in the history.
 * @throws DomainError `changed-meanwhile` where the data is no longer what the preview was made from.
 */
export function applyImport(
  store: Store,
  dataFolder: string,
  { importId, scope, now, user }: ApplyImport,
  control: JobControl,
): ImportOutcome {
  const folder = openImportFolder(dataFolder, importId);
  if (!existsSync(folder.staging))
    throw new DomainError('not-found', 'This import was not looked at yet. Choose the files again.');
  attachStaging(store, folder.staging);
  try {
    const preview = JSON.parse(readPlan(store, 'preview') ?? '') as ImportPreview;
    return store.change(() => {
      if (readPlan(store, 'revision') !== String(store.revision()))
        throw new DomainError(
          'changed-meanwhile',
          'The data changed after this preview was made. Look at the files again, then apply.',
        );
      control.phase('Storing groups and items', 0);
      const names = preview.files.map(({ name }) => name).join(', ');
      const change = beginChange({ store, user, now: () => now }, 'import', shortened(`Import of ${names}`));
      applyGroups(store, change);
      applyStorageGroups(store, change);
      applyItems(store, change);
      const legalEntity = z
        .string()
        .nullable()
        .parse(JSON.parse(readPlan(store, 'legalEntity') ?? 'null'));
      if (legalEntity !== null) saveLegalEntity(store, legalEntity);
      control.progress(0);
      const disappeared = applyOnHand(store, preview, scope, now, control);
      return { files: preview.files.map(({ name, counts }) => ({ name, counts })), disappeared };
    });
  } finally {
    detachStaging(store);
  }
}

function applyGroups(store: Store, change: RecordedChange): void {
  for (const input of z.array(groupInputSchema).parse(JSON.parse(readPlan(store, 'groups') ?? '[]')))
    storeGroup(store, change, input, groupByKey(store, nameKey(input.name)));
}

function applyStorageGroups(store: Store, change: RecordedChange): void {
  const groups = z.array(storageGroupSchema).parse(JSON.parse(readPlan(store, 'storageGroups') ?? '[]'));
  for (const group of groups) storeStorageGroup(store, change, group);
}

function applyItems(store: Store, change: RecordedChange): void {
  const planned = JSON.parse(readPlan(store, 'items') ?? '[]') as PlannedItem[];
  if (planned.length === 0) return;
  const groupIds = new Map([...groupNames(store)].map(([id, name]) => [nameKey(name), id]));
  const numbers = planned.map(({ itemNumber }) => itemNumber);
  const known = new Map(itemsByNumbers(store, numbers).map((item) => [item.itemNumber, item]));
  const writer = createItemWriter(store, change);
  for (const { group, ...texts } of planned) {
    const stored = known.get(texts.itemNumber);
    const { serialMask, units } = stored ?? { serialMask: '', units: [] };
    writer.store({ ...texts, groupId: groupIds.get(nameKey(group)) ?? null, serialMask, units }, stored);
  }
}

function applyOnHand(
  store: Store,
  preview: ImportPreview,
  scope: OnHandScope,
  now: Date,
  control: JobControl,
): { readonly rows: number; readonly quantity: number } {
  const files = new Map(JSON.parse(readPlan(store, 'warehouses') ?? '[]') as [string, string][]);
  if (files.size === 0) return { rows: 0, quantity: 0 };
  const newRows = preview.files.reduce(
    (sum, file) => sum + (file.kind === 'on-hand' ? file.counts.new : 0),
    0,
  );
  const { rows, quantity } = vanishingStock(store, scope, 0);
  control.phase('Storing on-hand', 0);
  applyStagedRows(store, scope, newRows);
  control.progress(0);
  control.phase('Adding up', 0);
  refreshSums(store, [...files.keys()]);
  control.progress(0);
  const counted = new Map(warehouseRows(store).map((one) => [one.warehouse, one.rows]));
  for (const [warehouse, fileName] of files)
    saveSource(store, {
      warehouse,
      fileName,
      importedAt: now.toISOString(),
      rows: counted.get(warehouse) ?? 0,
    });
  return { rows, quantity };
}
