import { cleanText } from './blank.ts';
import {
  cellsOf,
  columnsOfSample,
  headingOf,
  sampleOf,
  type GapColumns,
  type GapHeading,
  type GapSample,
  type KnownValues,
} from './gap-columns.ts';
import type { StockDimension } from './on-hand.ts';
import type { ListReading } from './serial-list.ts';
import { shortened } from './shortened.ts';

/** What a line says of the unit besides its serial number; blank cells say nothing. */
export type Said = Readonly<Partial<Record<StockDimension, string>>>;

/** The text of a line, or its cell, that holds serial numbers. */
export interface GapText {
  /** The line of the block, from 1. */
  readonly line: number;
  readonly text: string;
  /** Neighbouring lines that say the same share it. */
  readonly said: Said;
}

/** A piece of a block that cannot be read. */
export interface GapProblem {
  readonly line: number;
  readonly value: string;
  readonly reason: string;
}

/** Where the serial numbers of a block stand, and what stands beside them. */
export interface GapLayout {
  readonly texts: readonly GapText[];
  readonly problems: readonly GapProblem[];
  /** What its columns mean; none where it is a list. */
  readonly columns: readonly StockDimension[];
  /** Names in its heading of columns that are not read. */
  readonly ignored: readonly string[];
}

const NOTHING: Said = {};

/** Lines of a text, empty ones too, so that their numbers are those the user counts. */
export function linesOfBlock(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
}

/** The lines of a block that may have columns but has no heading; undefined where it has one, or cannot have any. */
export function unnamedColumns(lines: readonly string[]): GapSample | undefined {
  return headingOf(firstLine(lines)) === undefined ? sampleOf(lines) : undefined;
}

/**
 * Finds the serial numbers of a block: in a table with a heading, in one without that is recognised by its values, or in
 * a list.
 */
export function readGapLayout(lines: readonly string[], reading: ListReading, known: KnownValues): GapLayout {
  const heading = headingOf(firstLine(lines));
  if (heading !== undefined) return readTable(lines, lines.indexOf(firstLine(lines)), heading);
  const sample = sampleOf(lines);
  const columns = sample && columnsOfSample(sample, known);
  // A comma may belong to a serial where every line is one.
  if (sample !== undefined && columns !== undefined && (sample.delimiter === '\t' || reading !== 'serials'))
    return readTable(lines, -1, unnamed(sample, columns));
  const texts = lines.map((text, index) => ({ line: index + 1, text, said: NOTHING }));
  return { texts, problems: [], columns: [], ignored: [] };
}

function firstLine(lines: readonly string[]): string {
  return lines.find((line) => cleanText(line) !== '') ?? '';
}

function unnamed({ delimiter }: GapSample, columns: GapColumns | 'unclear'): GapHeading {
  const problem =
    'It is not clear which column holds the serial number. Put a heading with the names of the columns above.';
  return columns === 'unclear'
    ? { delimiter, columns: [], ignored: [], problem }
    : { delimiter, columns, ignored: [], problem: '' };
}

function readTable(
  lines: readonly string[],
  headingAt: number,
  { delimiter, columns, ignored, problem }: GapHeading,
): GapLayout {
  const texts: GapText[] = [];
  const problems: GapProblem[] = [];
  const heading = lines[headingAt];
  const serialAt = columns.indexOf('serialNumber');
  let last: readonly string[] = [];
  let said = NOTHING;
  const refuse = (index: number, reason: string): void => {
    problems.push({ line: index + 1, value: shortened(cleanText(lines[index] ?? '')), reason });
  };
  if (problem !== '') refuse(Math.max(headingAt, 0), problem);
  for (const [index, line] of lines.entries()) {
    if (index === headingAt || line === '') continue;
    const cells = cellsOf(line, delimiter);
    const text = cells[serialAt] ?? '';
    if (isBlankFrom(cells, 0)) continue;
    if (problem !== '') refuse(index, 'The columns of this block are not clear.');
    else if (line === heading) refuse(index, 'This is the heading once more.');
    else if (!isBlankFrom(cells, columns.length))
      refuse(index, `This line has more than the ${columns.length} cells of the block.`);
    else if (cleanText(text) === '') refuse(index, 'There is no serial number in this line.');
    else {
      if (!sayTheSame(cells, last, serialAt)) said = saidBy(cells, columns);
      last = cells;
      texts.push({ line: index + 1, text, said });
    }
  }
  return { texts, problems, columns: columns.filter((column) => column !== undefined), ignored };
}

function isBlankFrom(cells: readonly string[], from: number): boolean {
  for (let at = from; at < cells.length; at += 1) if (cleanText(cells[at] ?? '') !== '') return false;
  return true;
}

function sayTheSame(cells: readonly string[], last: readonly string[], serialAt: number): boolean {
  if (cells.length !== last.length) return false;
  for (let at = 0; at < cells.length; at += 1) if (at !== serialAt && cells[at] !== last[at]) return false;
  return true;
}

function saidBy(cells: readonly string[], columns: GapColumns): Said {
  const said: Partial<Record<StockDimension, string>> = {};
  for (const [at, column] of columns.entries()) {
    const value = cleanText(cells[at] ?? '');
    if (column !== undefined && column !== 'serialNumber' && value !== '') said[column] = value;
  }
  return said;
}
