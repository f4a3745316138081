import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_BODY_BYTES } from '../../src-main/hosts/limited-body.ts';
import { startTestServer, type TestServer } from '../fixtures/browser-server.ts';
import { END, rawHead, sendRaw, type Piece } from '../fixtures/raw-http.ts';
import { SECRET } from '../fixtures/renderer-folder.ts';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.enter();
});
afterAll(() => server.close());
beforeEach(() => {
  server.reached.length = 0;
});

const host = (): string => `Host: 127.0.0.1:${server.port}`;
const session = (): string => `Cookie: ${cookie}`;
const origin = (): string => `Origin: ${server.origin}`;
/** Sends one request with the session's cookie, and whatever else is given. */
const send = (line: string, headers: readonly string[], ...body: readonly Piece[]) =>
  sendRaw(server.port, rawHead(line, [...headers, session(), 'Connection: close']), ...body);

describe('the page of this desk', () => {
  test('reads, writes and uploads', async () => {
    expect((await send('GET /api/health HTTP/1.1', [host()])).status).toBe(200);
    const headers = { Cookie: cookie, Origin: server.origin, 'Sec-Fetch-Site': 'same-origin' };
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const init = { method, headers, body: new Uint8Array(4 * 1024 * 1024) };
      const response = await fetch(`${server.origin}/api/uploads/1`, init);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ bytes: 4 * 1024 * 1024 });
    }
    expect(server.reached).toHaveLength(5);
  });

  test('a chunked body under the limit arrives whole', async () => {
    const answer = await send(
      'POST /api/x HTTP/1.1',
      [host(), origin(), 'Transfer-Encoding: chunked'],
      '3\r\nabc\r\n',
      '2\r\nde\r\n0\r\n\r\n',
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('{"bytes":5}');
  });

  test('the absolute form with its own address is served', async () => {
    expect((await send(`GET ${server.origin}/api/health HTTP/1.1`, [host()])).status).toBe(200);
  });
});

describe('addresses', () => {
  test('only the loopback interface listens', async () => {
    const outward = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const address of [...outward, '127.0.0.2']) {
      const refused = new Promise<boolean>((resolve) => {
        const socket = connect(server.port, address);
        socket.once('connect', () => resolve(false));
        socket.once('error', () => resolve(true));
        socket.once('close', () => socket.destroy());
      });
      expect(await refused).toBe(true);
    }
  });

  test.each([
    'evil.example',
    'localhost',
    '127.0.0.1',
    '127.0.0.1:1',
    'evil.example:80',
    '127.0.0.1.evil.example',
    '[::1]',
    '0x7f000001',
    'user@127.0.0.1',
    '',
  ])('Host "%s" is refused', async (name) => {
    const answer = await send('GET /api/health HTTP/1.1', [`Host: ${name}`]);
    expect([400, 403]).toContain(answer.status);
    expect(server.reached).toEqual([]);
  });

  test('Host localhost with the right port is refused too: the printed address is the only one', async () => {
    const answer = await send('GET /api/health HTTP/1.1', [`Host: localhost:${server.port}`]);
    expect(answer.status).toBe(403);
  });

  test('no Host, or two, is refused', async () => {
    expect((await send('GET /api/health HTTP/1.1', [])).status).toBe(400);
    expect((await send('GET /api/health HTTP/1.0', [])).status).toBeGreaterThanOrEqual(400);
    for (const second of ['Host: evil.example', host()]) {
      expect([400, 403]).toContain((await send('GET /api/health HTTP/1.1', [host(), second])).status);
      expect([400, 403]).toContain(
        (await send('GET /api/health HTTP/1.1', [second, 'Host: evil.example'])).status,
      );
    }
    expect(server.reached).toEqual([]);
  });

  test.each(['http://evil.example', 'http://127.0.0.1:1', 'http://user@evil.example', 'https://127.0.0.1'])(
    'the absolute form %s is refused though Host is right',
    async (address) => {
      const answer = await send(`GET ${address}/api/health HTTP/1.1`, [host()]);
      expect(answer.status).toBe(403);
      expect(server.reached).toEqual([]);
    },
  );

  test('the absolute form is refused when Host is foreign', async () => {
    const answer = await send(`GET ${server.origin}/api/health HTTP/1.1`, ['Host: evil.example']);
    expect(answer.status).toBe(403);
  });

  test('a proxy’s CONNECT is not served', async () => {
    const answer = await send('CONNECT evil.example:443 HTTP/1.1', [host()]);
    expect([0, 400, 403, 405]).toContain(answer.status);
    expect(server.reached).toEqual([]);
  });
});

describe('requests that another page has sent', () => {
  const origins = [
    undefined,
    'null',
    'http://evil.example',
    'http://127.0.0.1',
    'http://127.0.0.1:1',
    'https://127.0.0.1',
    'http://localhost',
  ];

  test.each(
    origins.flatMap((from) => ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, from }))),
  )('$method with Origin $from is refused', async ({ method, from }) => {
    const headers = [host(), 'Content-Length: 2', ...(from === undefined ? [] : [`Origin: ${from}`])];
    const answer = await send(`${method} /api/trpc/groups.save HTTP/1.1`, headers, '{}');
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('Only the page of this desk may send that request.');
    expect(server.reached).toEqual([]);
  });

  test('the right Origin beside a wrong one is refused', async () => {
    const headers = [host(), origin(), 'Origin: http://evil.example', 'Content-Length: 2'];
    const answer = await send('POST /api/x HTTP/1.1', headers, '{}');
    expect([400, 403]).toContain(answer.status);
    expect(server.reached).toEqual([]);
  });

  test.each(['cross-site', 'same-site'])('a read that the browser marks %s is refused', async (site) => {
    const answer = await send('GET /api/trpc/groups.list HTTP/1.1', [host(), `Sec-Fetch-Site: ${site}`]);
    expect(answer.status).toBe(403);
    expect(server.reached).toEqual([]);
  });

  test('no answer invites another origin', async () => {
    const answer = await send('OPTIONS /api/trpc/x HTTP/1.1', [
      host(),
      'Origin: http://evil.example',
      'Access-Control-Request-Method: POST',
    ]);
    expect(answer.status).toBe(403);
    expect(answer.head.toLowerCase()).not.toContain('access-control-allow');
  });
});

describe('size', () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const chunked = (count: number): Uint8Array[] =>
    Array.from({ length: count }, () =>
      Buffer.concat([Buffer.from('100000\r\n'), chunk, Buffer.from('\r\n')]),
    );
  const over = MAX_BODY_BYTES / chunk.length + 1;

  test('a chunked body over the limit is refused while it arrives', async () => {
    const headers = [host(), origin(), 'Transfer-Encoding: chunked'];
    // The body never ends: only counting can refuse it.
    const answer = await send('PUT /api/uploads/1 HTTP/1.1', headers, ...chunked(over));
    expect(answer.status).toBe(413);
    expect(server.reached).toEqual([]);
  });

  test('a chunked body that also claims a small Content-Length is refused', async () => {
    const headers = [host(), origin(), 'Content-Length: 3', 'Transfer-Encoding: chunked'];
    const answer = await send('PUT /api/uploads/1 HTTP/1.1', headers, ...chunked(over));
    expect([400, 413]).toContain(answer.status);
    expect(server.reached).toEqual([]);
  });

  test('a Content-Length over the limit is refused before the body', async () => {
    const headers = [host(), origin(), `Content-Length: ${MAX_BODY_BYTES + 1}`];
    const answer = await send('PUT /api/uploads/1 HTTP/1.1', headers);
    expect(answer.status).toBe(413);
    expect(server.reached).toEqual([]);
  });

  test('a body shorter than its Content-Length never reaches the app', async () => {
    const headers = [host(), origin(), 'Content-Length: 10'];
    const answer = await send('POST /api/x HTTP/1.1', headers, 'abc', END);
    expect([0, 400]).toContain(answer.status);
    expect(server.reached).toEqual([]);
  });

  test('a head over the limit is refused', async () => {
    const answer = await send('GET / HTTP/1.1', [host(), `X-Large: ${'x'.repeat(100_000)}`]);
    expect(answer.status).toBe(431);
    const long = await send(`GET /api/x?q=${'x'.repeat(100_000)} HTTP/1.1`, [host()]);
    expect(long.status).toBe(431);
    const usual = await send(`GET /api/x?q=${'x'.repeat(30_000)} HTTP/1.1`, [host()]);
    expect(usual.status).toBe(200);
  });
});

describe('paths and methods', () => {
  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2E%2e/secret.txt',
    '/.%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/%00',
    '/assets/%00.js',
    '/assets/index-AbCd_123.js%00.html',
    '/%252e%252e%252fsecret.txt',
    '//secret.txt',
    '/api/../secret.txt',
    '/api/%2e%2e/secret.txt',
  ])('%s is refused', async (path) => {
    const answer = await send(`GET ${path} HTTP/1.1`, [host()]);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toContain(SECRET);
    expect(server.reached).toEqual([]);
  });

  test('a target without a slash is refused', async () => {
    for (const target of ['secret.txt', '*', '../secret.txt', 'file:///etc/passwd']) {
      const answer = await send(`GET ${target} HTTP/1.1`, [host()]);
      expect([400, 403]).toContain(answer.status);
    }
  });

  test('unknown and unwanted methods are refused', async () => {
    for (const method of ['TRACE', 'PROPFIND', 'QUERY']) {
      for (const path of ['/', '/api/health']) {
        const answer = await send(`${method} ${path} HTTP/1.1`, [host(), origin()]);
        expect([400, 403, 405]).toContain(answer.status);
      }
    }
    expect((await send('BREW / HTTP/1.1', [host(), origin()])).status).toBe(400);
    expect(server.reached).toEqual([]);
  });

  test('what is not HTTP is refused', async () => {
    expect((await sendRaw(server.port, '\u0016\u0003\u0001\u0000garbage\r\n\r\n')).status).toBe(400);
  });

  test('a smuggled second request has no cookie and gets no further', async () => {
    const smuggled = rawHead('GET /api/second HTTP/1.1', [host()]);
    await send('POST /api/x HTTP/1.1', [host(), origin(), `Content-Length: 0`], smuggled);
    expect(server.reached).toEqual(['POST /api/x']);
  });
});

describe('failure', () => {
  test('a core that died is a sentence at once', async () => {
    const dead = await startTestServer(() =>
      Promise.reject(new Error('The part that keeps the data has stopped.')),
    );
    try {
      const response = await fetch(`${dead.origin}/api/health`, { headers: { Cookie: await dead.enter() } });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({
        error: { message: 'The part that keeps the data has stopped.' },
      });
    } finally {
      await dead.close();
    }
  });

  test('the server stops though a request never ends', async () => {
    const stuck = await startTestServer(() => new Promise(() => undefined));
    const hanging = fetch(`${stuck.origin}/api/health`, { headers: { Cookie: await stuck.enter() } }).catch(
      () => 'closed',
    );
    await expect.poll(() => stuck.reached).toEqual(['GET /api/health']);
    await stuck.close();
    expect(await hanging).toBe('closed');
    await expect(fetch(stuck.origin)).rejects.toThrow();
  });
});
