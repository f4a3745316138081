import { cleanText } from './blank.ts';
import { countUp, counterOf } from './count-up.ts';
import { readGs1, type Gs1Label } from './gs1.ts';
import { MAX_ENTRIES } from './serial-entry.ts';
import { LONG_SERIAL_LENGTH, serialKey } from './serial-number.ts';

/**
 * How a text is read. `decide`: lists are taken apart and ranges counted out, but whatever is known to be a serial is
 * one. `serials`: every line is one serial, whatever is in it. `ranges`: what can be a range is one.
 */
export const listReadings = ['decide', 'serials', 'ranges'] as const;

/** See `listReadings`. */
export type ListReading = (typeof listReadings)[number];

/** What the text may be read against. */
export interface ReadListOptions {
  readonly reading?: ListReading;
  /** Whether a piece is a serial for sure: it stands on-hand, or the item's mask says so. */
  readonly isSerial?: (piece: string) => boolean;
  /** What the scanner sends instead of FNC1; empty for FNC1 itself. */
  readonly gs1Sign?: string;
}

/** One piece of a text, cleaned, and what it was read as. */
export type ListPiece =
  | {
      readonly kind: 'serial';
      readonly text: string;
      /** How many serials it would be, read as a range; 0 where it cannot be one. */
      readonly asRange: number;
    }
  | { readonly kind: 'range'; readonly text: string; readonly serials: readonly string[] }
  | { readonly kind: 'label'; readonly text: string; readonly label: Gs1Label }
  | {
      readonly kind: 'problem';
      readonly text: string;
      readonly reason: string;
      /** The user may say that it is one serial all the same. */
      readonly asSerial: boolean;
    };

/** Longest text that can be a range, in characters: two serials and what is between them. */
const LONGEST_RANGE = 2 * LONG_SERIAL_LENGTH + 10;

/** A text that looks like a range: its serials, counted out on demand, or what is wrong with it. */
type Range = { readonly count: number; serials(): readonly string[] } | { readonly problem: string };

/**
 * Reads what was scanned, typed or pasted: entries between new lines, tabs, commas and semicolons; ranges; GS1 labels.
 * White space and empty entries are dropped. All problems come at once, each with its piece. A plain serial is never
 * changed (docs/decisions).
 */
export function readSerialList(text: string, options: ReadListOptions = {}): readonly ListPiece[] {
  const { reading = 'decide', isSerial = () => false, gs1Sign = '' } = options;
  const known = (piece: string): boolean => reading === 'decide' && isSerial(piece);
  const readPart = (part: string): ListPiece => {
    const piece = cleanText(part);
    if (known(piece)) return plain(piece);
    return readLabel(part, gs1Sign) ?? readRange(piece) ?? plain(piece);
  };
  return linesOf(text).flatMap((line): readonly ListPiece[] => {
    const whole = cleanText(line);
    if (whole === '') return [];
    if (reading === 'serials') return [readLabel(line, gs1Sign) ?? plain(whole)];
    const parts = partsOf(line);
    if (parts.length < 2) return parts.map(readPart);
    if (known(whole)) return [plain(whole)];
    // A comma may belong to a label, unless another label begins behind it.
    const label = readLabel(line, gs1Sign);
    const several = parts.some((part, index) => index > 0 && readGs1(part, gs1Sign) !== undefined);
    return label?.kind === 'label' && !several ? [label] : parts.map(readPart);
  });
}

/** The pieces of a text, whole or in part, that could be something else than a serial: `isSerial` is asked about them. */
export function doubtfulPieces(text: string, gs1Sign = ''): readonly string[] {
  return linesOf(text).flatMap((line) => {
    const parts = partsOf(line);
    const doubtful = parts.filter(
      (part) => rangeOf(cleanText(part)) !== undefined || readGs1(part, gs1Sign) !== undefined,
    );
    return (parts.length > 1 ? [line, ...doubtful] : doubtful).map(cleanText);
  });
}

function linesOf(text: string): readonly string[] {
  return text.split(/[\n\r\t\v\f\u0085\u2028\u2029]+/);
}

function partsOf(line: string): readonly string[] {
  return line.split(/[,;]/).filter((part) => cleanText(part) !== '');
}

function readLabel(text: string, sign: string): ListPiece | undefined {
  const label = readGs1(text, sign);
  if (label === undefined) return undefined;
  const piece = cleanText(text);
  return 'problem' in label
    ? {
        kind: 'problem',
        text: piece,
        reason: `${piece} is a GS1 label that cannot be read: ${label.problem}.`,
        asSerial: false,
      }
    : { kind: 'label', text: piece, label };
}

function plain(piece: string): ListPiece {
  return { kind: 'serial', text: piece, asRange: sizeOf(piece) };
}

function readRange(piece: string): ListPiece | undefined {
  const range = rangeOf(piece);
  if (range === undefined) return undefined;
  if ('serials' in range && range.count <= MAX_ENTRIES)
    return { kind: 'range', text: piece, serials: range.serials() };
  const reason =
    'problem' in range
      ? range.problem
      : `${piece} is a range of more than ${MAX_ENTRIES} serial numbers; so many are not taken at once.`;
  return { kind: 'problem', text: piece, reason, asSerial: true };
}

function sizeOf(piece: string): number {
  const range = rangeOf(piece);
  return range === undefined || 'problem' in range || range.count > MAX_ENTRIES ? 0 : range.count;
}

function rangeOf(piece: string): Range | undefined {
  if (piece.length > LONGEST_RANGE) return undefined;
  return (
    repeated(piece, /^(.*?)\s*~\+\s*(.*)$/s, '100~+20') ??
    repeated(piece, /^(.*?)\s*×\s*(.*)$/s, '001 × 5') ??
    repeated(piece, /^(.+?)\s+[xX*]\s+(\d+)$/s, '001 x 5') ??
    fromTo(piece)
  );
}

/** `100~+20` and `001 × 5`: a first serial and how many. */
function repeated(piece: string, form: RegExp, example: string): Range | undefined {
  const match = form.exec(piece);
  if (match === null) return undefined;
  const [, first = '', times = ''] = match;
  const counter = counterOf(first);
  const count = /^\d{1,15}$/.test(times) ? Number(times) : 0;
  if (first === '' || count === 0)
    return {
      problem: `${piece} is not a whole range. Write the first serial number and how many: ${example}.`,
    };
  if (counter === undefined) return { problem: `${first} in ${piece} has no number that could count up.` };
  return { count, serials: () => countUp(counter, count) };
}

/** `AB100-AB110`: both ends have the same text before and behind their last number, and the numbers ascend. */
function fromTo(piece: string): Range | undefined {
  for (const { index } of piece.matchAll(/[-–]/g)) {
    const [left, right] = [piece.slice(0, index).trim(), piece.slice(index + 1).trim()];
    const range = left === '' || right === '' ? openEnded(piece, left + right) : between(piece, left, right);
    if (range !== undefined) return range;
  }
  return undefined;
}

function openEnded(piece: string, end: string): Range | undefined {
  return /^\w*\d$/.test(end)
    ? { problem: `${piece} is a range with one end only. Write both, e.g. AB100-AB110.` }
    : undefined;
}

function between(piece: string, left: string, right: string): Range | undefined {
  const [from, to] = [counterOf(left), counterOf(right)];
  if (from === undefined || to === undefined) return undefined;
  const frame = ({ prefix, suffix }: typeof from): string => serialKey(`${prefix}\u0000${suffix}`);
  if (frame(from) !== frame(to)) return undefined;
  const padded = from.digits.startsWith('0') || to.digits.startsWith('0');
  // 2024-001 are the parts of one serial: who writes leading zeros writes them at both ends.
  if (padded && from.digits.length !== to.digits.length) return undefined;
  const steps = BigInt(to.digits) - BigInt(from.digits);
  if (steps === 0n) return undefined;
  if (steps < 0n)
    return { problem: `${piece} is a range that runs backwards: ${left} comes after ${right}.` };
  const count = Number(steps) + 1;
  return { count, serials: () => countUp(from, count) };
}
