import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { textError } from './answer.ts';
import { answerWithFile } from './file-answer.ts';
import { readPagePath } from './page-path.ts';
import { pagePolicy, secure } from './security-headers.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** A name with the build's hash in it never changes its content. */
const HASHED = /-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;

/** Answers every path outside the API: the files of the built page, and its document for the page's own paths. */
export async function answerStatic(request: Request, rendererFolder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return textError(405, 'This address can only be read.', { Allow: 'GET, HEAD' });
  }
  const path = readPagePath(new URL(request.url).pathname);
  const withBody = request.method === 'GET';
  if (path.kind === 'refused') return textError(400, 'This address is not a path of the app.');
  if (path.kind === 'document') return answerDocument(rendererFolder, withBody);
  const name = path.segments.at(-1) ?? '';
  const headers = new Headers({
    'Content-Type': contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
    'Cache-Control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  const answer = await answerWithFile(join(rendererFolder, ...path.segments), secure(headers), withBody);
  return answer ?? textError(404, 'There is no such file.');
}

async function answerDocument(rendererFolder: string, withBody: boolean): Promise<Response> {
  const html = await readFile(join(rendererFolder, 'index.html'), 'utf8').catch(() => null);
  if (html === null) return textError(503, 'The page has not been built. Run "npm run build" and try again.');
  const nonce = randomBytes(16).toString('base64');
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  return new Response(withBody ? html.replaceAll('__NONCE__', nonce) : null, {
    headers: secure(headers, pagePolicy(nonce)),
  });
}
