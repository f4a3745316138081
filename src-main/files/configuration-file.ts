import { z } from 'zod';
import { itemColumns, type ItemField } from '../domain/dynamics-columns.ts';
import { locationPatternsSchema, type LocationPattern } from '../domain/location-stage.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { storageGroupSchema, type StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import { groupInputSchema, type GroupInput } from '../domain/tracking-dimension-group.ts';
import { numberGroupInputSchema, type NumberGroupInput } from '../domain/tracking-number-group.ts';

const FORMAT = 'serial-capture-desk-configuration';
const VERSION = 1;

const section = z.array(z.unknown()).max(1_000_000).default([]);

const sectionsSchema = z.object({
  trackingDimensionGroups: section,
  trackingNumberGroups: section,
  storageDimensionGroups: section,
  releasedProducts: section,
  locationStages: section,
});

const envelopeSchema = sectionsSchema.extend({ format: z.literal(FORMAT), version: z.int() });

/** What a configuration file holds, still to be checked one by one. */
export type ReadConfiguration = Readonly<z.infer<typeof sectionsSchema>>;

/** What goes into a configuration file beside the tracking dimension groups. */
export interface FurtherConfiguration {
  readonly numberGroups?: readonly NumberGroupInput[];
  readonly storageGroups?: readonly StorageDimensionGroup[];
  /** With the names of their groups. */
  readonly items?: readonly Readonly<Record<ItemField, string>>[];
  readonly locationStages?: readonly LocationPattern[];
}

/**
 * Writes groups, and what else there is, in the app's own format: JSON with a fixed order of everything, so that two
 * files compare line by line.
 */
export function writeConfigurationJson(
  groups: readonly GroupInput[],
  { numberGroups = [], storageGroups = [], items = [], locationStages = [] }: FurtherConfiguration = {},
): string {
  const sections: Readonly<Record<keyof ReadConfiguration, readonly unknown[]>> = {
    trackingDimensionGroups: inOrder(groups, ({ name }) => name).map(({ name, description, settings }) =>
      groupInputSchema.parse({ name, description, settings }),
    ),
    trackingNumberGroups: inOrder(numberGroups, ({ code }) => code).map((group) =>
      numberGroupInputSchema.parse(pick(group, Object.keys(numberGroupInputSchema.shape))),
    ),
    storageDimensionGroups: inOrder(storageGroups, ({ name }) => name).map((group) =>
      storageGroupSchema.parse(group),
    ),
    releasedProducts: inOrder(items, ({ itemNumber }) => itemNumber).map((item) =>
      pick(
        item,
        itemColumns.map(({ field }) => field),
      ),
    ),
    locationStages: locationPatternsSchema.parse(locationStages),
  };
  const filled = Object.entries(sections).filter(
    ([key, list]) => key === 'trackingDimensionGroups' || list.length > 0,
  );
  const content = { format: FORMAT, version: VERSION, ...Object.fromEntries(filled) };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function inOrder<Row>(rows: readonly Row[], name: (row: Row) => string): readonly Row[] {
  return [...rows].sort((one, other) => (nameKey(name(one)) < nameKey(name(other)) ? -1 : 1));
}

function pick(row: object, keys: readonly string[]): Readonly<Record<string, unknown>> {
  const from = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(keys.map((key) => [key, from[key]]));
}

/**
 * Reads the app's own format.
 * @throws DomainError `unreadable-file` where the text is no JSON, another JSON, or from a newer version.
 */
export function readConfigurationJson(text: string): ReadConfiguration {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    throw new DomainError('unreadable-file', `This is not a complete JSON file (${detail}).`);
  }
  const read = envelopeSchema.safeParse(json);
  if (!read.success)
    throw new DomainError('unreadable-file', 'This JSON file is not a configuration of Serial Capture Desk.');
  if (read.data.version > VERSION)
    throw new DomainError(
      'unreadable-file',
      `This configuration is of version ${read.data.version}; this app reads up to ${VERSION}. Update the app to read it.`,
    );
  return read.data;
}
