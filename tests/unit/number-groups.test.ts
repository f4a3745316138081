import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNumber, NUMBER_LENGTH, takeNumbers } from '../../src-main/domain/build-number.ts';
import {
  fitsSerialNumberControl,
  generatesFor,
  type NumberDocument,
} from '../../src-main/domain/number-generation.ts';
import { previewNumbers } from '../../src-main/domain/number-preview.ts';
import { DomainError } from '../../src-main/domain/problem.ts';
import { serialKey } from '../../src-main/domain/serial-number.ts';
import {
  numberGroupInputSchema,
  type NumberGroupInput,
} from '../../src-main/domain/tracking-number-group.ts';
import { numberGroup, type NumberGroupChanges } from '../fixtures/number-groups.ts';

const source = { date: '2026-11-03', reference: ' PO-1 ', lotId: 'L7' };
const none = (): ReadonlySet<string> => new Set();
const allBut =
  (...free: readonly string[]) =>
  (numbers: readonly string[]) =>
    new Set(numbers.filter((number) => !free.includes(number)).map(serialKey));

describe('a number is built from the ticked parts', () => {
  const texts = ['261103', 'PO-1', 'L7', 'SN-000042'] as const;
  test.each(Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].map((bit) => (bits & (1 << bit)) > 0)))(
    'date %s, reference %s, lot ID %s, number %s',
    (...ticked) => {
      const [date = false, reference = false, lotId = false, number = false] = ticked;
      const rule = numberGroup({ parts: { date, reference, lotId, number } });
      const expected = texts.filter((_, index) => ticked[index]).join('');
      if (expected.length > NUMBER_LENGTH)
        expect(() => buildNumber(rule, source, 42)).toThrow(`The number ${expected} has ${expected.length}`);
      else expect(buildNumber(rule, source, 42)).toBe(expected);
    },
  );

  test.each([
    ['SN-######', 7, 'SN-000007'],
    ['###', 7, '007'],
    ['A#Z', 7, 'A7Z'],
    ['ABC-###-DEF', 12, 'ABC-012-DEF'],
    ['$&-##', 3, '$&-03'],
  ])('format %s makes of %i %s', (format, number, expected) => {
    expect(buildNumber(numberGroup({ sequence: { format } }), source, number)).toBe(expected);
  });

  test('one that is too long for the real document is refused with its length', () => {
    const rule = numberGroup({ parts: { reference: true } });
    expect(numberGroupInputSchema.safeParse(rule).success).toBe(true);
    const reference = 'A'.repeat(12);
    expect(() => buildNumber(rule, { ...source, reference }, 1)).toThrow(DomainError);
    expect(() => buildNumber(rule, { ...source, reference }, 1)).toThrow(
      /has 21 characters, and at most 20 are allowed\. Untick a part/,
    );
  });
});

describe('taking numbers', () => {
  test('goes on from the counter, or from the smallest number', () => {
    const rule = numberGroup({ sequence: { smallest: 5 } });
    expect(takeNumbers(rule, 1, source, 2, none)).toEqual({ numbers: ['SN-000005', 'SN-000006'], next: 7 });
    expect(takeNumbers(rule, 9, source, 1, none)).toEqual({ numbers: ['SN-000009'], next: 10 });
  });

  test('skips numbers in use, whatever their case, and no more than it must', () => {
    const rule = numberGroup({ sequence: { format: 'sn#####', largest: 99_999 } });
    const inUse = () => new Set(['SN00001', 'SN00003', 'SN00005']);
    expect(takeNumbers(rule, 1, source, 2, inUse)).toEqual({ numbers: ['sn00002', 'sn00004'], next: 5 });
  });

  test('passes a long run of numbers in use in few looks', () => {
    const looks: number[] = [];
    const inUse = (numbers: readonly string[]): ReadonlySet<string> => {
      looks.push(numbers.length);
      return allBut('SN-050000')(numbers);
    };
    expect(takeNumbers(numberGroup(), 1, source, 1, inUse)).toEqual({ numbers: ['SN-050000'], next: 50_001 });
    expect(looks.length).toBeLessThan(150);
  });

  test('gives what is left where the sequence ends', () => {
    const rule = numberGroup({ sequence: { largest: 3 } });
    expect(takeNumbers(rule, 2, source, 5, none)).toEqual({ numbers: ['SN-000002', 'SN-000003'], next: 4 });
    expect(takeNumbers(rule, 4, source, 5, none)).toEqual({ numbers: [], next: 4 });
  });

  test('without a number sequence there is one number a document', () => {
    const rule = numberGroup({ parts: { date: true, reference: true, number: false } });
    expect(takeNumbers(rule, 1, source, 5, none)).toEqual({ numbers: ['261103PO-1'], next: 1 });
    expect(takeNumbers(rule, 1, source, 5, allBut())).toEqual({ numbers: [], next: 1 });
    const empty = numberGroup({ parts: { reference: true, number: false } });
    expect(takeNumbers(empty, 1, { ...source, reference: ' ' }, 1, none).numbers).toEqual([]);
  });

  test('never repeats, never gives out what is in use, never goes beyond the largest', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.nat({ max: 60 }),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }),
        fc.uniqueArray(fc.nat({ max: 60 })),
        (smallest, span, counts, used) => {
          const rule = numberGroup({
            sequence: { format: '##', smallest, largest: Math.min(99, smallest + span) },
          });
          const usedKeys = new Set(used.map((number) => String(number).padStart(2, '0')));
          const taken: string[] = [];
          let counter = 0;
          for (const count of counts) {
            const { numbers, next } = takeNumbers(rule, counter, source, count, () => usedKeys);
            expect(numbers.length).toBeLessThanOrEqual(count);
            expect(next).toBeGreaterThanOrEqual(counter);
            taken.push(...numbers);
            counter = next;
          }
          expect(new Set(taken).size).toBe(taken.length);
          expect(taken.filter((number) => usedKeys.has(number))).toEqual([]);
          expect(taken.every((number) => Number(number) <= rule.sequence.largest)).toBe(true);
          expect([...taken].sort()).toEqual(taken);
        },
      ),
    );
  });
});

describe('the preview', () => {
  const preview = (changes: NumberGroupChanges, counter: number | null = null, inUse = none) =>
    previewNumbers(numberGroup(changes), counter, '2026-11-23', inUse);
  test('shows the next five numbers', () => {
    expect(preview({ parts: { date: true } }, 8)).toEqual({
      numbers: [8, 9, 10, 11, 12].map((number) => `261123SN-0000${String(number).padStart(2, '0')}`),
      skipped: 0,
      note: '',
    });
    expect(preview({ sequence: { smallest: 3 } }).numbers[0]).toBe('SN-000003');
  });

  test('counts what it passes over', () => {
    const inUse = () => new Set(['SN-000002', 'SN-000004']);
    const { numbers, skipped } = preview({}, 1, inUse);
    expect(numbers).toEqual(['SN-000001', 'SN-000003', 'SN-000005', 'SN-000006', 'SN-000007']);
    expect(skipped).toBe(2);
  });

  test.each<[string, NumberGroupChanges, number, number, RegExp]>([
    ['ends', { sequence: { largest: 9 } }, 8, 2, /^The number sequence ends after 2 more numbers: 9/],
    [
      'ends soon',
      { sequence: { largest: 9, code: 'Q' } },
      9,
      1,
      /^The number sequence Q ends after one more/,
    ],
    ['is used up', { sequence: { largest: 9 } }, 10, 0, /^The number sequence is used up: 9 was/],
    ['does not generate', { manual: true }, 1, 0, /^Manual is on/],
    ['repeats itself', { parts: { date: true, number: false } }, 1, 1, /are the same\. Tick Number sequence/],
  ])('says where it %s', (_name, changes, counter, count, note) => {
    const shown = preview(changes, counter);
    expect(shown.numbers).toHaveLength(count);
    expect(shown.note).toMatch(note);
  });
});

describe('when a group generates', () => {
  const documents: Readonly<Record<NumberDocument, keyof NumberGroupInput['activations']>> = {
    purchase: 'purchase',
    production: 'production',
    return: 'order',
    adjustment: 'inventory',
    count: 'inventory',
  };
  const names = ['purchase', 'order', 'production', 'inventory', 'kanban'] as const;
  const cases = Object.entries(documents).flatMap(([document, needed]) =>
    [false, true].flatMap((manual) =>
      Array.from({ length: 2 ** names.length }, (_, bits) => ({
        document: document as NumberDocument,
        manual,
        on: names.filter((_name, bit) => (bits & (1 << bit)) > 0),
        needed,
      })),
    ),
  );

  test('Manual off and the activation of the document on, in every combination', () => {
    expect(cases).toHaveLength(5 * 2 * 32);
    for (const { document, manual, on, needed } of cases) {
      const activations = Object.fromEntries(names.map((name) => [name, on.includes(name)]));
      expect(
        generatesFor(numberGroup({ manual, activations }), document),
        `${document}, Manual ${manual}, active for ${on.join(', ')}`,
      ).toBe(!manual && on.includes(needed));
    }
  });

  test('no group and an unknown code never do', () => {
    for (const document of Object.keys(documents))
      expect(generatesFor(undefined, document as NumberDocument)).toBe(false);
  });

  test.each([
    [false, 1000, true],
    [false, 2000, false],
    [false, 0, false],
    [false, 500, false],
    [true, 2000, true],
  ])('Manual %s with Per qty %i thousandths fits Serial number control: %s', (manual, perQuantity, fits) => {
    expect(fitsSerialNumberControl({ manual, perQuantity })).toBe(fits);
  });
});
