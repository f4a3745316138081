import { isAbsolute } from 'node:path';
import type { RunningCore } from '../core/start-core.ts';
import { FILE_HEADER, inOnePiece } from '../core/wire.ts';
import { apiError, textError } from './answer.ts';
import { answerWithFile } from './file-answer.ts';
import { BodyTooLargeError, MAX_BODY_BYTES, readLimitedBody } from './limited-body.ts';
import { climbs } from './page-path.ts';
import { secure } from './security-headers.ts';
import { answerStatic } from './static-files.ts';
import { requestWithBody } from './request-with-body.ts';

/** What the handler stands on. */
export interface HandlerOptions {
  /** Answers everything below `/api/`. */
  readonly core: Pick<RunningCore, 'fetch'>;
  /** Absolute path of the folder with the built page. */
  readonly rendererFolder: string;
}

/** A web-standard fetch handler. */
export type Handler = (request: Request) => Promise<Response>;

const apiMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Makes the one handler that every host serves: the page's files, the API, the security headers.
 * It never rejects: whatever fails becomes an answer with a sentence.
 */
export function createHandler({ core, rendererFolder }: HandlerOptions): Handler {
  return async (request) => {
    if (climbs(request.url)) return textError(400, 'This address is not a path of the app.');
    try {
      const { pathname } = new URL(request.url);
      const isApi = pathname === '/api' || pathname.startsWith('/api/');
      return await (isApi ? answerApi(request, core) : answerStatic(request, rendererFolder));
    } catch (error) {
      return apiError(503, error instanceof Error ? error.message : String(error));
    }
  };
}

async function answerApi(request: Request, core: HandlerOptions['core']): Promise<Response> {
  if (!apiMethods.has(request.method)) return apiError(405, 'This address does not know that method.');
  let body: ArrayBuffer | null = null;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    try {
      body = await readLimitedBody(request);
    } catch (error) {
      return error instanceof BodyTooLargeError
        ? apiError(
            413,
            `A request may carry at most ${MAX_BODY_BYTES / 1024 / 1024} MiB. Send less at a time.`,
          )
        : apiError(400, 'The request broke off before it was complete. Try again.');
    }
  }
  const headers = new Headers(request.headers);
  // The session is the host's business alone.
  headers.delete('cookie');
  const answer = await core.fetch(requestWithBody(request, headers, inOnePiece(body)));
  return finish(answer, request.method !== 'HEAD');
}

async function finish(answer: Response, withBody: boolean): Promise<Response> {
  const headers = secure(new Headers(answer.headers));
  headers.set('Cache-Control', 'no-store');
  const file = headers.get(FILE_HEADER);
  headers.delete(FILE_HEADER);
  if (file === null) return new Response(withBody ? answer.body : null, { status: answer.status, headers });
  const download = await answerWithFile(readFilePath(file), headers, withBody);
  return download ?? apiError(404, 'The file to download is no longer there. Export it again.');
}

/** Headers carry Latin-1 only, so the core percent-encodes a path; an encoded one never looks absolute. */
function readFilePath(value: string): string {
  return isAbsolute(value) ? value : decodeURIComponent(value);
}
