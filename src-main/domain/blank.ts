/* eslint-disable no-control-regex -- scanners and exports do send control characters; they are what is removed here */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b\ufeff]/gu;
const ONLY_PLAIN = /^[!-~](?:[ -~]*[!-~])?$/;

/**
 * Takes control characters out of a text and white space from its ends: what a scanner, a spreadsheet or a file
 * put around the value. Nothing else is changed, case is kept.
 */
export function cleanText(text: string): string {
  return text === '' || ONLY_PLAIN.test(text) ? text : text.replace(CONTROL, '').trim();
}

/** The one test for blank, at every door: missing, empty, or nothing but white space and control characters. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || cleanText(text) === '';
}
