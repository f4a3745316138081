import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { textError } from '../answer.ts';
import type { Handler } from '../handler.ts';
import { requestWithBody } from '../request-with-body.ts';
import { createGate, type Gate } from './gate.ts';
import { createSession } from './session.ts';

/** The largest request head, in bytes: the page puts queries into the address. */
const MAX_HEADER_BYTES = 64 * 1024;
/** How long a request may take to arrive, in milliseconds. A chunk of 4 MiB comes from the same machine. */
const REQUEST_TIMEOUT = 60_000;
/** How long answers under way may take once the server stops, in milliseconds. */
const STOP_PATIENCE = 1_000;

/** A server that listens. */
export interface BrowserServer {
  readonly port: number;
  /** The link that lets one browser in, once. */
  readonly link: string;
  /** Stops listening, lets answers under way finish for a moment, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Serves a handler to the browsers of this machine, on 127.0.0.1 only.
 * @param port 0 for any free port.
 * @throws the system's error, e.g. with code EADDRINUSE.
 */
export async function startServer(handler: Handler, port: number): Promise<BrowserServer> {
  const session = createSession();
  let gate: Gate | undefined;
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    createServer,
    serverOptions: { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT },
    fetch: async (request, { incoming }) => {
      if (gate === undefined) return textError(503, 'The server is starting.');
      const { url = '', rawHeaders } = incoming as IncomingMessage;
      return (
        gate(request, { target: url, headers: rawHeaders }) ??
        handler(withOwnBody(request, incoming as IncomingMessage))
      );
    },
  }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: actualPort } = server.address() as AddressInfo;
  gate = createGate(actualPort, session);
  return {
    port: actualPort,
    link: `http://127.0.0.1:${actualPort}/?token=${session.token}`,
    close: () => closeServer(server),
  };
}

/** The methods of the API whose requests have a body; the handler refuses those it does not know. */
const methodsWithBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The same request with the pieces of its body as they arrive; the library would copy each of them. */
function withOwnBody(request: Request, incoming: IncomingMessage): Request {
  if (!methodsWithBody.has(request.method)) return request;
  const pieces = incoming.iterator({ destroyOnReturn: false });
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const { done, value } = (await pieces.next()) as IteratorResult<Buffer<ArrayBuffer>, undefined>;
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await pieces.return?.()),
  });
  return requestWithBody(request, request.headers, body);
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const impatience = setTimeout(() => server.closeAllConnections(), STOP_PATIENCE);
  await closed;
  clearTimeout(impatience);
}
