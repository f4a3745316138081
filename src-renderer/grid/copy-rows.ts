/** A cell on its way to the clipboard. */
export interface CopiedCell {
  readonly text: string;
  /** The cell holds a number, which a spreadsheet may read as one. */
  readonly number: boolean;
}

const PLAIN_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * Keeps a spreadsheet from running a cell as a formula: an apostrophe goes before text that begins like one.
 * Numbers, negative ones too, stay as they are.
 */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** Rows as text for a spreadsheet: cells between tabs, quoted where they hold a tab, a quote or a line break. */
export function toTabSeparated(rows: readonly (readonly CopiedCell[])[]): string {
  return rows.map((cells) => cells.map(({ text }) => quoted(withoutFormula(text))).join('\t')).join('\r\n');
}

function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The same rows as a table. Spreadsheets prefer it, and there a text stays text: a serial number keeps its leading
 * zeros and does not turn into 1.23E+17.
 */
export function toHtmlTable(rows: readonly (readonly CopiedCell[])[]): string {
  const lines = rows.map((cells) => `<tr>${cells.map(htmlCell).join('')}</tr>`);
  return `<meta charset="utf-8"><table>${lines.join('')}</table>`;
}

function htmlCell({ text, number }: CopiedCell): string {
  const content = escaped(withoutFormula(text)).replaceAll(/\r\n|\r|\n/g, '<br>');
  return number ? `<td>${content}</td>` : `<td style='mso-number-format:"\\@"'>${content}</td>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
