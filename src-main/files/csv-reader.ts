import { parse } from 'csv-parse/sync';
import { DomainError } from '../domain/problem.ts';

/** Longest record, in characters. No field of any known export comes near it. */
export const MAX_RECORD = 1024 * 1024;

const NUL = 'The row contains a NUL character.';
const UNCLOSED = 'A quotation mark in the row is not closed.';

/** One record of a delimited file. */
export interface CsvRecord {
  /** Line of the file where the record begins, the first being 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Why the record cannot be read; then `fields` is empty. */
  readonly problem?: string;
}

/** A delimiter that is recognised. */
export type Delimiter = ',' | ';' | '\t';

/** The sign on which lines are split; a carriage return before a line feed is taken off afterwards. */
type LineEnd = '\n' | '\r';

/**
 * Reads a delimited text record by record, in batches. Plain lines are split, which is fast; a record with quotation
 * marks goes through csv-parse, which knows them. Blank lines are passed over.
 * @throws DomainError `unreadable-file` for a quoted field that never closes and for an endless line.
 */
export function* readCsv(
  texts: Iterable<string>,
  delimiter: Delimiter,
): Generator<readonly CsvRecord[], void, undefined> {
  let carry = '';
  let line = 1;
  let newline: LineEnd | undefined;
  const scan = createScanner(delimiter);

  const take = (block: string, end: LineEnd, last: boolean): readonly CsvRecord[] => {
    const lines = block.split(end);
    carry = last ? '' : (lines.pop() ?? '');
    const records: CsvRecord[] = [];
    const quoted: Quoted[] = [];
    const odd = block.includes('"');
    for (let index = 0; index < lines.length; index += 1) {
      const start = index;
      let text = lines[index] ?? '';
      if (odd && text.includes('"')) {
        let open = scan(text, false);
        while (open && index + 1 < lines.length && text.length <= MAX_RECORD) {
          index += 1;
          const next = lines[index] ?? '';
          open = scan(next, true);
          text += `${end}${next}`;
        }
        if (open && !last && text.length <= MAX_RECORD) {
          carry = `${lines.slice(start).join(end)}${end}${carry}`;
          line += start;
          checkLength(carry, line);
          return withQuoted(records, quoted, delimiter);
        }
        if (open)
          throw new DomainError(
            'unreadable-file',
            `The quotation mark that opens a field in line ${line + start} is never closed. Mend that line and choose the file again.`,
          );
      }
      checkLength(text, line + start);
      const record = text.endsWith('\r') ? text.slice(0, -1) : text;
      if (record === '') continue;
      if (record.includes('\0')) records.push({ line: line + start, fields: [], problem: NUL });
      else if (odd && record.includes('"')) {
        quoted.push({ index: records.length, text: record });
        records.push({ line: line + start, fields: [] });
      } else records.push({ line: line + start, fields: record.split(delimiter) });
    }
    line += lines.length;
    checkLength(carry, line);
    return withQuoted(records, quoted, delimiter);
  };

  for (const text of texts) {
    const block = carry === '' ? text : carry + text;
    newline ??= lineEnding(block, delimiter);
    if (newline === undefined) {
      carry = block;
      checkLength(carry, line);
      continue;
    }
    const records = take(block, newline, false);
    if (records.length > 0) yield records;
  }
  if (carry !== '') yield take(carry, newline ?? '\n', true);
}

/** Finds the delimiter of a header line: the sign among comma, semicolon and tab that stands most often outside quotes. */
export function detectDelimiter(header: string): Delimiter {
  const plain = header.replace(/"[^"]*"/g, '');
  const count = (sign: string): number => plain.split(sign).length;
  return ([',', ';', '\t'] as const).reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The sign that ends the first line, outside quoted fields; undefined where the text does not say yet. */
function lineEnding(text: string, delimiter: Delimiter): LineEnd | undefined {
  let inside = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') {
      if (!inside) inside = index === 0 || text[index - 1] === delimiter;
      else if (text[index + 1] === '"') index += 1;
      else inside = false;
    } else if (!inside && sign === '\n') return '\n';
    else if (!inside && sign === '\r') {
      const next = text[index + 1];
      return next === undefined ? undefined : next === '\n' ? '\n' : '\r';
    }
  }
  return undefined;
}

function checkLength(text: string, line: number): void {
  if (text.length > MAX_RECORD)
    throw new DomainError(
      'unreadable-file',
      `The record in line ${line} is longer than ${MAX_RECORD.toLocaleString('en')} characters. A quotation mark may be missing there.`,
    );
}

/** Says whether a line ends inside a quoted field, given whether it began inside one. */
function createScanner(delimiter: Delimiter): (line: string, inside: boolean) => boolean {
  return (line, began) => {
    let inside = began;
    let atStart = !began;
    for (let index = 0; index < line.length; index += 1) {
      const sign = line[index];
      if (inside) {
        if (sign !== '"') continue;
        if (line[index + 1] === '"') index += 1;
        else inside = false;
      } else if (sign === '"' && atStart) inside = true;
      atStart = !inside && sign === delimiter;
    }
    return inside;
  };
}

interface Quoted {
  readonly index: number;
  readonly text: string;
}

/** Parses the records with quotation marks all at once, and one by one only where one of them is broken. */
function withQuoted(
  records: CsvRecord[],
  quoted: readonly Quoted[],
  delimiter: Delimiter,
): readonly CsvRecord[] {
  if (quoted.length === 0) return records;
  const all = parseQuoted(quoted.map(({ text }) => text).join('\n'), delimiter);
  quoted.forEach(({ index, text }, position) => {
    const fields = all?.length === quoted.length ? all[position] : parseQuoted(text, delimiter)?.[0];
    const { line } = records[index] ?? { line: 0 };
    records[index] = fields === undefined ? { line, fields: [], problem: UNCLOSED } : { line, fields };
  });
  return records;
}

function parseQuoted(text: string, delimiter: Delimiter): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: '\n',
      max_record_size: MAX_RECORD,
    });
  } catch {
    return undefined;
  }
}
