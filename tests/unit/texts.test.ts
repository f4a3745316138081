import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, isBlank } from '../../src-main/domain/blank.ts';
import { nameKey } from '../../src-main/domain/name-key.ts';
import { serialKey } from '../../src-main/domain/serial-number.ts';
import { createHashBag, hashTexts } from '../../src-main/domain/text-hash.ts';

const messy = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    '7',
    '-',
    ' ',
    '\t',
    '\n',
    '\u0000',
    '\u001d',
    '\u007f',
    '\u00a0',
    '\u200b',
    '\ufeff',
    'é',
    '😀',
  ),
  maxLength: 8,
});

describe('a text from outside', () => {
  test.each([
    ['  SN-1 ', 'SN-1'],
    ['\u001dSN\u00041\r\n', 'SN1'],
    ['\ufeffITEM', 'ITEM'],
    ['a b  c', 'a b  c'],
    ['Sn-é', 'Sn-é'],
    [' =1+1 ', '=1+1'],
    ['\u00a0', ''],
  ])('%j is cleaned to %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('is clean after cleaning once, and keeps everything that can be seen', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        const visible = [...text].filter((sign) => /[aB7\-é😀]/u.test(sign)).join('');
        expect([...clean].filter((sign) => /[aB7\-é😀]/u.test(sign)).join('')).toBe(visible);
        expect(isBlank(text)).toBe(visible === '');
      }),
      { numRuns: 1000 },
    );
  });

  test.each([null, undefined, '', ' ', '\t\r\n', '\u200b', '\u00a0\ufeff'])('%j is blank', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  test.each(['0', '-', 'N/A', '.'])('%j is not blank', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});

describe('keys', () => {
  test('of names are equal without regard to case and to how accents are encoded', () => {
    expect(nameKey('SerPick')).toBe(nameKey('SERPICK'));
    expect(nameKey('Café')).toBe(nameKey('CAFE\u0301'));
    expect(nameKey('Ser1')).not.toBe(nameKey('Ser2'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
      { numRuns: 5000 },
    );
  });

  test('of serial numbers fold the letters A to Z only, as the database does', () => {
    expect(serialKey('ab-12z')).toBe('AB-12Z');
    expect(serialKey('é')).not.toBe(serialKey('É'));
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'z', 'ß', 'é', '1') });
    fc.assert(
      fc.property(text, (serial) => {
        expect(serialKey(serial)).toHaveLength(serial.length);
      }),
    );
  });
});

describe('hashes', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ''), maxLength: 3 }), { maxLength: 4 });

  test('of equal texts are equal, and the place of a text counts', () => {
    fc.assert(
      fc.property(texts, (all) => {
        expect(hashTexts([...all])).toBe(hashTexts(all));
      }),
    );
    expect(hashTexts(['a', ''])).not.toBe(hashTexts(['', 'a']));
    expect(hashTexts(['ab', 'c'])).not.toBe(hashTexts(['a', 'bc']));
  });

  test('are whole numbers of 32 bits that spread', () => {
    const hashes = Array.from({ length: 10_000 }, (_, index) => hashTexts([`ITEM-${index}`, '61']));
    expect(hashes.every((hash) => hash === (hash | 0))).toBe(true);
    expect(new Set(hashes).size).toBeGreaterThan(9990);
  });

  test('of which another row has the same are found, however many there are', () => {
    const small = fc.integer({ min: -3, max: -1 });
    const hash = fc.oneof(small, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 3000 }), (all) => {
        const bag = createHashBag();
        all.forEach(bag.add);
        const known = all.map((one) => one || (one === 0 ? 1 : undefined));
        const times = new Map<number | undefined, number>();
        for (const one of known) times.set(one, (times.get(one) ?? 0) + 1);
        const twice = known.flatMap((one, index) =>
          one !== undefined && (times.get(one) ?? 0) > 1 ? [index + 1] : [],
        );
        expect(bag.repeated()).toEqual(twice);
      }),
    );
  });
});
