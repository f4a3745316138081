import { z } from 'zod';
import { cleanText } from './blank.ts';
import { MAX_ENTRIES } from './serial-entry.ts';
import { LONG_SERIAL_LENGTH } from './serial-number.ts';

/** What **Create serial numbers** asks: a format with a run of `#` for the number, e.g. `ABC-###-DEF`, and from where to where. */
export const serialFormatSchema = z
  .strictObject({
    format: z
      .string()
      .transform(cleanText)
      .pipe(
        z
          .string()
          .min(1, 'Write a format, e.g. ABC-###-DEF.')
          .max(LONG_SERIAL_LENGTH, `A format has at most ${LONG_SERIAL_LENGTH} characters.`)
          .regex(/#/, 'The format needs a # for each digit of the number, e.g. ABC-###-DEF.'),
      ),
    from: z.int('Write a whole number.').min(0, 'The number begins at 0 or above.'),
    to: z.int('Write a whole number.').min(0, 'The number ends at 0 or above.'),
  })
  .superRefine(({ format, from, to }, context) => {
    const problem = (message: string): void => context.addIssue({ code: 'custom', path: ['to'], message });
    const width = format.split('#').length - 1;
    if (to < from) problem(`The last number, ${to}, is below the first, ${from}.`);
    else if (String(to).length > width)
      problem(
        `${to} needs ${String(to).length} digits; the format has ${width} ${width === 1 ? '#' : '#s'}.`,
      );
    else if (to - from >= MAX_ENTRIES)
      problem(
        `From ${from} to ${to} are ${to - from + 1} serial numbers; at most ${MAX_ENTRIES} are made at once.`,
      );
  });

/** See `serialFormatSchema`. */
export type SerialFormat = Readonly<z.infer<typeof serialFormatSchema>>;

/** The serial number of a format for one number: its digits, with leading zeros, take the places of the `#`. */
export function formatSerial(format: string, number: number): string {
  const digits = String(number).padStart(format.split('#').length - 1, '0');
  let place = 0;
  return format.replace(/#/g, () => digits[place++] ?? '');
}

/** All serial numbers of a valid format, in order. */
export function formattedSerials({ format, from, to }: SerialFormat): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => formatSerial(format, from + index));
}
