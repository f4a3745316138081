import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono } from 'hono';
import { z } from 'zod';
import { appRouter } from '../api/app-router.ts';
import type { ApiContext } from '../api/context.ts';
import { EPOCH_HEADER } from '../domain/backup.ts';
import { DomainError } from '../domain/problem.ts';
import { statSync } from 'node:fs';
import { FILE_HEADER, readBody } from './wire.ts';

/** Largest piece of an upload, in bytes. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

const digits = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const uploadSchema = z.object({ importId: z.uuid(), file: digits.pipe(z.int().max(19)), offset: digits });

/** The API as a web-standard handler: tRPC, uploads in pieces, downloads, health. */
export function createHttp(api: ApiContext): (request: Request) => Promise<Response> {
  const app = new Hono();
  app.all('/api/trpc/*', ({ req }) =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: req.raw,
      router: appRouter,
      createContext: () => ({ ...api, pageEpoch: req.header(EPOCH_HEADER) }),
    }),
  );
  app.get('/api/health', (context) => context.json({ ok: true }));
  app.put('/api/uploads/:importId/:file', async (context) => {
    const { importId, file, offset } = uploadSchema.parse({ ...context.req.param(), ...context.req.query() });
    const chunk = new Uint8Array((await readBody(context.req.raw.body)) ?? []);
    if (chunk.length > CHUNK_BYTES) throw new DomainError('too-large', 'A piece of the file is too large.');
    api.imports.append(importId, file, offset, chunk);
    // It is on the disk now and need not wait for the garbage collector.
    chunk.buffer.transfer(0);
    return context.json({ ok: true });
  });
  app.get('/api/downloads/:id', (context) => {
    const { path, fileName, contentType } = api.exports.file(context.req.param('id'));
    return context.body(null, 200, {
      // Headers carry Latin-1 only.
      [FILE_HEADER]: encodeURIComponent(path),
      'content-type': contentType,
      'content-length': String(statSync(path).size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  });
  app.notFound((context) => context.json(failure('There is nothing at this address.'), 404));
  app.onError((error, context) => {
    if (error instanceof DomainError)
      return context.json(failure(error.message), error.code === 'not-found' ? 404 : 400);
    if (error instanceof z.ZodError)
      return context.json(failure('This request is not one that the app knows.'), 400);
    api.report(error);
    return context.json(failure('Something unexpected happened. The log has the details.'), 500);
  });
  return async (request) => app.fetch(request);
}

/** An answer's body that says what went wrong, in the shape the hosts and tRPC use too. */
function failure(message: string): { readonly error: { readonly message: string } } {
  return { error: { message } };
}
