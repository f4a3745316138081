import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubtfulPieces, readSerialList, type ReadListOptions } from '../../src-main/domain/serial-list.ts';
import { fitsMask } from '../../src-main/domain/serial-mask.ts';

/** The serials of a text; a problem stands as `! piece`. */
const read = (text: string, options: ReadListOptions = {}): readonly string[] =>
  readSerialList(text, options).flatMap((piece) => {
    if (piece.kind === 'range') return piece.serials;
    if (piece.kind === 'label') return [`label ${piece.label.serial}`];
    return [piece.kind === 'problem' ? `! ${piece.text}` : piece.text];
  });

const reasonOf = (text: string): string =>
  readSerialList(text)
    .map((piece) => (piece.kind === 'problem' ? piece.reason : ''))
    .join('');

describe('a list', () => {
  test('is separated by new lines, commas, semicolons and tabs; space around and empty entries are dropped', () => {
    expect(read('A1, A2;A3\tA4\r\n\n  A5  ,,;\nA6\u2028A7,')).toEqual([
      'A1',
      'A2',
      'A3',
      'A4',
      'A5',
      'A6',
      'A7',
    ]);
  });

  test.each(['', '   ', '\n\t,;\r\n'])('of nothing is empty: %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('keeps what is inside a serial', () => {
    expect(read('AB 12/x\u0007')).toEqual(['AB 12/x']);
  });
});

describe('a range', () => {
  test.each([
    ['1-5', ['1', '2', '3', '4', '5']],
    ['AB100-AB103', ['AB100', 'AB101', 'AB102', 'AB103']],
    ['ab99 – AB101', ['ab99', 'ab100', 'ab101']],
    ['100~+3', ['100', '101', '102']],
    ['001 × 5', ['001', '002', '003', '004', '005']],
    ['001 x 2', ['001', '002']],
    ['bilou-87 × 2', ['bilou-87', 'bilou-88']],
    ['005-ccc × 2', ['005-ccc', '006-ccc']],
    ['alpha-012-345-beta×2', ['alpha-012-345-beta', 'alpha-012-346-beta']],
    ['SN-2024-098-SN-2024-101', ['SN-2024-098', 'SN-2024-099', 'SN-2024-100', 'SN-2024-101']],
    ['5-a-7-a', ['5-a', '6-a', '7-a']],
    ['98-101', ['98', '99', '100', '101']],
    ['99999999999999999998 × 2', ['99999999999999999998', '99999999999999999999']],
  ])('%s', (text, serials) => {
    expect(read(text)).toEqual(serials);
  });

  test.each([
    ['5-1', '5-1 is a range that runs backwards: 5 comes after 1.'],
    ['AB110-AB100', 'AB110-AB100 is a range that runs backwards: AB110 comes after AB100.'],
    ['20-', '20- is a range with one end only. Write both, e.g. AB100-AB110.'],
    ['100~+', '100~+ is not a whole range. Write the first serial number and how many: 100~+20.'],
    ['100~+x', '100~+x is not a whole range. Write the first serial number and how many: 100~+20.'],
    ['001 × 0', '001 × 0 is not a whole range. Write the first serial number and how many: 001 × 5.'],
    ['ABC × 5', 'ABC in ABC × 5 has no number that could count up.'],
    ['1-9999999', '1-9999999 is a range of more than 100000 serial numbers; so many are not taken at once.'],
  ])('that is wrong is refused with its piece: %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  test('all problems come at once, good entries stay', () => {
    expect(read('A1\n5-1, A2; 20-\nB1-B2')).toEqual(['A1', '! 5-1', 'A2', '! 20-', 'B1', 'B2']);
  });
});

describe('a plain serial with signs of lists and ranges in it', () => {
  test.each([
    'SN-2024-001',
    '2024-001',
    'bilou-87',
    '005-ccc',
    'A-B',
    'AB100-110',
    'AB100-AC110',
    '12-12',
    '7-70j',
    'x5',
    '--',
  ])('%s stays whole', (serial) => {
    expect(read(serial)).toEqual([serial]);
  });

  test('that is known or fits the mask stays whole', () => {
    const isSerial = (piece: string): boolean => fitsMask('###-###', piece) || piece === 'A,1';
    expect(read('100-200\nA,1\n300-100', { isSerial })).toEqual(['100-200', 'A,1', '300-100']);
    expect(readSerialList('100-200', { isSerial })).toEqual([
      { kind: 'serial', text: '100-200', asRange: 101 },
    ]);
  });

  test('can be said to be one, or a range after all', () => {
    expect(read('100-102, B', { reading: 'serials' })).toEqual(['100-102, B']);
    expect(read('100-102', { reading: 'ranges', isSerial: () => true })).toEqual(['100', '101', '102']);
  });

  test('is asked about where it is doubtful, and only there', () => {
    expect(doubtfulPieces('A1\nA,1-3\nSN-1-x\n(21)X')).toEqual(['A,1-3', '1-3', '(21)X']);
  });
});

describe('labels in a list', () => {
  test('each line is one, a comma may be part of it', () => {
    expect(read('(01)09506000134352(21)A,B\n]C121C;D\nE')).toEqual(['label A,B', 'label C;D', 'E']);
  });

  test('several labels in a line are taken apart', () => {
    expect(read('(01)09506000134352(21)A,(01)09506000134352(21)B')).toEqual(['label A', 'label B']);
  });

  test('a damaged one is refused with its piece', () => {
    expect(reasonOf(']C10109506000134353')).toBe(
      ']C10109506000134353 is a GS1 label that cannot be read: the last digit of the GTIN 09506000134353 does not fit the others.',
    );
  });
});

describe('properties', () => {
  const plain = fc.stringMatching(/^[A-Z]{1,4}[A-Z0-9/.]{0,8}[A-Z]$/);

  test('a list of plain serials comes back as it is, whatever separates them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(plain, fc.constantFrom('\n', '\r\n', ',', ';', '\t', ' , ', ';;\n'))),
        (entries) => {
          expect(read(entries.flat().join(''))).toEqual(entries.map(([serial]) => serial));
        },
      ),
    );
  });

  test('a range has as many serials as its ends say, all different, of one shape', () => {
    fc.assert(
      fc.property(
        plain,
        fc.nat(10_000),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 8 }),
        fc.stringMatching(/^[-A-Z/]{0,5}$/),
        (prefix, from, more, width, suffix) => {
          const end = (number: number): string => `${prefix}${String(number).padStart(width, '0')}${suffix}`;
          fc.pre(
            String(from).padStart(width, '0').length === String(from + more).padStart(width, '0').length,
          );
          const serials = read(`${end(from)}-${end(from + more)}`);
          expect(serials).toEqual(Array.from({ length: more + 1 }, (_, index) => end(from + index)));
        },
      ),
    );
  });

  test('no text makes it fail, and as serials every line is kept', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '1',
            '0',
            'A',
            '-',
            '×',
            '~',
            '+',
            ',',
            ' ',
            '(',
            ')',
            '\u001d',
            ']',
            'C',
            '2',
          ),
        }),
        (text) => {
          const pieces = readSerialList(text, { gs1Sign: '~' });
          for (const piece of pieces) expect(piece.text).not.toBe('');
          const [whole] = readSerialList(text, { reading: 'serials' });
          if (whole?.kind === 'serial') expect(text.replaceAll('\u001d', '').trim()).toBe(whole.text);
        },
      ),
    );
  });
});
