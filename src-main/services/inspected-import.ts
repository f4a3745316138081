import { z } from 'zod';
import type { ImportPreview } from '../domain/import-preview.ts';
import { locationPatternsSchema } from '../domain/location-stage.ts';
import { storageGroupSchema } from '../domain/storage-dimension-group.ts';
import { groupInputSchema } from '../domain/tracking-dimension-group.ts';
import { numberGroupInputSchema } from '../domain/tracking-number-group.ts';
import { readPlan, savePlan } from '../store/staging.ts';
import type { Store } from '../store/store.ts';
import type { PlannedConfiguration, PlannedItem } from './planned.ts';

/** What inspecting an import leaves in the attached staging database, for the page and for the apply. */
export interface InspectedImport {
  readonly preview: ImportPreview;
  readonly configuration: PlannedConfiguration;
  /** Numbers of the items whose stock the configuration reaches. */
  readonly stocked: readonly string[];
}

const configurationSchema = z.object({
  groups: z.array(groupInputSchema),
  storageGroups: z.array(storageGroupSchema),
  numberGroups: z.array(numberGroupInputSchema),
  locationPatterns: locationPatternsSchema,
  // There may be very many, and only `saveInspected` writes them.
  items: z.custom<readonly PlannedItem[]>(Array.isArray),
});

/** Keeps it. */
export function saveInspected(store: Store, { preview, configuration, stocked }: InspectedImport): void {
  savePlan(store, 'preview', preview);
  savePlan(store, 'configuration', configuration);
  savePlan(store, 'stocked', stocked);
}

/** The preview that was kept. */
export function readPreview(store: Store): ImportPreview {
  return JSON.parse(readPlan(store, 'preview') ?? '') as ImportPreview;
}

/** The configuration that was kept. */
export function readConfiguration(store: Store): PlannedConfiguration {
  return configurationSchema.parse(JSON.parse(readPlan(store, 'configuration') ?? ''));
}

/** The numbers of the reached items that were kept. */
export function readStocked(store: Store): readonly string[] {
  return z.array(z.string()).parse(JSON.parse(readPlan(store, 'stocked') ?? '[]'));
}
