import { DomainError } from '../domain/problem.ts';
import type { JobControl } from '../domain/job.ts';
import { detectDelimiter, MAX_RECORD, readCsv, type CsvRecord } from '../files/csv-reader.ts';
import { decodeText } from '../files/decode-text.ts';
import { readChunks } from '../files/read-chunks.ts';
import { recogniseHeader, UnknownListError, type RecognisedHeader } from '../files/recognise.ts';
import { readRowFile } from '../files/row-file.ts';
import type { ImportPart } from './unpack-import.ts';

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
 * Opens a part of an import and recognises it by its content, not by its name.
 * @throws DomainError `unreadable-file` with a sentence for the user.
 */
export function openImportFile(
  { path, format, entity, renamed = new Map() }: ImportPart,
  control: JobControl,
): OpenedContent {
  try {
    return format === 'rows'
      ? openRows(
          readRowFile(path, (bytes) => control.progress(bytes)),
          renamed,
        )
      : openText(decodeText(counted(readChunks(path), control)), renamed);
  } catch (error) {
    if (!(error instanceof UnknownListError) || entity === undefined) throw error;
    throw new DomainError(
      'unreadable-file',
      `The package holds ${entity}; nothing here that this app knows.`,
    );
  }
}

type Renamed = ReadonlyMap<string, string>;

function openText(texts: Generator<string, void, undefined>, renamed: Renamed): OpenedContent {
  try {
    return recognise(texts, renamed);
  } catch (error) {
    texts.return();
    throw error;
  }
}

function recognise(texts: Generator<string, void, undefined>, renamed: Renamed): OpenedContent {
  const head = readHead(texts);
  const start = head.trimStart();
  if (start === '') throw new DomainError('unreadable-file', 'The file is empty.');
  if (start.startsWith('{')) return { kind: 'configuration', text: readAll(head, texts) };
  const delimiter = detectDelimiter(start.split(/[\r\n]/, 1)[0] ?? '');
  return openRows(readCsv(joined(head, texts), delimiter), renamed);
}

function openRows(
  batches: Generator<readonly CsvRecord[], void, undefined>,
  renamed: Renamed,
): OpenedContent {
  const first = batches.next();
  const [headerRecord, ...rest] = first.done ? [] : first.value;
  if (headerRecord === undefined) throw new DomainError('unreadable-file', 'The file is empty.');
  if (headerRecord.problem !== undefined) throw new DomainError('unreadable-file', headerRecord.problem);
  try {
    const names = headerRecord.fields.map((name) => renamed.get(name.trim().toUpperCase()) ?? name);
    return { kind: 'list', header: recogniseHeader(names), batches: after(rest, batches) };
  } catch (error) {
    batches.return();
    throw error;
  }
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
