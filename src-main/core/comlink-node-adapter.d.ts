declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { Endpoint } from 'comlink';
  import type { MessagePort, Worker } from 'node:worker_threads';

  /** Makes a worker thread's port speak Comlink. */
  export default function nodeEndpoint(port: MessagePort | Worker): Endpoint;
}
