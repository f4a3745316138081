import { closeSync, openSync, writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { openPromise, type Entry } from 'yauzl';
import { DomainError } from '../domain/problem.ts';

/** Most that a zip file may hold in all, unpacked, in bytes. */
const MAX_UNPACKED = 2 * 1024 * 1024 * 1024;

/** Most files that a zip file may hold. */
const MAX_ENTRIES = 10_000;

/** A file inside a zip file. */
export interface ZippedFile {
  /** With its folders; shown, never used as a path on the disk. */
  readonly name: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** Its bytes. A file that is not of the size it says ends in an error. */
  open(): Promise<Readable>;
}

/**
 * Opens a zip file and lends its files. What a zip file could hide is looked for before anything is unpacked.
 * @throws DomainError `unreadable-file` for a damaged or protected file, for paths that climb out, and beyond the limits.
 */
export async function withZipArchive<T>(
  path: string,
  use: (files: readonly ZippedFile[]) => Promise<T>,
): Promise<T> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(damaged);
  try {
    const files: ZippedFile[] = [];
    let unpacked = 0;
    for await (const entry of inOrder(zip.eachEntry())) {
      unpacked += entry.uncompressedSize;
      if (files.length >= MAX_ENTRIES)
        throw new DomainError(
          'unreadable-file',
          `The zip file holds more than ${MAX_ENTRIES.toLocaleString('en')} files. Take out what is not needed.`,
        );
      if (unpacked > MAX_UNPACKED)
        throw new DomainError(
          'unreadable-file',
          `The zip file would unpack to more than ${MAX_UNPACKED / 1024 ** 3} GiB. Export it in parts, for example one warehouse at a time.`,
        );
      if (entry.fileName.endsWith('/')) continue;
      if (entry.isEncrypted())
        throw new DomainError(
          'unreadable-file',
          'The zip file is protected by a password. Make one without a password and choose that.',
        );
      files.push({
        name: entry.fileName,
        size: entry.uncompressedSize,
        open: () => zip.openReadStreamPromise(entry).catch(damaged),
      });
    }
    return await use(files);
  } catch (error) {
    throw isTrouble(error) ? damaged(error) : error;
  } finally {
    zip.close();
  }
}

/** All bytes of a file inside a zip file. @throws DomainError where it is larger than a file of its kind can be. */
export async function readZipped(file: ZippedFile, limit: number): Promise<Uint8Array> {
  if (file.size > limit)
    throw new DomainError(
      'unreadable-file',
      `${file.name} in the zip file is larger than ${limit / 1024 ** 2} MiB, more than such a file can be.`,
    );
  const pieces: Uint8Array[] = [];
  for await (const piece of await file.open()) pieces.push(piece as Uint8Array);
  return Buffer.concat(pieces);
}

/** Writes a file inside a zip file to the disk. @param wrote is told how many bytes were written by now. */
export async function extractZipped(
  file: ZippedFile,
  path: string,
  wrote: (bytes: number) => void,
): Promise<void> {
  const target = openSync(path, 'w');
  try {
    let bytes = 0;
    for await (const piece of await file.open()) {
      bytes += writeSync(target, piece as Uint8Array);
      wrote(bytes);
    }
  } finally {
    closeSync(target);
  }
}

/** The directory of a zip file is read while it is listed: what is wrong with it shows here. */
async function* inOrder(entries: AsyncIterable<Entry>): AsyncGenerator<Entry, void, undefined> {
  try {
    yield* entries;
  } catch (error) {
    throw damaged(error);
  }
}

/** Whether an error comes from the bytes of the zip file, e.g. from zlib, and not from who reads them. */
function isTrouble(error: unknown): boolean {
  if (error instanceof DomainError || !(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || /bytes in the stream/.test(error.message);
}

function damaged(error: unknown): never {
  if (error instanceof DomainError) throw error;
  const detail = error instanceof Error ? error.message : '';
  throw new DomainError(
    'unreadable-file',
    /relative path|absolute path/.test(detail)
      ? 'The zip file names files outside of itself and is not opened. Ask where it comes from.'
      : 'The zip file is damaged and cannot be opened. Export or send it again.',
  );
}
