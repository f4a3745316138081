/* eslint-disable no-control-regex -- scanners and exports do send control characters; they are what is removed here */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b\ufeff]/gu;

/**
 * Takes control characters out of a text and white space from its ends: what a scanner, a spreadsheet or a file
 * put around the value. Nothing else is changed, case is kept.
 */
export function cleanText(text: string): string {
  return isPlain(text) ? text : text.replace(CONTROL, '').trim();
}

/** Whether a text is printable ASCII without a blank at either end. By hand: an import asks it of every field. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || code > 0x7e) {
      if (code !== 0x20 || index === 0 || index === text.length - 1) return false;
    }
  }
  return true;
}

/** The one test for blank, at every door: missing, empty, or nothing but white space and control characters. */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || cleanText(text) === '';
}
