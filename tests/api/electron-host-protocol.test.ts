import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { cleanUp, launch, startRealCore } from '../fixtures/electron-host.ts';
import { SECRET } from '../fixtures/renderer-folder.ts';

afterEach(cleanUp);

describe('the page over app://', () => {
  test.each(['app://desk/', 'app://desk/on-hand', 'app://desk/settings?tab=data'])(
    '%s is the document, with a nonce of its own',
    async (url) => {
      const answer = (await launch()).handler();
      const [first, second] = [await answer(new Request(url)), await answer(new Request(url))];
      expect(first.status).toBe(200);
      const policy = first.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toBe(second.headers.get('content-security-policy'));
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
      expect(await first.text()).toContain(`nonce="${nonce}"`);
    },
  );

  test('serves the files of the build', async () => {
    const answer = (await launch()).handler();
    const response = await answer(new Request('app://desk/assets/index-AbCd_123.js'));
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(await response.text()).toBe('export const page = 1;\n');
  });

  test.each([
    'app://desk/../secret.txt',
    'app://desk/assets/../../secret.txt',
    'app://desk/%2e%2e/secret.txt',
    'app://desk/..%2fsecret.txt',
    'app://desk/..%5csecret.txt',
    'app://desk/.hidden.txt',
    'app://desk//etc/passwd',
  ])('%s does not leave the folder of the page', async (url) => {
    const answer = (await launch()).handler();
    const response = await answer(new Request(url));
    expect(await response.text()).not.toContain(SECRET);
  });

  test.each(['app://other/', 'app://desk.example.com/api/health', 'app://desk:8080/', 'app:///api/health'])(
    '%s is another host, and nothing is there',
    async (url) => {
      const { handler, core } = await launch();
      const response = await handler()(new Request(url));
      expect(response.status).toBe(404);
      expect(core.fetch).not.toHaveBeenCalled();
    },
  );

  test('is handled under the one scheme', async () => {
    const { electron } = await launch();
    expect(electron.protocol.handle.mock.calls.map(([scheme]) => scheme)).toEqual(['app']);
  });
});

describe('the API over app://, answered by the real core', () => {
  test('is healthy, and the data stands in the folder of the user', async () => {
    const { handler, userData } = await launch({ startCore: startRealCore });
    const response = await handler()(new Request('app://desk/api/health'));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: true });
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(readdirSync(userData).filter((name) => name !== 'browser')).not.toEqual([]);
  });

  test('answers a tRPC call', async () => {
    const { handler } = await launch({ startCore: startRealCore });
    const response = await handler()(new Request('app://desk/api/trpc/no.such.procedure'));
    expect(response.status).toBe(404);
    expect(await response.json()).toHaveProperty('error');
  });

  test('refuses a body above the limit', async () => {
    const { handler } = await launch({ startCore: startRealCore });
    const body = new Uint8Array(8 * 1024 * 1024 + 1);
    const response = await handler()(
      new Request('app://desk/api/uploads/1?offset=0', { method: 'PUT', body }),
    );
    expect(response.status).toBe(413);
  });

  test('says so when another window holds the data', async () => {
    const first = await launch({ startCore: startRealCore });
    expect((await first.handler()(new Request('app://desk/api/health'))).status).toBe(200);
    const { electron } = await launch({ args: ['--data', first.userData], startCore: startRealCore });
    const [title, sentence] = electron.dialog.showErrorBox.mock.calls[0] ?? [];
    expect(title).toBe('Serial Capture Desk could not start');
    expect(sentence).not.toContain('unexpected');
    expect(electron.app.exit.mock.calls).toEqual([[1]]);
  });

  test('is over after quitting, and the folder is free again', async () => {
    const first = await launch({ startCore: startRealCore });
    first.electron.app.emit('will-quit', first.electron.fakeEvent({}));
    await expect.poll(() => first.electron.app.quit.mock.calls.length, { timeout: 10_000 }).toBe(1);
    const second = await launch({ args: ['--data', first.userData], startCore: startRealCore });
    const response = await second.handler()(new Request('app://desk/api/health'));
    expect(response.status).toBe(200);
  });
});

test('a file that the core offers comes as the body, and its path stays inside', async () => {
  const { handler, core, renderer } = await launch();
  const path = join(renderer.outside, 'export.csv');
  writeFileSync(path, 'Item number\r\n');
  core.fetch.mockResolvedValue(
    new Response(null, {
      headers: {
        'x-desk-file': path,
        'Content-Type': 'text/csv',
        'Content-Disposition': 'attachment; filename="export.csv"',
      },
    }),
  );
  const response = await handler()(new Request('app://desk/api/downloads/1'));
  expect(await response.text()).toBe('Item number\r\n');
  expect(response.headers.get('x-desk-file')).toBeNull();
  expect(response.headers.get('content-disposition')).toContain('export.csv');
});
