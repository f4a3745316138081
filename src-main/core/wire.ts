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

/** Reads a web request whole, ready to be posted to the core's thread. */
export async function toWireRequest(request: Request): Promise<WireRequest> {
  const body = request.body === null ? null : await request.arrayBuffer();
  return { url: request.url, method: request.method, headers: [...request.headers], body };
}

/** Rebuilds the web request inside the core's thread. */
export function fromWireRequest(wire: WireRequest): Request {
  const request = new Request(wire.url, {
    method: wire.method,
    headers: wire.headers.map(([name, value]) => [name, value]),
    body: wire.body,
  });
  // The request has its own copy; the other one need not wait for the garbage collector.
  wire.body?.transfer(0);
  return request;
}

/** Reads the core's response whole, ready to be posted back to the host. */
export async function toWireResponse(response: Response): Promise<WireResponse> {
  const body = response.body === null ? null : await response.arrayBuffer();
  return { status: response.status, headers: [...response.headers], body };
}

/** Rebuilds the web response in the host. */
export function fromWireResponse(wire: WireResponse): Response {
  return new Response(wire.body, {
    status: wire.status,
    headers: wire.headers.map(([name, value]) => [name, value]),
  });
}
