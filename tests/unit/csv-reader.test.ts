import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  detectDelimiter,
  MAX_RECORD,
  readCsv,
  type CsvRecord,
  type Delimiter,
} from '../../src-main/files/csv-reader.ts';
import { csvLine } from '../../src-main/files/csv-writer.ts';

const read = (texts: readonly string[], delimiter: Delimiter = ','): readonly CsvRecord[] =>
  [...readCsv(texts, delimiter)].flat();

const fields = (text: string, delimiter: Delimiter = ','): readonly (readonly string[])[] =>
  read([text], delimiter).map((record) => record.fields);

/** Cuts a text into pieces at arbitrary places. */
const cut = (text: string, places: readonly number[]): string[] => {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((one, other) => one - other);
  return [...at, text.length].map((end, index) => text.slice(index === 0 ? 0 : at[index - 1], end));
};

const endings = ['\n', '\r\n', '\r'] as const;

/** Texts made of everything that means something to a reader of delimited files. */
const field = fc
  .array(
    fc.constantFrom('a', 'B7', '"', '""', ',', ';', '\t', '\n', '\r', '\r\n', ' ', 'é', '😀', "'", '=', '\\'),
    {
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

/** Tables without a row of nothing but one empty field, which is a blank line. */
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  )
  .filter((rows) => rows.every((row) => row.join('') !== '' || row.length > 1));

describe('a table written by csvLine', () => {
  test('is read back, whatever its line ends and wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...endings),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 12 }),
        (rows, ending, endsLast, places) => {
          const lines = rows.map(csvLine);
          const text = lines.join(ending) + (endsLast ? ending : '');
          const records = read(cut(text, places));
          expect(records.map((record) => record.fields)).toEqual(rows);
          // Lines are counted as an editor does, also those inside quotation marks.
          const sign = ending === '\r' ? '\r' : '\n';
          const starts = lines.map(
            (_, index) => lines.slice(0, index).join(ending).split(sign).length + (index && 1),
          );
          expect(records.map(({ line }) => line)).toEqual(starts);
          expect(records.filter(({ problem }) => problem !== undefined)).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([';', '\t'] as const)('with %j for commas is read back too', (delimiter) => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(), { maxLength: 5 }), (rows, places) => {
        const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(quoted).join(delimiter)).join('\n');
        expect(read(cut(text, places), delimiter).map((record) => record.fields)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text', () => {
  test('is read the same whole and in pieces, or refused the same', () => {
    const outcome = (texts: readonly string[]): unknown => {
      try {
        return read(texts);
      } catch (error) {
        return (error as Error).message;
      }
    };
    const text = fc
      .array(fc.constantFrom('a', '1', '"', '"', ',', '\n', '\r\n', '\0', 'x"y', ',"'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 12 }), (whole, places) => {
        expect(outcome(cut(whole, places))).toEqual(outcome([whole]));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('quotation marks', () => {
  test('inside an unquoted field are text', () => {
    expect(fields('a,b\n5" bolt,x\n,"7"" nut"')).toEqual([
      ['a', 'b'],
      ['5" bolt', 'x'],
      ['', '7" nut'],
    ]);
  });

  test('keep delimiters and line breaks, LF and CRLF', () => {
    expect(fields('a,"x,y"\r\n"one\r\ntwo\nthree",z\r\n')).toEqual([
      ['a', 'x,y'],
      ['one\r\ntwo\nthree', 'z'],
    ]);
  });

  test('that never close refuse the file and name the line', () => {
    expect(() => read(['a,b\n1,2\n3,"4\n5,6\n'])).toThrow(/line 3 is never closed.*choose the file again/);
  });

  test('that never close do not make the reader hold a large file', () => {
    const line = `${'x'.repeat(99)}\n`;
    const block = line.repeat(1000);
    let given = 0;
    const texts = (function* () {
      yield 'a,b\n1,"2\n';
      for (; given < 100; given += 1) yield block;
    })();
    expect(() => [...readCsv(texts, ',')]).toThrow(/line 2/);
    expect(given).toBeLessThan((2 * MAX_RECORD) / block.length + 2);
  });
});

describe('what is not a record', () => {
  test('blank lines are passed over and counted', () => {
    expect(read(['\n\na,b\n\r\n1,2\n\n'])).toEqual([
      { line: 3, fields: ['a', 'b'] },
      { line: 5, fields: ['1', '2'] },
    ]);
  });

  test('a NUL character spoils its row only', () => {
    const [, bad, good] = read(['a,b\n1\0,2\n3,4\n']);
    expect(bad).toEqual({ line: 2, fields: [], problem: 'The row contains a NUL character.' });
    expect(good?.fields).toEqual(['3', '4']);
  });

  test('an endless line is refused before it is read to its end', () => {
    const blocks = Array.from({ length: 50 }, () => 'x'.repeat(1024 * 1024));
    expect(() => read(['a,b\n', ...blocks])).toThrow(/line 2 is longer than 1,048,576 characters/);
  });
});

test.each([
  ['ITEMNUMBER,WAREHOUSEID', ','],
  ['ITEMNUMBER;WAREHOUSEID;A,B', ';'],
  ['ITEMNUMBER\tWAREHOUSEID', '\t'],
  ['"a;b;c;d",ITEMNUMBER,X', ','],
  ['ITEMNUMBER', ','],
] as const)('the delimiter of %j is %j', (header, delimiter) => {
  expect(detectDelimiter(header)).toBe(delimiter);
});
