import { THOUSANDTHS } from '../../src-main/domain/quantity.ts';

const quantities = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });
const counts = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A quantity as the screen shows it, e.g. `1,234.5`. @param thousandths of the inventory unit. */
export function formatQuantity(thousandths: number): string {
  return quantities.format(thousandths / THOUSANDTHS);
}

/** A number of whole days as the screen shows it, e.g. `1 day` or `12 days`. */
export function formatDays(days: number): string {
  return `${counts.format(days)} ${days === 1 ? 'day' : 'days'}`;
}

/** A number of things as the screen shows it, e.g. `12,345`. */
export function formatCount(count: number): string {
  return counts.format(count);
}
