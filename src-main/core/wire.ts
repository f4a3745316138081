/** A request as it crosses the worker border: bodies are whole, never streams. */
export interface WireRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}

/** A response as it crosses the worker border. */
export interface WireResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}

/** Response header by which the core tells the host which file of the data folder to send, its path percent-encoded. It never leaves the host. */
export const FILE_HEADER = 'x-desk-file';

/** What a request with a stream for a body must say; the types of the web do not know it yet. */
export const inHalves: RequestInit & { readonly duplex: 'half' } = { duplex: 'half' };

/**
 * A body that is in memory already, as a stream of one piece. `readBody` hands the same memory on, where a plain body
 * is copied at every border and each copy waits for the garbage collector.
 */
export function inOnePiece(bytes: ArrayBuffer | null): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  if (bytes === null) return null;
  return new ReadableStream({
    start: (controller) => {
      if (bytes.byteLength > 0) controller.enqueue(new Uint8Array(bytes));
      controller.close();
    },
  });
}

/**
 * Reads a body whole and takes its pieces: one that comes in one piece is handed on without a copy, and the memory of
 * several is let go of at once. A large upload would otherwise leave its size in garbage.
 * @param check is told how many bytes there are so far; what it throws ends the reading.
 * @throws what `check` throws, or the stream where it breaks.
 */
export async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  check: (bytes: number) => void = () => undefined,
): Promise<ArrayBuffer | null> {
  if (body === null) return null;
  const reader = body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, bytes);
    bytes += value.byteLength;
    try {
      check(bytes);
    } catch (error) {
      // The stream may already be broken; the answer is the same.
      reader.cancel().catch(() => undefined);
      throw error;
    }
    pieces.push(value);
  }
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[], bytes: number): ArrayBuffer {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined && first.byteLength === first.buffer.byteLength)
    return first.buffer;
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.byteLength;
  }
  for (const { buffer, byteLength } of pieces)
    if (byteLength > 0 && byteLength === buffer.byteLength) buffer.transfer(0);
  return whole.buffer;
}

/** Reads a web request whole, ready to be posted to the core's thread. */
export async function toWireRequest(request: Request): Promise<WireRequest> {
  const body = await readBody(request.body);
  return { url: request.url, method: request.method, headers: [...request.headers], body };
}

/** Rebuilds the web request inside the core's thread. */
export function fromWireRequest(wire: WireRequest): Request {
  return new Request(wire.url, {
    method: wire.method,
    headers: wire.headers.map(([name, value]) => [name, value]),
    body: inOnePiece(wire.body),
    ...inHalves,
  });
}

/** Reads the core's response whole, ready to be posted back to the host. */
export async function toWireResponse(response: Response): Promise<WireResponse> {
  const body = await readBody(response.body);
  return { status: response.status, headers: [...response.headers], body };
}

/** Rebuilds the web response in the host. */
export function fromWireResponse(wire: WireResponse): Response {
  return new Response(inOnePiece(wire.body), {
    status: wire.status,
    headers: wire.headers.map(([name, value]) => [name, value]),
  });
}
