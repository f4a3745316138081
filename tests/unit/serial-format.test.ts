import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSerial, formattedSerials, serialFormatSchema } from '../../src-main/domain/serial-format.ts';

const made = (format: string, from: number, to: number): readonly string[] =>
  formattedSerials(serialFormatSchema.parse({ format, from, to }));

describe('a format', () => {
  test.each([
    ['ABC-###-DEF', 8, 11, ['ABC-008-DEF', 'ABC-009-DEF', 'ABC-010-DEF', 'ABC-011-DEF']],
    [' #', 0, 2, ['0', '1', '2']],
    ['##-##', 99, 100, ['00-99', '01-00']],
    ['$&-##', 1, 1, ['$&-01']],
  ])('%s from %d to %d', (format, from, to, serials) => {
    expect(made(format, from, to)).toEqual(serials);
  });

  test.each([
    ['ABC', 1, 2, 'The format needs a # for each digit of the number, e.g. ABC-###-DEF.'],
    ['', 1, 2, 'Write a format, e.g. ABC-###-DEF.'],
    ['A##', 98, 100, '100 needs 3 digits; the format has 2 #s.'],
    ['A#', 9, 10, '10 needs 2 digits; the format has 1 #.'],
    ['A##', 5, 4, 'The last number, 4, is below the first, 5.'],
    ['A##', -1, 4, 'The number begins at 0 or above.'],
    ['A##', 0.5, 4, 'Write a whole number.'],
    ['#######', 1, 100_001, 'From 1 to 100001 are 100001 serial numbers; at most 100000 are made at once.'],
  ])('%j from %d to %d is refused', (format, from, to, sentence) => {
    expect(serialFormatSchema.safeParse({ format, from, to }).error?.issues[0]?.message).toBe(sentence);
  });

  test('makes serials of one length, each different', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(900), fc.nat(90), (width, from, more) => {
        fc.pre(String(from + more).length <= width);
        const format = `A${'#'.repeat(width)}Z`;
        const serials = made(format, from, from + more);
        expect(new Set(serials).size).toBe(more + 1);
        expect(serials.every((serial) => serial.length === format.length)).toBe(true);
        expect(serials[0]).toBe(formatSerial(format, from));
      }),
    );
  });
});
