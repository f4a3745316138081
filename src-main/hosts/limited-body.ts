import { readBody } from '../core/wire.ts';

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
  const body = await readBody(request.body, (bytes) => {
    if (bytes > limit) throw new BodyTooLargeError();
  });
  return body === null || body.byteLength === 0 ? null : body;
}
