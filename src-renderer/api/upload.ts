import { z } from 'zod';
import { apiClient, problemOf } from './client.ts';

/** Bytes of one request: the API takes no more. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/** The core and the host refuse in the API's error shape. */
const refusalSchema = z.object({
  error: z.object({ message: z.string() }),
});

/** A file as it is announced to the core. */
export interface AnnouncedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** Tells the core which files come. @returns the id under which they go up. */
export type Announce = (files: readonly AnnouncedFile[]) => Promise<string>;

/** How much has gone up, of all files together, in bytes. */
export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

/**
 * Brings files to the core, piece by piece, ready to be inspected.
 * @param announce tells the core what comes.
 * @returns the id of the import.
 * @throws Error with a sentence for the user; `AbortError` once the signal says so. The import is discarded then.
 */
export async function uploadFiles(
  files: readonly File[],
  onProgress: (progress: UploadProgress) => void,
  signal?: AbortSignal,
  announce: Announce = announceImport,
): Promise<string> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const importId = await begin(files, announce);
  try {
    let sent = 0;
    onProgress({ sent, total });
    for (const [index, file] of files.entries()) {
      for (let offset = 0; offset < file.size; offset += CHUNK_BYTES) {
        signal?.throwIfAborted();
        const chunk = await readChunk(file, offset);
        await sendChunk(`/api/uploads/${importId}/${index}?offset=${offset}`, chunk, signal);
        sent += chunk.byteLength;
        onProgress({ sent, total });
      }
    }
    return importId;
  } catch (error) {
    // What was sent is of no use any more; failing to say so changes nothing for the user.
    await apiClient.imports.discard.mutate({ importId }).catch(() => undefined);
    throw error;
  }
}

async function announceImport(files: readonly AnnouncedFile[]): Promise<string> {
  const { importId } = await apiClient.imports.begin.mutate({ files: [...files] });
  return importId;
}

async function begin(files: readonly File[], announce: Announce): Promise<string> {
  try {
    return await announce(files.map(({ name, size }) => ({ name, size })));
  } catch (error) {
    throw new Error(problemOf(error).sentence, { cause: error });
  }
}

async function readChunk(file: File, offset: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(offset, offset + CHUNK_BYTES).arrayBuffer();
  } catch (error) {
    throw new Error(`${file.name} can no longer be read. Was it moved or changed? Choose it again.`, {
      cause: error,
    });
  }
}

async function sendChunk(url: string, body: ArrayBuffer, signal: AbortSignal | undefined): Promise<void> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  const answer = await fetch(url, { method: 'PUT', headers, body, signal: signal ?? null }).catch(
    (error: unknown) => {
      if (signal?.aborted === true) throw error;
      throw new Error(problemOf(undefined).sentence, { cause: error });
    },
  );
  if (!answer.ok) throw new Error(await refusalOf(answer));
}

async function refusalOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null);
  const sentence = refusalSchema.safeParse(body).data?.error.message;
  return sentence ?? `The upload was refused (${answer.status}). Choose the files again.`;
}
