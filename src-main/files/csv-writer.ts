/** A text that a spreadsheet would run as a formula, or one that looks as if it were marked against that. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** One line of a delimited file, without its end: fields with commas, quotation marks or line breaks are quoted. */
export function csvLine(fields: readonly string[]): string {
  return fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}

/**
 * Puts an apostrophe before a text that a spreadsheet would run as a formula, the way spreadsheets mark plain text.
 * `readSpreadsheetText` takes it away again.
 */
export function spreadsheetText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe that `spreadsheetText` put. */
export function readSpreadsheetText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
