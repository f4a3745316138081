import { cleanText } from './blank.ts';
import { DomainError } from './problem.ts';
import { SERIAL_LENGTH, serialKey } from './serial-number.ts';

/** Longest number, in characters: that of a serial number, and of a batch number, in Dynamics. */
export const NUMBER_LENGTH = SERIAL_LENGTH;

/** The part of a tracking number group that decides how its numbers look. */
export interface NumberRule {
  readonly parts: {
    readonly date: boolean;
    readonly reference: boolean;
    readonly lotId: boolean;
    readonly number: boolean;
  };
  readonly sequence: {
    /** One run of `#`, which the number fills with zeros before it. */
    readonly format: string;
    readonly smallest: number;
    readonly largest: number;
  };
}

/** What a document gives to its numbers. */
export interface NumberSource {
  /** Expected date of the document, as `2026-11-23`. */
  readonly date: string;
  /** Number of the document. */
  readonly reference: string;
  /** Lot ID of the document's line. */
  readonly lotId: string;
}

/** Numbers that were taken from a counter. */
export interface TakenNumbers {
  readonly numbers: readonly string[];
  /** Where the counter stands now. */
  readonly next: number;
}

/** A reference and a lot ID as long as Dynamics usually makes them; lengths and previews are judged by them. */
export const exampleSource: Omit<NumberSource, 'date'> = { reference: 'PO000123', lotId: 'L0004567' };

const anyDay = '2026-11-23';

const partLabels = {
  date: 'Date',
  reference: 'Reference No.',
  lotId: 'Lot ID',
  number: 'Number sequence No.',
} as const;

/** The parts of a number in their order, each with its text. Source: Microsoft, Set up tracking number groups. */
function partsOf(
  { parts, sequence }: NumberRule,
  { date, reference, lotId }: NumberSource,
  sequenceNumber: number,
): readonly { readonly label: string; readonly text: string }[] {
  const texts = {
    date: date.slice(2).replaceAll('-', ''),
    reference: cleanText(reference),
    lotId: cleanText(lotId),
    number: sequence.format.replace(/#+/, (run) => String(sequenceNumber).padStart(run.length, '0')),
  };
  return (['date', 'reference', 'lotId', 'number'] as const)
    .filter((part) => parts[part])
    .map((part) => ({ label: partLabels[part], text: texts[part] }));
}

const join = (parts: readonly { readonly text: string }[]): string => parts.map(({ text }) => text).join('');

/**
 * The number that the ticked parts give: date as YYMMDD, reference, lot ID, number of the sequence.
 * @throws DomainError `invalid` where it is longer than 20 characters.
 */
export function buildNumber(rule: NumberRule, source: NumberSource, sequenceNumber: number): string {
  const number = join(partsOf(rule, source, sequenceNumber));
  if (number.length > NUMBER_LENGTH)
    throw new DomainError(
      'invalid',
      `The number ${number} has ${number.length} characters, and at most ${NUMBER_LENGTH} are allowed. Untick a part of the number in its tracking number group, or shorten the format.`,
    );
  return number;
}

/** The longest number of a group, with a reference and a lot ID of the usual length. */
export function longestExample(rule: NumberRule): string {
  return join(partsOf(rule, { date: anyDay, ...exampleSource }, rule.sequence.largest));
}

/** Says how long the numbers of a group get, and by what that is judged. */
export function describeLength(rule: NumberRule): string {
  const parts = partsOf(rule, { date: anyDay, ...exampleSource }, rule.sequence.largest);
  const list = parts.map(({ label, text }) => `${label} ${text.length}`).join(', ');
  const examples = [
    ...(rule.parts.reference ? [`the reference ${exampleSource.reference}`] : []),
    ...(rule.parts.lotId ? [`the lot ID ${exampleSource.lotId}`] : []),
  ];
  const judged = examples.length === 0 ? '' : ` Judged by ${examples.join(' and ')}.`;
  const total = join(parts).length;
  return total > NUMBER_LENGTH
    ? `A number would have ${total} characters (${list}), and at most ${NUMBER_LENGTH} are allowed. Untick a part or shorten the format.${judged}`
    : `A number has ${total} of at most ${NUMBER_LENGTH} characters (${list}).${judged}`;
}

/** Most numbers that are looked at in one go. */
const STEP = 500;

/**
 * Takes numbers from a counter, skipping those that are in use already: fewer than asked for where the number
 * sequence ends, at most one where nothing but the document tells the numbers apart.
 * @param keysInUse of some numbers, the keys (see `serialKey`) of those that are in use.
 */
export function takeNumbers(
  rule: NumberRule,
  counter: number,
  source: NumberSource,
  count: number,
  keysInUse: (numbers: readonly string[]) => ReadonlySet<string>,
): TakenNumbers {
  if (!rule.parts.number) {
    const only = buildNumber(rule, source, counter);
    const free = only !== '' && !keysInUse([only]).has(serialKey(only));
    return { numbers: free && count > 0 ? [only] : [], next: counter };
  }
  const numbers: string[] = [];
  let next = Math.max(counter, rule.sequence.smallest);
  // A run of numbers in use is passed ever faster: an import may have brought a million of them.
  for (let step = count; numbers.length < count && next <= rule.sequence.largest; step *= 2) {
    const from = next;
    const length = Math.min(step, STEP, rule.sequence.largest - from + 1);
    const candidates = Array.from({ length }, (_, index) => buildNumber(rule, source, from + index));
    const inUse = keysInUse(candidates);
    for (const candidate of candidates) {
      if (numbers.length === count) break;
      next += 1;
      if (!inUse.has(serialKey(candidate))) numbers.push(candidate);
    }
  }
  return { numbers, next };
}
