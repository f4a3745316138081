import { describe, expect, it } from 'vitest';
import { createMaskFinder } from '../../src-main/domain/mask-finder.ts';

describe('an item is told by its serial mask', () => {
  const finder = createMaskFinder([
    { itemNumber: 'A', serialMask: 'AB####' },
    { itemNumber: 'B', serialMask: '@@9###' },
    { itemNumber: 'C', serialMask: 'cd####' },
    { itemNumber: 'D', serialMask: '' },
    { itemNumber: 'E', serialMask: '??????X' },
    { itemNumber: 'F', serialMask: '??????x' },
  ]);

  it('where it is the only one that fits', () => {
    expect(finder.only('ab1234')).toBe('A');
    expect(finder.only('XY9123')).toBe('B');
    expect(finder.only('CD0001')).toBe('C');
  });

  it('and not where several fit, or none', () => {
    expect(finder.only('AB9123')).toBeUndefined();
    expect(finder.only('ABCDEFX')).toBeUndefined();
    expect(finder.only('Q')).toBeUndefined();
    expect(finder.fitsAny('AB9123')).toBe(true);
    expect(finder.fitsAny('Q')).toBe(false);
  });
});
