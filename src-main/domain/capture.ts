import { z } from 'zod';

/** When a serial number is captured. Names as in Dynamics' enumeration WHSWhenToCapture. */
export const captureSchema = z.enum(['None', 'Picking', 'Packing']);

/** See `captureSchema`. */
export type Capture = z.infer<typeof captureSchema>;

/** The settings in the order Dynamics lists them. */
export const captures: readonly Capture[] = captureSchema.options;

/**
 * Reads the setting from a file by its name, in any case.
 * Numbers are refused, because Dynamics' releases have numbered the names differently.
 * @returns the setting, or a sentence that says what to write instead.
 */
export function readCapture(text: string): { readonly value: Capture } | { readonly problem: string } {
  const found = captures.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return { value: found };
  if (text.toLowerCase() === 'receiving')
    return { problem: 'Receiving is not a setting. For capture at receiving choose None.' };
  if (/^\d+$/.test(text))
    return { problem: `${text} is a number. Write the name: None, Picking or Packing.` };
  return { problem: 'Write None, Picking or Packing.' };
}
