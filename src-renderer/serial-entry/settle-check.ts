import type { SerialAnswer, SerialCheck } from '../../src-main/domain/serial-check.ts';
import { serialOf, type SerialEntry } from '../../src-main/domain/serial-entry.ts';
import { serialKey } from '../../src-main/domain/serial-number.ts';
import { formatCount } from '../app/format.ts';

/** A piece that was not taken, and what the user can do about it. */
export interface NotTaken {
  readonly text: string;
  readonly reason: string;
  /** The stock row where it stands instead. */
  readonly standsIn?: number;
  /** It was refused as a range; it may be one serial. */
  readonly asSerial?: true;
  /** The check itself failed; the same text may be tried again. */
  readonly again?: true;
}

/** What became of a text that was checked. */
export interface Settled {
  readonly added: readonly SerialEntry[];
  readonly notTaken: readonly NotTaken[];
  readonly notices: readonly string[];
}

/** How often each serial has been entered. */
export type Tally = Map<string, number>;

/** Counts the serials of a list. */
export function tallyOf(entries: readonly SerialEntry[]): Tally {
  const tally: Tally = new Map();
  for (const entry of entries) count(tally, entry);
  return tally;
}

/** Counts one more entry. */
export function count(tally: Tally, entry: SerialEntry): void {
  const serial = serialOf(entry);
  if (serial === undefined) return;
  const key = serialKey(serial);
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

/**
 * Decides what of a check is taken into the list: what is accepted, not there yet, and needed. A range that is longer
 * than what is needed is not taken at all: which of its serials are meant is for the user to say.
 * @param entered what the list has already; counts along.
 * @param room how many entries the list takes yet.
 */
export function settleCheck(
  { answers }: Pick<SerialCheck, 'answers'>,
  entered: Tally,
  room: number,
): Settled {
  const added: SerialEntry[] = [];
  const notTaken: NotTaken[] = [];
  const notices: string[] = [];
  const sizes = rangeSizes(answers);
  const fitting = new Map<string, boolean>();
  for (const answer of answers) {
    const { range } = answer;
    if (range !== undefined && !fitting.has(range)) {
      const [size, left] = [sizes.get(range) ?? 0, room - added.length];
      fitting.set(range, size <= left);
      if (size > left)
        notTaken.push({ text: range, reason: tooLongSentence(range, size, left), asSerial: true });
    }
    if (range !== undefined && fitting.get(range) === false) continue;
    if (!answer.ok) {
      const { text, reason, standsIn, asSerial } = answer;
      notTaken.push({
        text,
        reason,
        ...(standsIn !== undefined && { standsIn }),
        ...(asSerial && { asSerial }),
      });
    } else if ((entered.get(serialKey(answer.serial)) ?? 0) >= answer.units) {
      notTaken.push({ text: answer.serial, reason: `${answer.serial} is entered already.` });
    } else if (added.length >= room) {
      notTaken.push({ text: answer.serial, reason: `${answer.serial} is one too many: nothing is missing.` });
    } else {
      const entry = { serial: answer.serial };
      added.push(entry);
      count(entered, entry);
      if (answer.notice !== undefined) notices.push(answer.notice);
    }
  }
  return { added, notTaken, notices };
}

function rangeSizes(answers: readonly SerialAnswer[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { range } of answers) if (range !== undefined) sizes.set(range, (sizes.get(range) ?? 0) + 1);
  return sizes;
}

function tooLongSentence(range: string, size: number, room: number): string {
  const open = room === 0 ? 'nothing is missing' : `only ${formatCount(room)} more can be entered`;
  return `${range} is a range of ${formatCount(size)} serial numbers; ${open}.`;
}
