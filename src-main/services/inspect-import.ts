import { renameSync, rmSync, statSync } from 'node:fs';
import type { FilePreview, ImportPreview, ImportProblem } from '../domain/import-preview.ts';
import type { JobControl } from '../domain/job.ts';
import { DomainError } from '../domain/problem.ts';
import { shortened } from '../domain/shortened.ts';
import { stagedCounts } from '../store/staged-on-hand.ts';
import {
  addProblem,
  attachStaging,
  createStaging,
  detachStaging,
  dropFile,
  problemCounts,
  savePlan,
} from '../store/staging.ts';
import type { Store } from '../store/store.ts';
import { lookAtConfiguration } from './import-configuration.ts';
import { openImportFolder, type ImportFolder } from './import-folder.ts';
import { beginPlan } from './import-plan.ts';
import { inspectFile } from './inspect-file.ts';
import { inspectStagedOnHand } from './inspect-on-hand.ts';
import { saveInspected } from './inspected-import.ts';
import { checkLegalEntities, readLegalEntity } from './legal-entities.ts';
import { openImportFile, type OpenedContent } from './open-import-file.ts';
import { wholeFiles, type ImportPart } from './unpack-import.ts';
import type { PlannedConfiguration } from './planned.ts';
import { savePlannedOrders } from './planned-orders.ts';
import { readAppSettings } from '../store/setting-queries.ts';
import { createOnHandCollection } from './stage-on-hand.ts';

/** Files are read in this order, whatever order they were chosen in, because each kind refers to the one before. */
const ORDER = [
  'configuration',
  'tracking-dimension-groups',
  'storage-dimension-groups',
  'tracking-number-groups',
  'location-stages',
  'items',
  'sales-orders',
  'purchase-orders',
  'transfer-orders',
  'on-hand',
] as const;

/** Longest reason that is kept of a problem, in characters: the names in it may come from a file. */
const MAX_REASON = 500;

const noCounts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
const nothing = { rows: 0, quantity: 0, examples: [] };
const noComparison = {
  warehouses: [],
  merged: 0,
  capturedHere: { staying: 0, confirmed: 0 },
  disappearing: { warehouses: nothing, items: nothing },
};

/** A preview while it is being made. */
interface FileState {
  readonly index: number;
  readonly part: ImportPart;
  content: OpenedContent | undefined;
  zero: number;
  preview: FilePreview;
}

/**
 * Reads all files of an import into the staging database and says what applying them would do. Changes nothing else.
 * @param parts what the files hold, unpacked.
 * @throws JobCanceledError.
 */
export function inspectImport(
  store: Store,
  dataFolder: string,
  importId: string,
  control: JobControl,
  parts?: readonly ImportPart[],
): ImportPreview {
  const folder = openImportFolder(dataFolder, importId);
  for (const file of [folder.staging, folder.draft]) rmSync(file, { force: true });
  const preview = draftPreview(store, folder, parts ?? wholeFiles(folder), importId, control);
  // Only now may problems be asked for and the preview be confirmed.
  renameSync(folder.draft, folder.staging);
  return preview;
}

function draftPreview(
  store: Store,
  folder: ImportFolder,
  parts: readonly ImportPart[],
  importId: string,
  control: JobControl,
): ImportPreview {
  attachStaging(store, folder.draft);
  try {
    createStaging(store);
    const { configuration, ...inspected } = store.scratch(() => {
      savePlan(store, 'revision', store.revision());
      return inspectFiles(store, parts, control);
    });
    // After the long reading, because what only looks holds the data file's lock for as long as it takes.
    const reached = lookAtConfiguration(store, configuration);
    const preview = { importId, ...inspected, whatIf: reached?.preview ?? null };
    saveInspected(store, { preview, configuration, stocked: reached?.stocked ?? [] });
    return preview;
  } finally {
    detachStaging(store);
  }
}

function inspectFiles(
  store: Store,
  parts: readonly ImportPart[],
  control: JobControl,
): Omit<ImportPreview, 'importId' | 'whatIf'> & { readonly configuration: PlannedConfiguration } {
  const files = parts.map((part, index): FileState => ({
    index,
    part,
    content: undefined,
    zero: 0,
    preview: emptyPreview(part.name),
  }));
  const plan = beginPlan(store);
  const entities = checkLegalEntities(readLegalEntity(store));
  const onHand = createOnHandCollection(plan.stockedItem, readAppSettings(store).serialLength);
  const report = (file: number, problem: ImportProblem): void =>
    addProblem(store, file, {
      ...problem,
      value: shortened(problem.value),
      reason: problem.reason.slice(0, MAX_REASON),
    });

  for (const file of files) guarded(store, file, () => openFile(file, control));
  for (const kind of ORDER)
    for (const file of files.filter(({ preview }) => preview.kind === kind))
      guarded(store, file, () => {
        const { index, content, preview } = file;
        if (content === undefined) return;
        control.phase(`Checking ${preview.name}`, statSync(file.part.path).size);
        const input = { store, index, name: preview.name, content, plan, onHand, entities, control };
        const { rows, zero, ...counts } = inspectFile({
          ...input,
          report: (problem) => report(index, problem),
        });
        file.zero = zero;
        file.preview = { ...preview, rows, counts: { ...counts, refused: 0 } };
      });

  const stocked = files.filter(({ preview }) => preview.kind === 'on-hand' && preview.error === null);
  if (stocked.length > 0) {
    control.phase('Comparing with the present stock', 0);
    const compared = inspectStagedOnHand({ store, collected: onHand, report });
    for (const [position, file] of stocked.entries()) {
      // What the files together do to the stock is said once, at the first of them.
      const said = position === 0 ? compared : noComparison;
      const counts = { ...stagedCounts(store, file.index), refused: 0 };
      file.preview = { ...file.preview, counts, onHand: { ...said, zero: file.zero } };
    }
  }
  savePlan(store, 'warehouses', [...onHand.warehouses]);
  savePlannedOrders(store, plan.orders);
  savePlan(store, 'legalEntity', entities.found() ?? null);
  const previews = files.map(({ index, preview }): FilePreview => {
    const { problems, refused } = problemCounts(store, index);
    return { ...preview, problems, counts: { ...preview.counts, refused } };
  });
  const configuration = {
    groups: [...plan.groups.values()],
    storageGroups: [...plan.storageGroups.values()],
    numberGroups: [...plan.numberGroups.values()],
    items: [...plan.items.values()],
    locationPatterns: [...plan.locationPatterns.values()],
  };
  return { files: previews, applicable: previews.some(wouldChange), configuration };
}

/** Does a step with a file; where the file turns out to be unreadable, says so in its preview and forgets what was staged of it. */
function guarded(store: Store, file: FileState, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    dropFile(store, file.index);
    file.content = undefined;
    file.preview = { ...file.preview, error: error.message, rows: 0, counts: noCounts };
  }
}

function openFile(file: FileState, control: JobControl): void {
  if (file.part.error !== undefined) throw new DomainError('unreadable-file', file.part.error);
  control.phase(`Reading ${file.preview.name}`, statSync(file.part.path).size);
  const content = openImportFile(file.part, control);
  file.content = content;
  if (content.kind === 'configuration') file.preview = { ...file.preview, kind: 'configuration' };
  else {
    const { kind, columns, ignored } = content.header;
    const recognised = columns.map(({ name, column }) => ({ column: name, field: column.label }));
    file.preview = { ...file.preview, kind, recognised, ignored };
  }
}

function emptyPreview(name: string): FilePreview {
  return {
    name,
    kind: null,
    error: null,
    recognised: [],
    ignored: [],
    rows: 0,
    counts: noCounts,
    problems: 0,
    onHand: null,
  };
}

function wouldChange({ counts, onHand }: FilePreview): boolean {
  const { disappearing, capturedHere } = onHand ?? noComparison;
  return counts.new + counts.changed + disappearing.warehouses.rows + capturedHere.confirmed > 0;
}
