/** Thousandths of the inventory unit in one unit. All stock arithmetic is in whole thousandths. */
export const THOUSANDTHS = 1000;

/** The largest quantity that is stored, in thousandths: what JavaScript and SQLite both add up exactly. */
export const MAX_QUANTITY = 1_000_000_000_000;

const PLAIN = /^\d{1,9}$/;
const DECIMAL = /^([+-]?)(\d+)(?:[.,](\d+))?$/;
const THOUSANDS_OR_DECIMALS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * Reads a quantity: digits with at most three decimals behind a point or a comma. A comma before three digits is
 * refused, because it separates thousands in one country and decimals in the other.
 */
export function readQuantity(text: string): { readonly value: number } | { readonly problem: string } {
  if (PLAIN.test(text)) return { value: Number(text) * THOUSANDTHS };
  const match = DECIMAL.exec(text);
  if (match === null)
    return { problem: 'This is not a number. Write digits, with a point or a comma before decimals.' };
  if (THOUSANDS_OR_DECIMALS.test(text)) {
    const [one, other] = [text.replace(',', ''), text.replace(',', '.')];
    return {
      problem: `This can be read as ${one} or as ${other}. Write it without the comma, or with a point.`,
    };
  }
  const [, sign = '', whole = '0', decimals = ''] = match;
  const fraction = decimals.replace(/0+$/, '');
  if (fraction.length > 3) return { problem: 'Quantities have at most three decimals.' };
  const value = Number(whole) * THOUSANDTHS + Number(fraction.padEnd(3, '0'));
  if (sign === '-' && value > 0) return { problem: 'A quantity on hand is never below zero.' };
  if (value > MAX_QUANTITY) return { problem: 'This quantity is larger than one billion.' };
  return { value };
}

/** Writes thousandths as a plain decimal number, e.g. 2500 as `2.5`, the way files carry it. */
export function writeQuantity(thousandths: number): string {
  const whole = Math.trunc(thousandths / THOUSANDTHS);
  const rest = Math.abs(thousandths % THOUSANDTHS);
  if (rest === 0) return String(whole);
  const sign = thousandths < 0 && whole === 0 ? '-' : '';
  return `${sign}${whole}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}
