import { z } from 'zod';
import { groupColumns } from '../domain/dynamics-columns.ts';
import { locationPatternsSchema, type LocationPattern } from '../domain/location-stage.ts';
import { nameKey } from '../domain/name-key.ts';
import { DomainError } from '../domain/problem.ts';
import { groupInputSchema, type GroupInput } from '../domain/tracking-dimension-group.ts';
import { getSetting } from '../domain/tracking-fields.ts';
import { csvLine } from './csv-writer.ts';

const FORMAT = 'serial-capture-desk-configuration';
const VERSION = 1;

const envelopeSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  trackingDimensionGroups: z.array(z.unknown()).max(100_000).default([]),
  locationStages: z.array(z.unknown()).max(100_000).default([]),
});

/** What a configuration file holds, still to be checked one by one. */
export type ReadConfiguration = Readonly<
  Pick<z.infer<typeof envelopeSchema>, 'trackingDimensionGroups' | 'locationStages'>
>;

/**
 * Writes groups, and location stages where there are any, in the app's own format: JSON with a fixed order of everything,
 * so that two files compare line by line.
 */
export function writeConfigurationJson(
  groups: readonly GroupInput[],
  patterns: readonly LocationPattern[] = [],
): string {
  const trackingDimensionGroups = [...groups]
    .sort((one, other) => (nameKey(one.name) < nameKey(other.name) ? -1 : 1))
    .map(({ name, description, settings }) => groupInputSchema.parse({ name, description, settings }));
  const locationStages = locationPatternsSchema.parse(patterns);
  const content = {
    format: FORMAT,
    version: VERSION,
    trackingDimensionGroups,
    ...(locationStages.length > 0 && { locationStages }),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
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

/** Writes groups as Dynamics 365's entity Tracking dimension groups takes them: 28 columns, Yes and No, CRLF. */
export function writeConfigurationCsv(groups: readonly GroupInput[]): string {
  const lines = groups.map((group) =>
    csvLine(
      groupColumns.map(({ field }) => {
        if (field === 'name') return group.name;
        if (field === 'description') return group.description;
        const value = getSetting(group.settings, field);
        return typeof value === 'string' ? value : value ? 'Yes' : 'No';
      }),
    ),
  );
  return [csvLine(groupColumns.map(({ names }) => names[0])), ...lines].map((line) => `${line}\r\n`).join('');
}
