import { inHalves } from '../core/wire.ts';

/** The same request with other headers and another body, whose pieces go on as they come. */
export function requestWithBody(
  { url, method }: Request,
  headers: Headers,
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): Request {
  return new Request(url, { method, headers, body, ...inHalves });
}
