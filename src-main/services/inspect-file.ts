import type { ImportProblem } from '../domain/import-preview.ts';
import type { JobControl } from '../domain/job.ts';
import type { Store } from '../store/store.ts';
import type { ImportPlan } from './import-plan.ts';
import { inspectConfigurationText } from './inspect-configuration.ts';
import { inspectGroups } from './inspect-groups.ts';
import { inspectNumberGroups, type PlannedNumberGroups } from './inspect-number-groups.ts';
import { inspectItems } from './inspect-items.ts';
import { inspectOrders } from './inspect-orders.ts';
import { mergeOrders, type PlannedOrders } from './planned-orders.ts';
import type { PlannedGroups, PlannedItems, PlannedPatterns } from './planned.ts';
import { inspectLocationStages } from './inspect-location-stages.ts';
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
  const numberGroups: PlannedNumberGroups = new Map();
  const orders: PlannedOrders = new Map();
  const patterns: PlannedPatterns = new Map();
  const keep = (counts: ReadCounts): InspectedFile => {
    for (const [key, group] of groups) plan.groups.set(key, group);
    for (const [key, group] of storageGroups) plan.storageGroups.set(key, group);
    for (const [key, group] of numberGroups) plan.numberGroups.set(key, group);
    for (const [key, item] of items) plan.items.set(key, item);
    mergeOrders(plan.orders, orders);
    for (const [key, pattern] of patterns) plan.locationPatterns.set(key, pattern);
    return { ...counts, zero: 0 };
  };
  if (content.kind === 'configuration')
    return {
      ...inspectConfigurationText({ index: input.index, text: content.text, report, control }, plan),
      zero: 0,
    };
  const { header } = content;
  const batches = input.entities.watch(header, content.batches);
  const file: OpenedFile = { index: input.index, header, batches, report, control };
  switch (header.kind) {
    case 'tracking-dimension-groups':
      return keep(inspectGroups(file, plan, groups));
    case 'storage-dimension-groups':
      return keep(inspectStorageGroups(file, plan, storageGroups));
    case 'tracking-number-groups':
      return keep(inspectNumberGroups(file, plan, numberGroups));
    case 'location-stages':
      return keep(
        inspectLocationStages(
          file,
          // Of two files the later one counts.
          new Map([...plan.storedPatterns, ...plan.locationPatterns]),
          patterns,
        ),
      );
    case 'items':
      return keep(inspectItems(file, plan, items));
    case 'sales-orders':
      return keep(inspectOrders(store, file, 'Sales', plan, orders, plan.orders));
    case 'purchase-orders':
      return keep(inspectOrders(store, file, 'Purchase', plan, orders, plan.orders));
    case 'transfer-orders':
      return keep(inspectOrders(store, file, 'Transfer', plan, orders, plan.orders));
    case 'on-hand':
      return { new: 0, changed: 0, unchanged: 0, ...stageOnHand(store, file, input.name, input.onHand) };
  }
}
