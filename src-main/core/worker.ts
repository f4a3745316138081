import { parentPort } from 'node:worker_threads';
import { expose, transfer } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { DomainError } from '../domain/problem.ts';
import { openCore, type OpenCore } from './context.ts';
import { createHttp } from './http.ts';
import { openLog } from './log.ts';
import type { CoreEndpoint } from './start-core.ts';
import { fromWireRequest, toWireResponse } from './wire.ts';

let core: OpenCore | undefined;
let answer: ((request: Request) => Promise<Response>) | undefined;

const endpoint: CoreEndpoint = {
  start: async ({ dataFolder, jobWorkerUrl, appVersion }) => {
    try {
      const log = openLog(dataFolder);
      core = openCore({
        dataFolder,
        jobWorkerUrl: new URL(jobWorkerUrl),
        appVersion,
        report: log.error,
        schedule: everyHalfMinute,
      });
      answer = createHttp(core.api);
      log.info(`Serial Capture Desk ${appVersion} opened ${dataFolder}`);
      return { ok: true };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const sentence =
        error instanceof DomainError ? message : `The data folder ${dataFolder} cannot be opened: ${message}`;
      return { ok: false, sentence };
    }
  },
  fetch: async (request) => {
    if (answer === undefined) throw new Error('The core was asked before it was started.');
    const response = await toWireResponse(await answer(fromWireRequest(request)));
    return response.body === null ? response : transfer(response, [response.body]);
  },
  close: async () => {
    await core?.close();
    core = undefined;
  },
};

/** A clock that does not keep the process alive. */
function everyHalfMinute(work: () => void): () => void {
  const timer = setInterval(work, 30_000).unref();
  return () => clearInterval(timer);
}

if (parentPort === null) throw new Error('The core runs in a worker thread only.');
expose(endpoint, nodeEndpoint(parentPort));
