import type { Block } from './kept-block.ts';

/** The files that are read here. */
export const BLOCK_FILES = '.csv,.txt,.tsv,text/plain,text/csv';

/** Most bytes of a file: what one block may have, with room for characters of several bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Reads a text file, whatever spreadsheet wrote it: UTF-8, UTF-16 with its mark, else Windows' own.
 * @throws Error with a sentence for the user.
 */
export async function readBlockFile(file: File): Promise<Block> {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} is too large to be read here.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.includes(0) && !isUtf16(bytes))
    throw new Error(`${file.name} is not a text file. Save it as CSV and choose that file.`);
  return { text: decoded(bytes), fileName: file.name };
}

function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function decoded(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
