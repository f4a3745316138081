import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decidePattern,
  locationPatternsSchema,
  MAX_LOCATION_PATTERNS,
  patternName,
  stageUnder,
  type LocationPattern,
} from '../../src-main/domain/location-stage.ts';
import { locationStages, type LocationStage } from '../../src-main/domain/verdict.ts';

const pattern = (text: string, stage: LocationStage = 'Packing', warehouse = ''): LocationPattern => ({
  warehouse,
  pattern: text,
  stage,
});

describe('a pattern', () => {
  it.each([
    ['PACK-*', 'PACK-01', true],
    ['PACK-*', 'pack-01', true],
    ['pack-*', 'PACK-', true],
    ['PACK-*', 'PACK', false],
    ['PACK-*', 'XPACK-01', false],
    ['BAYDOOR', 'BAYDOOR', true],
    ['BAYDOOR', 'BAYDOOR2', false],
    ['*DOOR', 'BAYDOOR', true],
    ['*DOOR', 'DOOR1', false],
    ['*', '', true],
    ['A*B', 'AB', true],
    ['A*A', 'A', false],
    ['A*B*C', 'AxBxC', true],
    ['A*B*C', 'AxCxB', false],
    ['A*B*B', 'AxB', false],
    // Only the star means something else than itself.
    ['A.C', 'ABC', false],
    ['(A+', '(A+', true],
  ])('%s on %s: %s', (text, location, fits) => {
    expect(decidePattern([pattern(text)])('61', location) !== undefined).toBe(fits);
  });

  it('fits what its stars, read as a regular expression, fit', () => {
    const letters = (...of: string[]) =>
      fc.array(fc.constantFrom(...of), { maxLength: 8 }).map((a) => a.join(''));
    fc.assert(
      fc.property(letters('a', 'B', '*'), letters('A', 'b'), (text, location) => {
        fc.pre(text !== '');
        const expected = new RegExp(`^${text.replace(/\*+/g, '.*')}$`, 'i').test(location);
        expect(decidePattern([pattern(text)])('61', location) !== undefined).toBe(expected);
      }),
    );
  });
});

describe('of several patterns', () => {
  const patterns = [
    pattern('*', 'Loaded', '24'),
    pattern('PACK-*', 'Packing'),
    pattern('PACK-9*', 'Staged after pick'),
    pattern('PACK-99', 'Storage'),
    pattern('*DOOR*', 'Loaded'),
    pattern('PACK-*', 'Staged after pick', 'w5'),
    pattern('A*BCD', 'Packing'),
    pattern('AB*CD', 'Loaded'),
  ];

  it.each<[string, string, LocationStage, string]>([
    ['61', 'PACK-01', 'Packing', 'PACK-*'],
    ['61', 'PACK-91', 'Staged after pick', 'PACK-9*'],
    ['61', 'PACK-99', 'Storage', 'PACK-99'],
    // A named warehouse goes before any, however short its pattern is.
    ['24', 'PACK-99', 'Loaded', '* in warehouse 24'],
    ['W5', 'pack-01', 'Staged after pick', 'PACK-* in warehouse w5'],
    ['61', 'BAYDOOR-1', 'Loaded', '*DOOR*'],
    // The longest part in one piece counts, not all of them together.
    ['61', 'ABCD', 'Packing', 'A*BCD'],
  ])('in %s %s is %s by %s', (warehouse, location, stage, by) => {
    const decided = decidePattern(patterns)(warehouse, location);
    expect(decided && patternName(decided)).toBe(by);
    expect(stageUnder(patterns)(warehouse, location)).toBe(stage);
  });

  it('none fits: Storage', () => {
    expect(decidePattern(patterns)('61', 'BULK-1')).toBeUndefined();
    expect(stageUnder(patterns)('61', 'BULK-1')).toBe('Storage');
    expect(stageUnder([])('', '')).toBe('Storage');
  });

  it('one decides, in whatever order they stand', () => {
    const some = fc.array(
      fc.record({
        warehouse: fc.constantFrom('', '24', 'a'),
        pattern: fc.constantFrom('*', 'A*', '*A', 'AB*', 'A*B', 'AB', '*B*', 'a*b*'),
        stage: fc.constantFrom(...locationStages),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('24', 'A', '61'),
        fc.constantFrom('A', 'ab', 'AXB', ''),
        (all, wh, at) => {
          const distinct = all.filter(
            (one, index) => all.findIndex((other) => patternName(other) === patternName(one)) === index,
          );
          const decided = decidePattern(distinct)(wh, at);
          expect(decidePattern([...distinct].reverse())(wh, at)).toEqual(decided);
        },
      ),
    );
  });
});

describe('the list of patterns', () => {
  it('is kept in the order of warehouse and pattern, cleaned', () => {
    const read = locationPatternsSchema.parse([
      pattern('b', 'Loaded', ' 24 '),
      pattern(' PACK-** '),
      pattern('a', 'Packing', '24'),
    ]);
    expect(read.map(patternName)).toEqual(['PACK-*', 'a in warehouse 24', 'b in warehouse 24']);
  });

  it.each([
    [[pattern('PACK-*'), pattern('pack-*', 'Loaded')], 'pack-* stands here twice.'],
    [
      [pattern('A', 'Loaded', 'w'), pattern('a**', 'Loaded', 'W'), pattern('a', 'Loaded', 'W')],
      'a in warehouse W stands here twice.',
    ],
    [[pattern(' ')], 'Write a location, or a pattern such as PACK-*.'],
    [[pattern('x'.repeat(251))], 'This is longer than 250 characters.'],
    [
      Array.from({ length: MAX_LOCATION_PATTERNS + 1 }, (_, index) => pattern(`L${index}`)),
      'There can be at most 200 patterns.',
    ],
  ])('refuses what cannot be: %#', (patterns, sentence) => {
    const { error } = locationPatternsSchema.safeParse(patterns);
    expect(error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });
});
