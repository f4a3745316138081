import { z } from 'zod';
import { cleanText } from './blank.ts';

const SHORTEST = 8;
const LONGEST = 14;
const DIGITS = /^\d{8,14}$/;

/** A GTIN's digits, the last of which is right for the others. */
export function isGtin(text: string): boolean {
  if (!DIGITS.test(text)) return false;
  const digits = [...text.padStart(LONGEST, '0')].map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** What is the same for every way to write a GTIN: leading zeros make no difference. */
export function gtinKey(gtin: string): string {
  return gtin.padStart(LONGEST, '0');
}

/** Whether two texts are the same GTIN. Two empty texts are none. */
export function sameGtin(one: string, other: string): boolean {
  return DIGITS.test(one) && gtinKey(one) === gtinKey(other);
}

/** Every way to write a GTIN with more or fewer leading zeros, to find it however it is stored. */
export function gtinSpellings(gtin: string): readonly string[] {
  const digits = gtin.replace(/^0+/, '').padStart(SHORTEST, '0');
  return Array.from({ length: LONGEST - digits.length + 1 }, (_, zeros) =>
    digits.padStart(digits.length + zeros, '0'),
  );
}

/** An item's GTIN (EAN, UPC), the barcode of its package; empty where it has none. */
export const gtinSchema = z
  .string()
  .transform(cleanText)
  .pipe(
    z.string().superRefine((text, context) => {
      if (text === '' || isGtin(text)) return;
      context.addIssue({
        code: 'custom',
        message: DIGITS.test(text)
          ? 'The last digit of this GTIN does not fit the others. Check it for a typing error.'
          : 'A GTIN has 8 to 14 digits.',
      });
    }),
  );
