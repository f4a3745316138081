import { closeSync, openSync, writeSync } from 'node:fs';
import type { CsvRecord } from './csv-reader.ts';
import { readChunks } from './read-chunks.ts';

/** Characters collected before they are written to the disk. */
const BLOCK = 1024 * 1024;

/**
 * Keeps the rows of a list on the disk, so that reading them again needs neither the format they came in nor memory for
 * all of them: one JSON array a line.
 * @returns how many rows there were.
 */
export async function writeRowFile(path: string, rows: AsyncIterable<CsvRecord>): Promise<number> {
  const file = openSync(path, 'w');
  try {
    let block = '';
    let count = 0;
    for await (const { line, fields, problem } of rows) {
      count += 1;
      block += `${JSON.stringify(problem === undefined ? [line, fields] : [line, fields, problem])}\n`;
      if (block.length < BLOCK) continue;
      writeSync(file, block);
      block = '';
    }
    writeSync(file, block);
    return count;
  } finally {
    closeSync(file);
  }
}

/** Reads the rows that `writeRowFile` kept, in batches. @param read is told how many bytes were read by now. */
export function* readRowFile(
  path: string,
  read: (bytes: number) => void,
): Generator<readonly CsvRecord[], void, undefined> {
  const decoder = new TextDecoder('utf-8');
  let carry = '';
  let bytes = 0;
  for (const chunk of readChunks(path)) {
    bytes += chunk.length;
    read(bytes);
    const lines = (carry + decoder.decode(chunk, { stream: true })).split('\n');
    carry = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map(recordOf);
  }
}

function recordOf(text: string): CsvRecord {
  const [line, fields, problem] = JSON.parse(text) as [number, readonly string[], string?];
  return { line, fields, ...(problem !== undefined && { problem }) };
}
