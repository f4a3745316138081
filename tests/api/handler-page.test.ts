import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createHandler } from '../../src-main/hosts/handler.ts';
import { SECRET } from '../fixtures/renderer-folder.ts';
import { makeTestHandler, ORIGIN } from '../fixtures/test-handler.ts';

const { ask, handle, renderer, seen } = makeTestHandler();
afterAll(() => renderer.remove());

describe('the page', () => {
  test.each([
    '/',
    '/on-hand',
    '/tracking-dimension-groups',
    '/settings?tab=data',
    '/index.html',
    '/no/such/page',
  ])('%s is the document', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(seen).toEqual([]);
  });

  test('each document has a nonce of its own, in the policy and in the page', async () => {
    const nonces = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      const response = await ask('/');
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      const html = await response.text();
      expect(html).not.toContain('__NONCE__');
      expect(html.split(`nonce="${nonce}"`)).toHaveLength(3);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('the policy is exactly the designed one', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    expect(policy.replace(/'nonce-[^']+'/, "'nonce-…'")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  test('an asset with a hash may be kept for ever, another file is asked for again', async () => {
    const hashed = await ask('/assets/index-AbCd_123.js');
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(await hashed.text()).toBe('export const page = 1;\n');
    const icon = await ask('/icon.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
  });

  test('HEAD has the headers and no body', async () => {
    for (const path of ['/', '/assets/index-AbCd_123.js']) {
      const response = await ask(path, { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('');
    }
    const asset = await ask('/assets/index-AbCd_123.js', { method: 'HEAD' });
    expect(asset.headers.get('content-length')).toBe('23');
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is refused', async (method) => {
    for (const path of ['/', '/assets/index-AbCd_123.js']) {
      const response = await ask(path, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });

  test.each(['/missing.js', '/assets/missing-AbCd_123.js', '/assets/index-AbCd_123.js/x.js', '/assets.x'])(
    '%s is not found',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('There is no such file.\n');
    },
  );

  test('a page that was never built says so', async () => {
    const empty = createHandler({
      rendererFolder: join(renderer.outside, 'nowhere'),
      core: { fetch: () => Promise.reject(new Error('not asked')) },
    });
    const response = await empty(new Request(`${ORIGIN}/`));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});

describe('leaving the folder of the page', () => {
  const attempts = [
    '/..%2fsecret.txt',
    '/..%2Fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%5c..%5csecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/assets%00.js',
    '/assets/%00/secret.txt',
    '//secret.txt',
    '/assets//secret.txt',
    '/.hidden.txt',
    '/c:%5csecret.txt',
    '/c:/secret.txt',
    '/secret.txt:stream',
    '/%e0%80%ae%e0%80%ae/secret.txt',
    '/api/..%2f..%2fsecret.txt',
  ];

  test.each(attempts)('%s is refused', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain(SECRET);
    expect(seen).toEqual([]);
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/./../secret.txt',
    '/\\..\\secret.txt',
  ])('%s, which a URL parser tidies, finds nothing', async (path) => {
    const response = await ask(path);
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toContain(SECRET);
  });

  test.each(['/%2e%2e/secret.txt', '/../secret.txt', '/a/%2E./secret.txt', '/\u0000', '/a\\..\\secret.txt'])(
    'a host that hands over %j untidied is refused',
    async (path) => {
      const untidied = new Proxy(new Request(`${ORIGIN}/`), {
        get: (target, name) => (name === 'url' ? `${ORIGIN}${path}` : Reflect.get(target, name, target)),
      });
      expect((await handle(untidied)).status).toBe(400);
    },
  );
});

describe('headers of every answer', () => {
  test.each(['/', '/assets/index-AbCd_123.js', '/missing.js', '/..%2f', '/api/health', '/api/nothing'])(
    '%s',
    async (path) => {
      const { headers } = await ask(path, {}, async () => new Response('{}', { status: 404 }));
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('the core cannot weaken them', async () => {
    const { headers } = await ask('/api/x', {}, async () =>
      Response.json(
        {},
        { headers: { 'Content-Security-Policy': 'default-src *', 'Cache-Control': 'public' } },
      ),
    );
    expect(headers.get('content-security-policy')).not.toContain('*');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
