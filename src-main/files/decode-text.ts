import { DomainError } from '../domain/problem.ts';

/** What the first bytes of a file say when it is not a text, and what to do about it. */
const foreign: readonly { readonly starts: readonly number[]; readonly sentence: string }[] = [
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    sentence:
      'This is an old (.xls) or password-protected Excel workbook. Save it as Excel workbook (.xlsx) without a password and choose that file.',
  },
  {
    starts: [0x25, 0x50, 0x44, 0x46],
    sentence: 'This is a PDF. Export the list as CSV and choose that file.',
  },
];

const NOT_TEXT = 'This is not a text file. Choose a CSV file or a configuration of this app.';

/**
 * Decodes a file: UTF-8 with or without byte order mark, or UTF-16 with one.
 * @throws DomainError `unreadable-file` for anything that is not text, with the way out.
 */
export function* decodeText(chunks: Iterable<Uint8Array>): Generator<string, void, undefined> {
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  for (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    try {
      yield decoder.decode(chunk, { stream: true });
    } catch {
      throw undecodable(decoder, bytes);
    }
    bytes += chunk.length;
  }
  try {
    yield decoder?.decode() ?? '';
  } catch {
    throw undecodable(decoder, bytes);
  }
}

function decoderFor(first: Uint8Array): TextDecoder {
  const match = foreign.find(({ starts }) => starts.every((byte, index) => first[index] === byte));
  if (match !== undefined) throw new DomainError('unreadable-file', match.sentence);
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  const head = first.subarray(0, 4096);
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > head.length / 20) throw new DomainError('unreadable-file', NOT_TEXT);
  return new TextDecoder('utf-8', { fatal: true });
}

function undecodable(decoder: TextDecoder | undefined, bytes: number): DomainError {
  const encoding = decoder?.encoding.startsWith('utf-16') === true ? 'UTF-16' : 'UTF-8';
  return new DomainError(
    'unreadable-file',
    `The text is not ${encoding} near byte ${bytes.toLocaleString('en')}. In Excel, save it as "CSV UTF-8 (comma delimited)".`,
  );
}
