import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitsMask, proposeMask, serialMaskSchema } from '../../src-main/domain/serial-mask.ts';

describe('a serial mask', () => {
  test.each([
    ['no mask', '', 'anything at all', true],
    ['a digit', '#', '7', true],
    ['a letter for a digit', '#', 'A', false],
    ['a letter', '@', 'q', true],
    ['a digit for a letter', '@', '7', false],
    ['either, a digit', '?', '7', true],
    ['either, a letter', '?', 'z', true],
    ['either, a dash', '?', '-', false],
    ['literals in another case', 'CAM-###', 'cam-123', true],
    ['another literal', 'CAM-###', 'CAN-123', false],
    ['too short', 'CAM-###', 'CAM-12', false],
    ['too long', 'CAM-###', 'CAM-1234', false],
    ['digits of other scripts', '##', '٣٤', false],
    ['a sign of two units as a literal', '😀#', '😀1', true],
  ])('%s', (_name, mask, serial, fits) => {
    expect(fitsMask(mask, serial)).toBe(fits);
  });

  test('is trimmed and as long as the longest serial number', () => {
    expect(serialMaskSchema.parse(' CAM-## ')).toBe('CAM-##');
    expect(serialMaskSchema.safeParse('#'.repeat(61)).error?.issues[0]?.message).toBe(
      'A serial mask has at most 60 characters.',
    );
  });
});

describe('a proposed mask', () => {
  test.each([
    ['digits vary, letters stay', ['CAM-001', 'CAM-002'], 'CAM-###'],
    ['letters vary', ['A1', 'B2'], '@#'],
    ['letters and digits vary', ['A1', '12'], '?#'],
    ['one serial', ['X9'], 'X#'],
    ['lengths differ', ['A1', 'A12'], undefined],
    ['a wildcard stands for itself', ['A#1', 'A#2'], undefined],
    ['none', [], undefined],
  ])('%s', (_name, serials, mask) => {
    expect(proposeMask(serials)).toBe(mask);
  });

  test('fits every serial number that it was made from', () => {
    const serials = fc
      .integer({ min: 1, max: 8 })
      .chain((length) =>
        fc.array(fc.stringMatching(new RegExp(`^[A-Za-z0-9-]{${length}}$`)), { minLength: 1 }),
      );
    fc.assert(
      fc.property(serials, (made) => {
        const mask = proposeMask(made);
        expect(mask === undefined || made.every((serial) => fitsMask(mask, serial))).toBe(true);
      }),
    );
  });
});
