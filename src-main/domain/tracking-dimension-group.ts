import { z } from 'zod';
import { cleanText } from './blank.ts';
import { trackingSettingsSchema } from './tracking-settings.ts';

/** Longest group name, in characters (Dynamics' EcoResTrackingDimensionGroupName). */
export const GROUP_NAME_LENGTH = 10;

/** Longest group description, in characters. */
export const GROUP_DESCRIPTION_LENGTH = 60;

/** A group's name: required, trimmed, at most 10 characters. Unique without regard to case, which the store checks. */
export const groupNameSchema = z
  .string()
  .transform(cleanText)
  .pipe(
    z
      .string()
      .min(1, 'Give the group a name.')
      .max(GROUP_NAME_LENGTH, `A name has at most ${GROUP_NAME_LENGTH} characters.`),
  );

/** A group's description: trimmed, at most 60 characters. */
export const groupDescriptionSchema = z
  .string()
  .transform(cleanText)
  .pipe(
    z
      .string()
      .max(GROUP_DESCRIPTION_LENGTH, `A description has at most ${GROUP_DESCRIPTION_LENGTH} characters.`),
  );

/** What a user fills in: the same schema checks the form, the API and the imports. */
export const groupInputSchema = z.strictObject({
  name: groupNameSchema,
  description: groupDescriptionSchema,
  settings: trackingSettingsSchema,
});

/** What a user fills in, checked. */
export type GroupInput = Readonly<z.infer<typeof groupInputSchema>>;

/** A stored tracking dimension group. */
export interface TrackingDimensionGroup extends GroupInput {
  readonly id: number;
  /** Goes up by one with every change; a save must name the version it started from. */
  readonly version: number;
}
