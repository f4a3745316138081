import { exampleSource, takeNumbers, type NumberSource } from './build-number.ts';
import type { NumberGroupInput } from './tracking-number-group.ts';

/** How many numbers a preview shows. */
export const PREVIEW_NUMBERS = 5;

/** The numbers a group would give out next, and what there is to say about them. */
export interface NumberPreview {
  readonly numbers: readonly string[];
  /** Numbers that are passed over because they are on hand already. */
  readonly skipped: number;
  /** Why there are fewer, or none; empty where there is nothing to say. */
  readonly note: string;
}

/**
 * The next five numbers of a checked group, with an example reference and lot ID.
 * @param counter where the counter stands; null where it is at the smallest number.
 * @param date expected date of the example document, as `2026-11-23`.
 */
export function previewNumbers(
  group: NumberGroupInput,
  counter: number | null,
  date: NumberSource['date'],
  keysInUse: (numbers: readonly string[]) => ReadonlySet<string>,
): NumberPreview {
  if (group.manual)
    return {
      numbers: [],
      skipped: 0,
      note: 'Manual is on: the user writes the number, nothing is generated.',
    };
  const { smallest } = group.sequence;
  const start = Math.max(counter ?? smallest, smallest);
  const source = { date, ...exampleSource };
  const { numbers, next } = takeNumbers(group, start, source, PREVIEW_NUMBERS, keysInUse);
  if (!group.parts.number)
    return {
      numbers,
      skipped: 0,
      note:
        numbers.length === 0
          ? 'This number is on hand already. Tick Number sequence No. to tell numbers apart.'
          : 'All numbers of one document are the same. Tick Number sequence No. to tell them apart.',
    };
  const skipped = next - start - numbers.length;
  if (numbers.length === PREVIEW_NUMBERS) return { numbers, skipped, note: '' };
  return { numbers, skipped, note: sequenceEnds(group, numbers.length) };
}

/** Says that a number sequence ends, and what to do. @param left how many numbers are left. */
export function sequenceEnds({ sequence }: Pick<NumberGroupInput, 'sequence'>, left: number): string {
  const name = sequence.code === '' ? 'The number sequence' : `The number sequence ${sequence.code}`;
  return left === 0
    ? `${name} is used up: ${sequence.largest} was its largest number. Raise the largest number.`
    : `${name} ends after ${left === 1 ? 'one more number' : `${left} more numbers`}: ${sequence.largest} is its largest. Raise the largest number.`;
}
