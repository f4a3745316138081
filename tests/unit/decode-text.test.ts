import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src-main/domain/problem.ts';
import { decodeText } from '../../src-main/files/decode-text.ts';
import { encodings } from '../fixtures/encodings.ts';

/** Cuts bytes into pieces; the first holds at least the byte order mark, as a read from a file always does. */
function pieces(bytes: Uint8Array, size: number): Uint8Array[] {
  const first = Math.max(size, 4);
  const rest = Array.from({ length: Math.max(0, Math.ceil((bytes.length - first) / size)) }, (_, index) =>
    bytes.subarray(first + index * size, first + (index + 1) * size),
  );
  return [bytes.subarray(0, first), ...rest];
}

const decode = (bytes: Uint8Array, size = 1024): string => [...decodeText(pieces(bytes, size))].join('');

function refusal(bytes: readonly number[]): DomainError {
  try {
    decode(Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('This was expected to be refused.');
}

const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];

describe('a text', () => {
  test.each(Object.entries(encodings))('in %s is read, wherever the pieces are cut', (_name, encode) => {
    const text = fc
      .array(fc.constantFrom('a', 'é', 'ß', '漢', '😀', '\n', ',', '"', '\t', ' '), { maxLength: 40 })
      .map((signs) => `ITEM${signs.join('')}`);
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (written, size) => {
        expect(decode(encode(written), size)).toBe(written);
      }),
    );
  });

  test('may be nothing at all', () => {
    expect([...decodeText([])].join('')).toBe('');
    expect(decode(new Uint8Array())).toBe('');
    expect(decode(encodings['UTF-8 with BOM'](''))).toBe('');
  });
});

describe('what is not text', () => {
  test.each([
    [
      'an old Excel workbook',
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1],
      /old \(\.xls\) or password-protected Excel workbook.*\.xlsx/,
    ],
    ['a PDF', ascii('%PDF-1.7\n'), /PDF.*CSV/],
    [
      'a picture',
      [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48],
      /not a text file.*Choose/,
    ],
    ['an empty block of a disk', Array.from({ length: 100 }, () => 0), /not a text file.*Choose/],
    ['UTF-16 without a mark', ascii('I\0T\0E\0M\0'), /not a text file.*Choose/],
    [
      'Windows-1252',
      [...ascii('PRODUCTNAME\nCaf'), 0xe9, ...ascii(' noir\n')],
      /not UTF-8 near byte 0.*CSV UTF-8/,
    ],
    [
      'UTF-8 that ends in the midst of a letter',
      [...ascii('PRODUCTNAME\nCaf'), 0xc3],
      /not UTF-8 near byte 16/,
    ],
    ['UTF-16 with half a pair', [0xff, 0xfe, 0x41, 0, 0, 0xd8, 0x42, 0], /not UTF-16 near byte/],
    ['UTF-16 with half a letter', [0xff, 0xfe, 0x41, 0, 0x42], /not UTF-16 near byte/],
  ] as const)('%s is refused, with the way out', (_name, bytes, sentence) => {
    const { code, message } = refusal(bytes);
    expect(code).toBe('unreadable-file');
    expect(message).toMatch(sentence);
  });

  test('any bytes are read or refused, never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          expect(typeof decode(bytes)).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
