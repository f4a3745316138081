import { DomainError } from '../domain/problem.ts';
import type { JobControl } from '../domain/job.ts';
import { detectDelimiter, MAX_RECORD, readCsv, type CsvRecord } from '../files/csv-reader.ts';
import { decodeText } from '../files/decode-text.ts';
import { readChunks } from '../files/read-chunks.ts';
import { recogniseHeader, type RecognisedHeader } from '../files/recognise.ts';

/** Largest configuration of the app's own format, in characters. */
const MAX_JSON = 64 * 1024 * 1024;

/** A file, opened and recognised. */
export type OpenedContent =
  | { readonly kind: 'configuration'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly header: RecognisedHeader;
      readonly batches: Iterable<readonly CsvRecord[]>;
    };

/**
 * Opens an uploaded file and recognises it by its content, not by its name.
 * @throws DomainError `unreadable-file` with a sentence for the user.
 */
export function openImportFile(path: string, control: JobControl): OpenedContent {
  const texts = decodeText(counted(readChunks(path), control));
  try {
    return recognise(texts);
  } catch (error) {
    texts.return();
    throw error;
  }
}

function recognise(texts: Generator<string, void, undefined>): OpenedContent {
  const head = readHead(texts);
  const start = head.trimStart();
  if (start === '') throw new DomainError('unreadable-file', 'The file is empty.');
  if (start.startsWith('{')) return { kind: 'configuration', text: readAll(head, texts) };
  const delimiter = detectDelimiter(start.split(/[\r\n]/, 1)[0] ?? '');
  const batches = readCsv(joined(head, texts), delimiter);
  const first = batches.next();
  const [headerRecord, ...rest] = first.done ? [] : first.value;
  if (headerRecord === undefined) throw new DomainError('unreadable-file', 'The file is empty.');
  if (headerRecord.problem !== undefined) throw new DomainError('unreadable-file', headerRecord.problem);
  return { kind: 'list', header: recogniseHeader(headerRecord.fields), batches: after(rest, batches) };
}

/** Reads until the first line is there. By hand, because leaving a for-of loop would end the generator. */
function readHead(texts: Generator<string, void, undefined>): string {
  let head = '';
  for (let next = texts.next(); !next.done; next = texts.next()) {
    head += next.value;
    const start = head.trimStart();
    if (/[\r\n]./s.test(start) || head.length > MAX_RECORD) break;
  }
  return head;
}

/** Counts the bytes that were read, for the progress of the job. */
function* counted(chunks: Iterable<Uint8Array>, control: JobControl): Generator<Uint8Array, void, undefined> {
  let bytes = 0;
  for (const chunk of chunks) {
    bytes += chunk.length;
    control.progress(bytes);
    yield chunk;
  }
}

function* joined(head: string, rest: Iterable<string>): Generator<string, void, undefined> {
  yield head;
  yield* rest;
}

function* after(
  first: readonly CsvRecord[],
  rest: Iterable<readonly CsvRecord[]>,
): Generator<readonly CsvRecord[], void, undefined> {
  yield first;
  yield* rest;
}

function readAll(head: string, rest: Iterable<string>): string {
  let text = head;
  for (const more of rest) {
    text += more;
    if (text.length > MAX_JSON)
      throw new DomainError(
        'unreadable-file',
        'This JSON file is too large to be a configuration of this app.',
      );
  }
  return text;
}
