import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../fixtures/browser-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

test('the link opens a page that sets the cookie and goes on to the desk', async () => {
  const response = await fetch(server.link, { redirect: 'error' });
  expect(response.status).toBe(200);
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(
    new RegExp(`^desk-${server.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Max-Age=\\d+$`),
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.text()).toContain('<meta http-equiv="refresh" content="0;url=/">');

  const desk = await fetch(server.origin, { headers: { Cookie: cookie.split(';')[0] ?? '' } });
  expect(desk.status).toBe(200);
  expect(await desk.text()).toContain('csp-nonce');
});

test('the token works once', async () => {
  await server.enter();
  const second = await fetch(server.link);
  expect(second.status).toBe(401);
  expect(second.headers.get('set-cookie')).toBeNull();
  expect(await second.text()).toContain('Open the link that the program printed');
});

test('a browser that is in already may open the link again', async () => {
  const cookie = await server.enter();
  const again = await fetch(server.link, { headers: { Cookie: cookie } });
  expect(again.status).toBe(200);
});

test('a wrong token lets nobody in and does not use up the right one', async () => {
  const token = new URL(server.link).searchParams.get('token') ?? '';
  for (const wrong of ['', 'x', token.slice(1), `${token}x`, token.toUpperCase(), '%00']) {
    const response = await fetch(`${server.origin}/?token=${wrong}`);
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBeNull();
  }
  expect((await fetch(server.link)).status).toBe(200);
});

test('HEAD, another path and the API do not use the token up', async () => {
  const { search } = new URL(server.link);
  expect((await fetch(server.link, { method: 'HEAD' })).status).toBe(401);
  expect((await fetch(`${server.origin}/on-hand${search}`)).status).toBe(401);
  expect((await fetch(`${server.origin}/api/health${search}`)).status).toBe(401);
  expect((await fetch(server.link)).status).toBe(200);
});

test('without the cookie nothing is served: no page, no asset, no API', async () => {
  for (const path of ['/', '/on-hand', '/assets/index-AbCd_123.js']) {
    const response = await fetch(`${server.origin}${path}`);
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('This browser has not been let in');
  }
  const api = await fetch(`${server.origin}/api/health`);
  expect(api.status).toBe(401);
  expect(await api.json()).toMatchObject({
    error: { message: 'Open the link that the program printed when it started.', data: { httpStatus: 401 } },
  });
  expect(server.reached).toEqual([]);
});

test('a cookie of another port, another value or another name is none', async () => {
  const cookie = await server.enter();
  const value = cookie.split('=')[1] ?? '';
  const wrong = [
    `desk-${server.port + 1}=${value}`,
    `desk=${value}`,
    `xdesk-${server.port}=${value}`,
    `desk-${server.port}=${value}x`,
    `desk-${server.port}=`,
    `desk-${server.port}`,
  ];
  for (const one of wrong) {
    expect((await fetch(server.origin, { headers: { Cookie: one } })).status).toBe(401);
  }
  const among = `desk-${server.port}=old; other=1; ${cookie}; last=2`;
  expect((await fetch(server.origin, { headers: { Cookie: among } })).status).toBe(200);
});

test('every start has its own token and secret', async () => {
  const other = await startTestServer();
  try {
    const cookie = await server.enter();
    const stolen = cookie.replace(`desk-${server.port}`, `desk-${other.port}`);
    expect((await fetch(other.origin, { headers: { Cookie: stolen } })).status).toBe(401);
    expect(new URL(other.link).search).not.toBe(new URL(server.link).search);
  } finally {
    await other.close();
  }
});
