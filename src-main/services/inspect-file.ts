import type { ImportProblem } from '../domain/import-preview.ts';
import type { JobControl } from '../domain/job.ts';
import { readConfigurationJson } from '../files/configuration-file.ts';
import type { Store } from '../store/store.ts';
import type { ImportPlan } from './import-plan.ts';
import { inspectConfiguration, inspectGroups } from './inspect-groups.ts';
import { inspectItems } from './inspect-items.ts';
import type { PlannedGroups, PlannedItems } from './planned.ts';
import { inspectStorageGroups, type PlannedStorageGroups } from './inspect-storage-groups.ts';
import type { OpenedFile, ReadCounts } from './inspection.ts';
import type { LegalEntityCheck } from './legal-entities.ts';
import type { OpenedContent } from './open-import-file.ts';
import { stageOnHand, type OnHandCollection } from './stage-on-hand.ts';

/** What reading one file needs. */
export interface InspectFile {
  readonly store: Store;
  readonly index: number;
  readonly name: string;
  readonly content: OpenedContent;
  readonly plan: ImportPlan;
  readonly onHand: OnHandCollection;
  readonly entities: LegalEntityCheck;
  readonly report: (problem: ImportProblem) => void;
  readonly control: JobControl;
}

/** What a file holds; `zero` counts on-hand rows that are left out because their quantity is 0. */
export type InspectedFile = ReadCounts & { readonly zero: number };

/**
 * Reads one file into the plan or into the staged rows. The plan gets nothing of a file that fails half way.
 * @throws DomainError `unreadable-file`.
 */
export function inspectFile(input: InspectFile): InspectedFile {
  const { store, content, plan, report, control } = input;
  const groups: PlannedGroups = new Map();
  const items: PlannedItems = new Map();
  const storageGroups: PlannedStorageGroups = new Map();
  const keep = (counts: ReadCounts): InspectedFile => {
    for (const [key, group] of groups) plan.groups.set(key, group);
    for (const [key, group] of storageGroups) plan.storageGroups.set(key, group);
    for (const [key, item] of items) plan.items.set(key, item);
    return { ...counts, zero: 0 };
  };
  if (content.kind === 'configuration')
    return keep(inspectConfiguration(readConfigurationJson(content.text), plan, groups, report));
  const { header } = content;
  const batches = input.entities.watch(header, content.batches);
  const file: OpenedFile = { index: input.index, header, batches, report, control };
  switch (header.kind) {
    case 'tracking-dimension-groups':
      return keep(inspectGroups(file, plan, groups));
    case 'storage-dimension-groups':
      return keep(inspectStorageGroups(file, plan.storedStorageGroups, storageGroups));
    case 'items':
      return keep(inspectItems(file, plan, items));
    case 'on-hand':
      return { new: 0, changed: 0, unchanged: 0, ...stageOnHand(store, file, input.name, input.onHand) };
  }
}
