import type { GapCut, LateWarehouse } from '../../../src-main/domain/gaps.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import type { VerdictTotal } from '../../../src-main/domain/verdict-totals.ts';
import type { RowVerdict } from '../../../src-main/domain/verdict.ts';
import { formatCount, formatQuantity } from '../../app/format.ts';

/** What each cut is called. */
export const cutNames: Readonly<Record<GapCut, string>> = {
  item: 'Item',
  location: 'Location',
  group: 'Tracking dimension group',
  batch: 'Batch',
  order: 'Order',
};

/** A number of units in words, e.g. `1 unit`. @param quantity in thousandths. */
export function unitWords(quantity: number): string {
  return `${formatQuantity(quantity)} ${quantity === THOUSANDTHS ? 'unit' : 'units'}`;
}

/** A number of things in words, e.g. `3 rows`. @param one what one of them is called. */
export function countWords(count: number, one: string): string {
  const many = one.endsWith('ch') ? `${one}es` : `${one}s`;
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** What has a verdict, in thousandths. */
export function quantityOf(totals: readonly VerdictTotal[], ...verdicts: readonly RowVerdict[]): number {
  return totals
    .filter(({ verdict }) => verdicts.includes(verdict))
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** What the morning question is answered with. */
export interface Headline {
  readonly tone: 'error' | 'warning' | 'success';
  readonly text: string;
}

/** What the answer is made of. */
export interface HeadlineFacts {
  readonly totals: readonly VerdictTotal[];
  /** Where something is Overdue. */
  readonly overdueIn: readonly string[];
  /** What is Overdue, warehouse by warehouse; undefined until it is known. */
  readonly late: readonly LateWarehouse[] | undefined;
}

/** Which serial numbers are missing, how badly, since when: a sentence or two. */
export function headlineOf({ totals, overdueIn, late }: HeadlineFacts): Headline {
  const overdue = quantityOf(totals, 'Overdue');
  const others = [
    { quantity: quantityOf(totals, 'Invalid'), words: 'invalid' },
    { quantity: quantityOf(totals, 'Exception'), words: 'recorded as exceptions' },
    { quantity: quantityOf(totals, 'Due'), words: 'due' },
  ].filter(({ quantity }) => quantity > 0);
  if (overdue === 0 && others.length === 0) return { tone: 'success', text: noGaps(totals) };
  const rest = listed(
    others.map(
      ({ quantity, words }) =>
        `${formatQuantity(quantity)} ${quantity === THOUSANDTHS ? 'is' : 'are'} ${words}`,
    ),
  );
  const worst = overdue > 0 || quantityOf(totals, 'Invalid') > 0;
  const text =
    overdue === 0
      ? `No unit is overdue; ${rest}.`
      : [overdueSentence(overdue, overdueIn, late), ...(rest === '' ? [] : [`Besides, ${rest}.`])].join(' ');
  return { tone: worst ? 'error' : 'warning', text };
}

function noGaps(totals: readonly VerdictTotal[]): string {
  if (totals.length === 0) return 'There is no stock here.';
  if (totals.every(({ verdict }) => verdict === 'Not tracked'))
    return 'No item here is tracked by serial number, so none can be missing.';
  const expected = quantityOf(totals, 'Expected');
  return expected === 0
    ? 'No gaps: every serial number that should be there is there.'
    : `No gaps: ${unitWords(expected)} ${expected === THOUSANDTHS ? 'is' : 'are'} still blank, and a later step asks for the serial numbers.`;
}

function overdueSentence(overdue: number, overdueIn: readonly string[], late: HeadlineFacts['late']): string {
  const [only] = overdueIn;
  const where =
    overdueIn.length === 1 && only !== undefined
      ? only === ''
        ? 'without a warehouse'
        : `in warehouse ${only}`
      : `in ${countWords(overdueIn.length, 'warehouse')}`;
  const said = `${unitWords(overdue)} ${overdue === THOUSANDTHS ? 'is' : 'are'} overdue ${where}`;
  if (late === undefined || late.length === 0) return `${said}.`;
  const oldest = Math.max(...late.map((one) => one.oldest));
  return `${said}; the oldest ${oldest === 0 ? 'since today' : `for ${countWords(oldest, 'day')}`}.`;
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
