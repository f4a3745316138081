import { Worker } from 'node:worker_threads';
import { transfer, wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { fromWireResponse, toWireRequest, type WireRequest, type WireResponse } from './wire.ts';

/** What a host tells the core when it starts it. */
export interface CoreOptions {
  /** The built or source file of the core's worker. */
  readonly workerUrl: URL;
  /** The built or source file of the worker that runs jobs. */
  readonly jobWorkerUrl: URL;
  /** Absolute path of the folder that holds the data file; made when it is missing. */
  readonly dataFolder: string;
  /** Version of the app, for the page and for exported files. */
  readonly appVersion: string;
}

/** What the worker's first message says: it opened the data, or a sentence for the user why it could not. */
export type Started = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

/** The part of the core's worker that the host calls. */
export interface CoreEndpoint {
  /** Opens the data folder. Called once, first. */
  start(options: {
    readonly jobWorkerUrl: string;
    readonly dataFolder: string;
    readonly appVersion: string;
  }): Promise<Started>;
  /** Answers one API request. */
  fetch(request: WireRequest): Promise<WireResponse>;
  /** Ends jobs, closes the data and releases its lock. */
  close(): Promise<void>;
}

/** A core that runs: the API as a web-standard fetch, and a clean end. */
export interface RunningCore {
  /** Answers a request below `/api/`. Rejects at once when the core's thread has died. */
  fetch(request: Request): Promise<Response>;
  /** Ends jobs, closes the data, releases the lock and stops the thread. */
  close(): Promise<void>;
}

/** Thrown by `startCore` with a sentence for the user, e.g. that another window holds the data folder. */
export class CoreStartError extends Error {
  override readonly name = 'CoreStartError';
}

/** Room for the youngest objects of the core, in MiB: a page of rows lives shortly, and more room only lets garbage lie. */
const YOUNG_HEAP_MB = 8;

/**
 * Room for the lasting objects of the core, in MiB: several times what a commit of a hundred thousand serials needs. The
 * smaller it is, the sooner garbage is looked for; without it half a gigabyte lies about before anyone does.
 */
const OLD_HEAP_MB = 1024;

/**
 * Starts the core in a worker thread and waits until it has opened the data folder.
 * @throws CoreStartError with a sentence for the user when it cannot.
 */
export async function startCore(options: CoreOptions): Promise<RunningCore> {
  const worker = new Worker(options.workerUrl, {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB, maxOldGenerationSizeMb: OLD_HEAP_MB },
  });
  const remote = wrap<CoreEndpoint>(nodeEndpoint(worker));
  const waiting = new Set<(reason: Error) => void>();
  let death: Error | undefined;
  const die = (why: string): void => {
    death ??= new Error(`The part that keeps the data has stopped: ${why}`);
    for (const reject of waiting) reject(death);
  };
  worker.once('error', (error: unknown) => die(error instanceof Error ? error.message : String(error)));
  worker.once('exit', (code) => die(`exit code ${code}`));

  /** Waits for an answer or the end of the thread. A race with one lasting promise would keep every answer in memory. */
  const orDeath = <T>(answer: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      if (death !== undefined) return reject(death);
      waiting.add(reject);
      answer.then(resolve, reject).finally(() => waiting.delete(reject));
    });

  const started = await orDeath<Started>(
    remote.start({
      jobWorkerUrl: options.jobWorkerUrl.href,
      dataFolder: options.dataFolder,
      appVersion: options.appVersion,
    }),
  );
  if (!started.ok) {
    await worker.terminate();
    throw new CoreStartError(started.sentence);
  }
  return {
    async fetch(request) {
      const wire = await toWireRequest(request);
      const sent = wire.body === null ? wire : transfer(wire, [wire.body]);
      return fromWireResponse(await orDeath(remote.fetch(sent)));
    },
    async close() {
      await orDeath(remote.close()).catch(() => undefined);
      await worker.terminate();
    },
  };
}
