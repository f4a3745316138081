import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGs1 } from '../../src-main/domain/gs1.ts';
import { gtinSchema, gtinSpellings, isGtin, sameGtin } from '../../src-main/domain/gtin.ts';

const GTIN = '09506000134352';
const label = { gtin: '', batch: '', serial: '', count: 0 };

describe('a GS1 label', () => {
  test.each([
    ['the prefix of GS1-128', `]C101${GTIN}21ABC123`, { gtin: GTIN, serial: 'ABC123' }],
    ['of Data Matrix', `]d201${GTIN}10LOT7\u001D21ABC`, { gtin: GTIN, batch: 'LOT7', serial: 'ABC' }],
    ['of QR code', `]Q321X-1\u001D10L`, { serial: 'X-1', batch: 'L' }],
    ['of DataBar', `]e001${GTIN}21A`, { gtin: GTIN, serial: 'A' }],
    ['of DotCode', `]J101${GTIN}21A`, { gtin: GTIN, serial: 'A' }],
    ['FNC1 first and last', `\u001D01${GTIN}21A\u001D`, { gtin: GTIN, serial: 'A' }],
    ['FNC1 between', `21A1\u001D3712`, { serial: 'A1', count: 12 }],
    ['dates are passed over', `]C101${GTIN}17260131112501012199`, { gtin: GTIN, serial: '99' }],
    ['a weight is passed over', `]C101${GTIN}310300015021Q`, { gtin: GTIN, serial: 'Q' }],
    ['an internal number is passed over', `]C191own\u001D21Q`, { serial: 'Q' }],
    ['a longer identifier is passed over', `]C1400PO-7\u001D8005000123\u001D21Q`, { serial: 'Q' }],
    ['as people read it', `(01)${GTIN}(10)L 1(21)A(5)`, { gtin: GTIN, batch: 'L 1', serial: 'A(5)' }],
    ['with spaces', `(01) ${GTIN} (21) A`, { gtin: GTIN, serial: 'A' }],
    ['with a line end', `]C121A\r\n`, { serial: 'A' }],
    ['the same element twice', `]C121A\u001D21A`, { serial: 'A' }],
  ])('%s', (_name, text, expected) => {
    expect(readGs1(text)).toEqual({ ...label, ...expected });
  });

  test('with another sign for FNC1', () => {
    expect(readGs1(`01${GTIN}10L~21A`, '~')).toEqual({ ...label, gtin: GTIN, batch: 'L', serial: 'A' });
    expect(readGs1(`]C110L~21A`, '~')).toEqual({ ...label, batch: 'L', serial: 'A' });
  });

  test.each([
    [
      'a wrong check digit',
      `]C10109506000134353`,
      'the last digit of the GTIN 09506000134353 does not fit the others',
    ],
    ['too short', `]C1010950600`, '(01) 0950600 has not 14 digits'],
    [
      'a value without end',
      `]C121${'A'.repeat(21)}`,
      '(21) AAAAAAAAAAAAAAAAAAAAA is longer than 20 characters',
    ],
    ['no identifier', `]C1XY`, 'at XY no GS1 application identifier begins'],
    ['two serials', `]C121A\u001D21B`, '(21) stands in it twice'],
    ['an empty serial', `(01)${GTIN}(21)`, '(21) has no value'],
    ['a count that is none', `]C121A\u001D37x`, '(37) x is not a number'],
  ])('that is damaged: %s', (_name, text, problem) => {
    expect(readGs1(text)).toEqual({ problem });
  });
});

describe('a plain serial', () => {
  test.each([
    `01${GTIN}21ABC`,
    '21ABC',
    '(A)12',
    '(12)345',
    '(99',
    '(08)123',
    ']X121A',
    'A~B',
    'ABC\u001D',
    '',
  ])('%j is not read as a label', (text) => {
    expect(readGs1(text)).toBeUndefined();
  });

  test.each(['A~B', '100~+20', '21A~10B', '10A~37x'])('%j neither where ~ stands for FNC1', (text) => {
    expect(readGs1(text, '~')).toBeUndefined();
  });

  test('is never read as a label, whatever letters, digits and dashes it has', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9\-_/.]{0,30}$/), (text) => {
        expect(readGs1(text)).toBeUndefined();
      }),
    );
  });
});

test('what a label is made of is read back', () => {
  const value = fc.stringMatching(/^[A-Z0-9\-/]{1,20}$/);
  fc.assert(
    fc.property(value, value, fc.integer({ min: 1, max: 99_999_999 }), (serial, batch, count) => {
      const expected = { gtin: GTIN, serial, batch, count };
      expect(readGs1(`]d201${GTIN}10${batch}\u001D37${count}\u001D21${serial}`)).toEqual(expected);
      expect(readGs1(`(01)${GTIN}(10)${batch}(37)${count}(21)${serial}`)).toEqual(expected);
    }),
  );
});

describe('a GTIN', () => {
  test.each(['96385074', '036000291452', '4006381333931', GTIN])('%s', (text) => {
    expect(isGtin(text)).toBe(true);
    expect(gtinSchema.parse(` ${text}\u0007`)).toBe(text);
  });

  test.each([
    ['4006381333932', 'The last digit of this GTIN does not fit the others. Check it for a typing error.'],
    ['1234567', 'A GTIN has 8 to 14 digits.'],
    ['40063813339311X', 'A GTIN has 8 to 14 digits.'],
  ])('%s is none', (text, sentence) => {
    expect(isGtin(text)).toBe(false);
    expect(gtinSchema.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });

  test('may be missing', () => {
    expect(gtinSchema.parse(' ')).toBe('');
    expect(sameGtin('', '')).toBe(false);
  });

  test('is the same with leading zeros', () => {
    expect(sameGtin('4006381333931', '04006381333931')).toBe(true);
    expect(sameGtin('4006381333931', '4006381333932')).toBe(false);
    expect(gtinSpellings('0004006381333931'.slice(2))).toEqual(['4006381333931', '04006381333931']);
    expect(gtinSpellings('96385074')).toHaveLength(7);
  });
});
