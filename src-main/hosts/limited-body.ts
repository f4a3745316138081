/** The largest request body a host takes, in bytes: an upload chunk of 4 MiB with room to spare. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Thrown when a body holds more bytes than a host takes. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/**
 * Reads a request's body whole and counts its bytes while they arrive: Content-Length may lie or be absent.
 * @returns null for a request without a body or with an empty one, the same in every host.
 * @throws BodyTooLargeError as soon as there are more than `limit` bytes; what the body's stream throws when it breaks.
 */
export async function readLimitedBody(
  request: Request,
  limit: number = MAX_BODY_BYTES,
): Promise<ArrayBuffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new BodyTooLargeError();
  if (request.body === null) return null;
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > limit) {
      // The stream may already be broken; the answer is the same.
      reader.cancel().catch(() => undefined);
      throw new BodyTooLargeError();
    }
    chunks.push(value);
  }
  return bytes === 0 ? null : join(chunks, bytes);
}

function join(chunks: readonly Uint8Array[], bytes: number): ArrayBuffer {
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole.buffer;
}
