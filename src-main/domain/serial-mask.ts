import { z } from 'zod';
import { cleanText } from './blank.ts';
import { LONG_SERIAL_LENGTH, serialKey } from './serial-number.ts';

/** An item's serial mask: `#` a digit, `@` a letter, `?` either, any other sign itself. Empty: no mask. */
export const serialMaskSchema = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(LONG_SERIAL_LENGTH, `A serial mask has at most ${LONG_SERIAL_LENGTH} characters.`));

const DIGIT = /^[0-9]$/;
const LETTER = /^[A-Za-z]$/;

const wildcards: Readonly<Record<string, (sign: string) => boolean>> = {
  '#': (sign) => DIGIT.test(sign),
  '@': (sign) => LETTER.test(sign),
  '?': (sign) => DIGIT.test(sign) || LETTER.test(sign),
};

/** Whether a serial number fits a mask. Without a mask every one does; the case of letters does not count. */
export function fitsMask(mask: string, serial: string): boolean {
  if (mask === '') return true;
  const [expected, actual] = [[...serialKey(mask)], [...serialKey(serial)]];
  return (
    expected.length === actual.length &&
    expected.every((sign, index) => {
      const given = actual[index] ?? '';
      return wildcards[sign]?.(given) ?? sign === given;
    })
  );
}

/**
 * Proposes a mask that all the given serial numbers fit, as narrow as they allow.
 * @returns undefined where they differ in length, or a sign stands for itself that a mask reads as a wildcard.
 */
export function proposeMask(serials: readonly string[]): string | undefined {
  const [first, ...others] = serials.map((serial) => [...serialKey(serial)]);
  if (first === undefined || others.some((other) => other.length !== first.length)) return undefined;
  const signs = first.map((_, index) => proposeSign([first, ...others].map((serial) => serial[index] ?? '')));
  return signs.every((sign) => sign !== undefined) ? signs.join('') : undefined;
}

function proposeSign(given: readonly string[]): string | undefined {
  // A digit that never varies is chance more often than rule, a letter or a dash is part of the make.
  const sign = ['#', '@', '?'].find((wildcard) => given.every((one) => wildcards[wildcard]?.(one)));
  const [only] = given;
  const constant = given.every((one) => one === only);
  if (sign === '#') return sign;
  if (constant) return only !== undefined && only in wildcards ? undefined : only;
  return sign;
}
