import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_QUANTITY, readQuantity, writeQuantity } from '../../src-main/domain/quantity.ts';

describe('a quantity', () => {
  test('that is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MAX_QUANTITY }), (thousandths) => {
        const text = writeQuantity(thousandths);
        expect(text).toMatch(/^\d+(\.\d{0,2}[1-9])?$/);
        expect(readQuantity(text)).toEqual({ value: thousandths });
      }),
      { numRuns: 2000 },
    );
  });

  test('is never off by what floating point would make of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 999 }),
        (whole, rest) => {
          const text = `${whole}.${String(rest).padStart(3, '0')}`;
          expect(readQuantity(text)).toEqual({ value: Number(BigInt(whole) * 1000n + BigInt(rest)) });
        },
      ),
    );
  });

  test.each([
    ['0', 0],
    ['-0', 0],
    ['0.000', 0],
    ['1', 1000],
    ['+3', 3000],
    ['007', 7000],
    ['2.5', 2500],
    ['2,5', 2500],
    ['0,125', 125],
    ['1.500', 1500],
    ['12.0000000', 12_000],
    ['1000000000', MAX_QUANTITY],
  ])('%j is %d thousandths', (text, value) => {
    expect(readQuantity(text)).toEqual({ value });
  });

  test.each([
    ['', /not a number/],
    ['twelve', /not a number/],
    ['1e3', /not a number/],
    ['0x10', /not a number/],
    ['1 000', /not a number/],
    ['1,234,567', /not a number/],
    ['1.234,5', /not a number/],
    ['Infinity', /not a number/],
    ['NaN', /not a number/],
    ['٣', /not a number/],
    ['--1', /not a number/],
    ['1.', /not a number/],
    ['=1+1', /not a number/],
    ['-1', /never below zero/],
    ['-0,001', /never below zero/],
    ['0.0001', /at most three decimals/],
    ['1,0005', /at most three decimals/],
    ['1,500', /1500 or as 1\.500.*without the comma/],
    ['12,000', /12000 or as 12\.000/],
    ['1000000000.001', /larger than one billion/],
    ['99999999999999999999999', /larger than one billion/],
    ['9'.repeat(400), /larger than one billion/],
  ])('%j is refused with a sentence', (text, sentence) => {
    const read = readQuantity(text);
    expect(read).toHaveProperty('problem');
    if ('problem' in read) expect(read.problem).toMatch(sentence);
  });

  test('any text is a whole number of thousandths in range, or a sentence', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,+-e '), maxLength: 18 });
    fc.assert(
      fc.property(text, (written) => {
        const read = readQuantity(written);
        if ('problem' in read) expect(read.problem).toMatch(/^[A-Z].*\.$/);
        else {
          expect(Number.isSafeInteger(read.value)).toBe(true);
          expect(read.value).toBeGreaterThanOrEqual(0);
          expect(read.value).toBeLessThanOrEqual(MAX_QUANTITY);
          expect(read.value).toBeCloseTo(Number(written.replace(',', '.')) * 1000, 0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    [-2500, '-2.5'],
    [-1, '-0.001'],
    [-1000, '-1'],
    [10, '0.01'],
  ])('%d thousandths are written as %s', (thousandths, text) => {
    expect(writeQuantity(thousandths)).toBe(text);
  });
});
