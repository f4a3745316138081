import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { FILE_HEADER } from '../../src-main/core/wire.ts';
import { MAX_BODY_BYTES } from '../../src-main/hosts/limited-body.ts';
import { makeTestHandler, ORIGIN } from '../fixtures/test-handler.ts';

const { ask, renderer, seen } = makeTestHandler();
afterAll(() => renderer.remove());

async function sentenceOf(response: Response): Promise<string> {
  const body = (await response.json()) as { error: { message: string; data: { httpStatus: number } } };
  expect(body.error.data.httpStatus).toBe(response.status);
  return body.error.message;
}

describe('the API', () => {
  test('method, address, headers and body reach the core; the session does not', async () => {
    const response = await ask(
      '/api/trpc/groups.save?batch=1',
      {
        method: 'POST',
        body: '{"a":1}',
        headers: { 'Content-Type': 'application/json', Cookie: 'desk-4000=s' },
      },
      async (request) => Response.json({ echo: await request.text() }, { status: 201 }),
    );
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ echo: '{"a":1}' });
    expect(seen[0]?.url).toBe(`${ORIGIN}/api/trpc/groups.save?batch=1`);
    expect(seen[0]?.method).toBe('POST');
    expect(seen[0]?.headers.get('content-type')).toBe('application/json');
    expect(seen[0]?.headers.get('cookie')).toBeNull();
  });

  test('bytes arrive unchanged, and an empty body is none', async () => {
    const bytes = randomBytes(4 * 1024 * 1024);
    let received: ArrayBuffer | undefined;
    await ask('/api/uploads/1?offset=0', { method: 'PUT', body: bytes }, async (request) => {
      received = await request.arrayBuffer();
      return new Response(null, { status: 204 });
    });
    expect(Buffer.from(received ?? new ArrayBuffer()).equals(bytes)).toBe(true);
    await ask('/api/uploads/1?offset=0', { method: 'PUT', body: new Uint8Array() });
    expect(seen[0]?.body).toBeNull();
  });

  test('a body at the limit passes, one byte more does not', async () => {
    const full = await ask('/api/x', { method: 'PUT', body: new Uint8Array(MAX_BODY_BYTES) });
    expect(full.status).toBe(200);
    const over = await ask('/api/x', { method: 'PUT', body: new Uint8Array(MAX_BODY_BYTES + 1) });
    expect(over.status).toBe(413);
    expect(await sentenceOf(over)).toBe('A request may carry at most 8 MiB. Send less at a time.');
    expect(seen).toEqual([]);
  });

  test('bytes are counted while they arrive, whatever Content-Length says', async () => {
    let pulled = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
      cancel() {
        cancelled = true;
      },
    });
    const init = { method: 'POST', body: endless, duplex: 'half', headers: { 'Content-Length': '3' } };
    const response = await ask('/api/x', init);
    expect(response.status).toBe(413);
    expect(cancelled).toBe(true);
    expect(pulled).toBeLessThan(12);
  });

  test('a Content-Length over the limit is refused before a byte is read', async () => {
    let pulled = 0;
    const stream = new ReadableStream<Uint8Array>(
      {
        pull() {
          pulled += 1;
        },
      },
      { highWaterMark: 0 },
    );
    const length = String(MAX_BODY_BYTES + 1);
    const response = await ask('/api/x', {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'Content-Length': length },
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(pulled).toBe(0);
  });

  test('a body that breaks off is an error, not a short body', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(3));
        controller.error(new Error('gone'));
      },
    });
    const response = await ask('/api/x', { method: 'POST', body: broken, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(400);
    expect(seen).toEqual([]);
  });

  test('OPTIONS is refused: there is no CORS', async () => {
    const response = await ask('/api/trpc/x', { method: 'OPTIONS' });
    expect(response.status).toBe(405);
    expect(seen).toEqual([]);
  });

  test('a core that has died is a sentence with status 503', async () => {
    const response = await ask('/api/trpc/x', {}, async () => {
      throw new Error('The part that keeps the data has stopped: exit code 9');
    });
    expect(response.status).toBe(503);
    expect(await sentenceOf(response)).toBe('The part that keeps the data has stopped: exit code 9');
  });

  test('/apix is a page, /api is the API', async () => {
    await ask('/apix');
    expect(seen).toEqual([]);
    await ask('/api');
    expect(seen).toHaveLength(1);
  });
});

describe('downloads', () => {
  const offer = (file: string, length: number) => async (): Promise<Response> =>
    new Response(null, {
      headers: {
        [FILE_HEADER]: encodeURIComponent(file),
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="on-hand.csv"',
        'Content-Length': String(length),
      },
    });

  test('the file is streamed under the core’s headers, its path stays inside', async () => {
    const bytes = randomBytes(700_001);
    const folder = join(renderer.outside, 'Löwe & 100% 文档');
    mkdirSync(folder);
    writeFileSync(join(folder, 'export.csv'), bytes);
    const reply = offer(join(folder, 'export.csv'), bytes.length);
    const response = await ask('/api/downloads/1', {}, reply);
    expect(response.status).toBe(200);
    expect(response.headers.get(FILE_HEADER)).toBeNull();
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="on-hand.csv"');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-length')).toBe('700001');
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    const head = await ask('/api/downloads/1', { method: 'HEAD' }, reply);
    expect(head.headers.get('content-length')).toBe('700001');
    expect(head.body).toBeNull();
  });

  test('an empty file is an empty answer', async () => {
    const file = join(renderer.outside, 'empty.csv');
    writeFileSync(file, '');
    const response = await ask('/api/downloads/1', {}, offer(file, 0));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  test('a file that is gone, or is a folder, is a sentence with status 404', async () => {
    for (const file of [join(renderer.outside, 'gone.csv'), renderer.outside]) {
      const response = await ask('/api/downloads/1', {}, offer(file, 5));
      expect(response.status).toBe(404);
      expect(response.headers.get('content-disposition')).toBeNull();
      expect(await sentenceOf(response)).toBe('The file to download is no longer there. Export it again.');
    }
  });

  test('a reader that stops early closes the file', async () => {
    const file = join(renderer.outside, 'large.csv');
    writeFileSync(file, Buffer.alloc(3_000_000));
    const response = await ask('/api/downloads/1', {}, offer(file, 3_000_000));
    const reader = response.body?.getReader();
    await reader?.read();
    await expect(reader?.cancel()).resolves.toBeUndefined();
  });
});
