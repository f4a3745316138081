import { cleanText } from './blank.ts';
import type { GapLayout, GapProblem, Said } from './gap-layout.ts';
import { FNC1, type Gs1Label } from './gs1.ts';
import { DomainError } from './problem.ts';
import { MAX_ENTRIES } from './serial-entry.ts';
import { readSerialList, type ListReading } from './serial-list.ts';
import { shortened } from './shortened.ts';

/** A serial number of a block. */
export interface GapEntry {
  /** The line of the text that it stands in, from 1. */
  readonly line: number;
  /** The piece of the line that it comes from: itself, a range or a label. */
  readonly value: string;
  readonly serial: string;
  readonly said: Said;
  /** Of a GS1 label; empty where there is none. */
  readonly gtin: string;
}

/** A piece of a block, in its order. */
export type GapPiece = GapEntry | GapProblem;

/** A block as it was read. Every line that is not empty has at least one piece. */
export interface GapBlock extends Pick<GapLayout, 'columns' | 'ignored'> {
  readonly pieces: readonly GapPiece[];
  /** Pieces that were counted out as ranges. */
  readonly ranges: readonly string[];
}

/** What the texts of a block may be read against. */
export interface ReadBlockOptions {
  readonly reading: ListReading;
  /** Whether a piece is a serial for sure; asked of those that could be something else. */
  readonly isSerial: (piece: string) => boolean;
  readonly gs1Sign: string;
}

/** Whether a text may be read as anything but one serial. Too often yes, never wrongly no; cheap, for it is asked of all. */
export function mayBeMore(text: string, gs1Sign: string): boolean {
  if (/[~×,;()\]\s"–]/.test(text) || text.includes(FNC1) || (gs1Sign !== '' && text.includes(gs1Sign)))
    return true;
  for (let at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
    const [left, right] = [text.charAt(0), text.charAt(at + 1)];
    if (at === 0 || right === '' || left.toUpperCase() === right.toUpperCase()) return true;
    if (isDigit(left) && isDigit(right)) return true;
  }
  return false;
}

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';

/** Pieces that may be ranges, labels or lists: what must be known about them before the block is read. */
export function piecesInDoubt({ texts }: GapLayout, gs1Sign: string): readonly string[] {
  const pieces = new Set<string>();
  for (const { text } of texts)
    if (mayBeMore(text, gs1Sign))
      for (const piece of [text, ...text.split(/[\t,;]/)])
        if (mayBeMore(piece, gs1Sign)) pieces.add(cleanText(piece));
  return [...pieces];
}

/**
 * Reads the texts of a block: serials, lists, ranges and GS1 labels. Nothing is dropped: what cannot be read is a problem
 * with its line.
 * @throws DomainError `too-large` where there are more serials than one action takes.
 */
export function readGapBlock(
  { texts, problems, columns, ignored }: GapLayout,
  { reading, isSerial, gs1Sign }: ReadBlockOptions,
): GapBlock {
  const pieces: GapPiece[] = [];
  const ranges: string[] = [];
  const push = (piece: GapPiece): void => {
    if (pieces.length >= MAX_ENTRIES)
      throw new DomainError(
        'too-large',
        `This block has more than ${MAX_ENTRIES} serial numbers. Close the gaps in parts.`,
        'block',
      );
    pieces.push(piece);
  };
  for (const problem of problems) push(problem);
  for (const { line, text, said } of texts) {
    if (!mayBeMore(text, gs1Sign)) {
      const serial = cleanText(text);
      if (serial !== '') push({ line, value: serial, serial, said, gtin: '' });
      continue;
    }
    for (const piece of readSerialList(text, { reading, isSerial, gs1Sign })) {
      const value = piece.text;
      if (piece.kind === 'problem') push({ line, value: shortened(value), reason: piece.reason });
      else if (piece.kind === 'serial') push({ line, value, serial: value, said, gtin: '' });
      else if (piece.kind === 'label') push(labelled(line, value, said, piece.label));
      else {
        ranges.push(value);
        for (const serial of piece.serials) push({ line, value, serial, said, gtin: '' });
      }
    }
  }
  if (problems.length > 0) pieces.sort((one, other) => one.line - other.line);
  return { pieces, ranges, columns, ignored };
}

function labelled(line: number, value: string, said: Said, { gtin, batch, serial }: Gs1Label): GapPiece {
  const named = said.batchNumber;
  if (serial === '') return { line, value, reason: `${value} is a label without a serial number.` };
  if (batch !== '' && named !== undefined && named.toUpperCase() !== batch.toUpperCase())
    return { line, value, reason: `The label says batch number ${batch}, its line says ${named}.` };
  return { line, value, serial, said: batch === '' ? said : { ...said, batchNumber: batch }, gtin };
}
