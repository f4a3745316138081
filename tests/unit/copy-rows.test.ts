import { describe, expect, test } from 'vitest';
import { toHtmlTable, toTabSeparated, withoutFormula } from '../../src-renderer/grid/copy-rows.ts';

const text = (content: string): { text: string; number: boolean } => ({ text: content, number: false });

describe('a cell that would run as a formula', () => {
  test.each(['=1+1', '+SUM(A1)', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=', '-'])(
    '%j gets an apostrophe',
    (cell) => {
      expect(withoutFormula(cell)).toBe(`'${cell}`);
    },
  );

  test.each(['-5', '+5', '-2.5', '-2,5', '1+1', 'A=1', "'=1", ''])('%j stays as it is', (cell) => {
    expect(withoutFormula(cell)).toBe(cell);
  });
});

test('cells stand between tabs, rows on lines, and are quoted where a spreadsheet would tear them apart', () => {
  const rows = [
    [text('A-1'), text('two\tcells'), { text: '2.5', number: true }],
    [text('say "hi"'), text('two\nlines'), text('')],
  ];
  expect(toTabSeparated(rows)).toBe('A-1\t"two\tcells"\t2.5\r\n"say ""hi"""\t"two\nlines"\t');
});

test('the table keeps texts texts, and shows HTML as it is written', () => {
  const html = toHtmlTable([[text('0012'), { text: '12', number: true }, text('<b>&'), text('a\nb')]]);
  expect(html).toContain(`<td style='mso-number-format:"\\@"'>0012</td><td>12</td>`);
  expect(html).toContain('>&lt;b&gt;&amp;</td>');
  expect(html).toContain('>a<br>b</td>');
});
