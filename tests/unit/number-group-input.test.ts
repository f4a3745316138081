import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildNumber,
  describeLength,
  exampleSource,
  longestExample,
  NUMBER_LENGTH,
} from '../../src-main/domain/build-number.ts';
import { numberGroupInputSchema } from '../../src-main/domain/tracking-number-group.ts';
import { numberGroup, type NumberGroupChanges } from '../fixtures/number-groups.ts';

describe('what may be saved', () => {
  const problems = (changes: NumberGroupChanges): readonly string[] => {
    const { error } = numberGroupInputSchema.safeParse(numberGroup(changes));
    return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  };
  test.each<[NumberGroupChanges, RegExp]>([
    [{ code: ' ' }, /^code: Give the group a code/],
    [{ code: 'ELEVENSIGNS' }, /^code: .*at most 10/],
    [{ name: 'x'.repeat(61) }, /^name: .*at most 60/],
    [{ sequence: { format: 'SN' } }, /^sequence\.format: .*one run of #/],
    [{ sequence: { format: '##-##' } }, /^sequence\.format: .*one run of #/],
    [{ sequence: { format: '#'.repeat(21) } }, /^sequence\.format: .*at most 20/],
    [{ sequence: { smallest: 9, largest: 8 }, next: 9 }, /^sequence\.smallest: .*larger than the largest/],
    [{ sequence: { largest: 1_000_000 } }, /^sequence\.largest: .*7 digits.*room for 6/],
    [{ sequence: { smallest: -1 } }, /^sequence\.smallest: .*below zero/],
    [{ sequence: { smallest: 1.5 } }, /^sequence\.smallest: Write a whole number/],
    [{ sequence: { largest: 1e15 } }, /^sequence\.largest: .*15 digits/],
    [{ sequence: { smallest: 5 }, next: 4 }, /^next: .*between/],
    [{ sequence: { largest: 5 }, next: 7 }, /^next: .*between/],
    [{ parts: { number: false } }, /^parts: Tick at least one part/],
    [{ parts: { date: true, reference: true } }, /^parts: A number would have 23 characters/],
    [{ perQuantity: -1 }, /^perQuantity: .*below zero/],
    [{ perQuantity: 0.5 }, /^perQuantity: Write a quantity/],
  ])('%j is refused', (changes, expected) => {
    expect(problems(changes)).toEqual([expect.stringMatching(expected)]);
  });

  test.each<NumberGroupChanges>([
    {},
    { code: ' SN ', name: ' Serials ' },
    { next: null },
    { sequence: { largest: 5 }, next: 6 },
    { sequence: { smallest: 0, largest: 0, format: '#' }, next: 0 },
    { manual: true, parts: { number: false } },
    { perQuantity: 0 },
    { parts: { date: true, reference: true, number: true }, sequence: { format: '######' } },
  ])('%j is fine', (changes) => {
    expect(problems(changes)).toEqual([]);
  });

  test('unknown and missing fields are refused', () => {
    expect(numberGroupInputSchema.safeParse({ ...numberGroup(), counter: 1 }).success).toBe(false);
    const { manual: _manual, ...rest } = numberGroup();
    expect(numberGroupInputSchema.safeParse(rest).success).toBe(false);
  });

  test('the length is judged by examples, and that is said', () => {
    const rule = numberGroup({ parts: { date: true, reference: true, lotId: true, number: true } });
    expect(describeLength(rule)).toBe(
      'A number would have 31 characters (Date 6, Reference No. 8, Lot ID 8, Number sequence No. 9), and at most 20 are allowed. Untick a part or shorten the format. Judged by the reference PO000123 and the lot ID L0004567.',
    );
    expect(describeLength(numberGroup())).toBe(
      'A number has 9 of at most 20 characters (Number sequence No. 9).',
    );
  });

  test('whatever may be saved builds numbers for an example document', () => {
    fc.assert(
      fc.property(
        fc.record({
          parts: fc.record({
            date: fc.boolean(),
            reference: fc.boolean(),
            lotId: fc.boolean(),
            number: fc.boolean(),
          }),
          before: fc.string({ maxLength: 12 }),
          run: fc.integer({ min: 0, max: 16 }),
          smallest: fc.nat(),
          largest: fc.nat(),
        }),
        ({ parts, before, run, smallest, largest }) => {
          const format = before + '#'.repeat(run);
          const read = numberGroupInputSchema.safeParse(
            numberGroup({ parts, sequence: { format, smallest, largest }, next: null }),
          );
          if (!read.success) return;
          const built = [smallest, largest].map((number) =>
            buildNumber(read.data, { date: '2026-11-03', ...exampleSource }, number),
          );
          expect(built[0]?.length).toBe(built[1]?.length);
          expect(built[1]?.length).toBe(longestExample(read.data).length);
          expect(built[1]?.length).toBeLessThanOrEqual(NUMBER_LENGTH);
          if (parts.number && smallest < largest) expect(built[0]).not.toBe(built[1]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
