import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** Bytes read from the disk at a time. */
const READ_BYTES = 256 * 1024;

/**
 * Answers with a file as a stream, so that a large one never stands in memory. Content-Length is the file's own.
 * @returns null when there is no such file.
 */
export async function answerWithFile(
  file: string,
  headers: Headers,
  withBody: boolean,
): Promise<Response | null> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const status = await handle.stat();
    if (!status.isFile()) {
      await handle.close();
      return null;
    }
    headers.set('Content-Length', String(status.size));
    if (!withBody || status.size === 0) {
      await handle.close();
      return new Response(null, { headers });
    }
    // `end` keeps the promise of Content-Length should the file grow; the stream closes the handle.
    const stream = handle.createReadStream({ start: 0, end: status.size - 1, highWaterMark: READ_BYTES });
    return new Response(toWebStream(stream), { headers });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function toWebStream(stream: Readable): ReadableStream<Uint8Array> {
  const web: NodeReadableStream<unknown> = Readable.toWeb(stream);
  return web as ReadableStream<Uint8Array>;
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
